"""``tf diff``: what changed between two editions, or since one, in IHE's words."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.completed_names import PUBLISHED_DOCUMENTS
from build_tools.cli.places import project_root, root_option
from build_tools.cli.printing import format_option, print_json

if TYPE_CHECKING:
    from build_tools.publish.comparison import Comparison


@click.command()
@click.argument("document", metavar="DOCUMENT", shell_complete=PUBLISHED_DOCUMENTS)
@click.argument("old", metavar="[OLD]", required=False)
@click.argument("new", metavar="[NEW]", required=False)
@format_option
@root_option
def command(document: str, old: str | None, new: str | None, form: str, root: Path | None) -> None:
    """List what changed between two editions of a document.

    OLD and NEW are names of editions, such as 1.0-public-comment, or beginnings of them. Without NEW the text as it is
    now is compared, without OLD with the newest edition.

    Example: tf diff ITI/MHD 1.0-public-comment
    """
    from build_tools.publish.differences import difference
    from build_tools.publish.publishing import CannotPublishError, open_project

    base = (root or project_root()).resolve()
    project = open_project(base)
    try:
        name, found = difference(project, project.document(document), old, new)
    except CannotPublishError as error:
        raise click.UsageError(str(error)) from None
    if form == "json":
        print_json(found.as_data(project.document(document).id, name))
    else:
        _print(found, name)


def _print(found: Comparison, name: str) -> None:
    click.echo(f"From {found.before} to {name}")
    for about, changes in groupby(found.changes, key=lambda change: change.about):
        click.echo(about)
        for change in changes:
            click.echo(f"  {change.text}")
    if not found.changes:
        click.echo("nothing changed")
    told = ", ".join(f"{count} {status}" for status, count in sorted(found.counts.items()))
    click.echo(f"places: {told}", err=True)

"""``tf comments record``: the public record of a period, as a file of its framework."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.comments.session import (
    errors_of_writing,
    open_register,
    output_option,
    period_argument,
    refusals_are_told,
)
from build_tools.cli.places import FOLDER, root_option


@click.command()
@period_argument
@output_option("frameworks/DOMAIN/comment_periods/PERIOD.yaml")
@root_option
@refusals_are_told
def command(period: str, output: Path | None, root: Path | None) -> None:
    """Write everything public about a period into a file that a person commits.

    The same register gives the same bytes, and a change of one comment is a change of its lines alone. The
    site's disposition page and the issues of the next edition are made from it.

    Example: tf comments record ITI-MHD-2026-1
    """
    base = open_register(root)
    from build_tools.editing.record_text import record_text
    from review import api

    record = api.record(period)
    file = (
        output or base / FOLDER / _folder(base, record.document) / "comment_periods" / f"{record.period}.yaml"
    )
    text = record_text(record)
    with errors_of_writing(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{file} written: {len(record.comments)} comments")


def _folder(base: Path, document: str) -> str:
    """The folder of the domain whose document it is."""
    from build_tools.loading import load

    code = document.partition("/")[0]
    part = load(base / FOLDER).framework.by_code(code)
    if part is None:
        raise click.UsageError(f"no framework here has the domain `{code}` of {document}; say where with -o")
    return part.folder

"""``tf comments implement``: accepted comments whose text has changed in a later edition."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.comments.places import edition_option
from build_tools.cli.comments.session import (
    open_register,
    period_argument,
    person,
    person_options,
    refusals_are_told,
)
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json


@click.command()
@period_argument
@edition_option
@click.option(
    "--label",
    default=None,
    help="The edition or commit that carries the changes [default: the folder's name].",
)
@person_options
@format_option
@root_option
@refusals_are_told
def command(
    period: str,
    edition: Path,
    label: str | None,
    by: str,
    roles: tuple[str, ...],
    form: str,
    root: Path | None,
) -> None:
    """Mark accepted comments as implemented where the text differs, and keep the words before and after.

    Example: tf comments implement ITI-MHD-2026-1 --in publications/ITI/MHD/1.1-trial-implementation
    """
    base = open_register(root)
    from review import api

    followed = api.implement(period, edition, label or edition.resolve().name, person(by, roles), base)
    done = [one.comment.name for one in followed if one.is_implemented]
    if form == "json":
        print_json({"implemented": done})
        return
    for name in done:
        click.echo(f"{name}: implemented")
    click.echo(f"{len(done)} implemented", err=True)

"""``tf comments replies``: a sheet for every commenter, with the answers."""

from __future__ import annotations

import re
from pathlib import Path

import click

from build_tools.cli.comments.session import (
    errors_of_writing,
    open_register,
    period_argument,
    refusals_are_told,
)
from build_tools.cli.places import root_option

_UNFIT = re.compile(r"[^\w-]+")


@click.command()
@period_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The folder [default: replies-PERIOD].",
)
@root_option
@refusals_are_told
def command(period: str, output: Path | None, root: Path | None) -> None:
    """Write a sheet for each commenter with the decisions on the comments and room for an answer.

    The column "Are you satisfied?" may come back: `tf comments import` reads it.

    Example: tf comments replies ITI-MHD-2026-1 -o replies
    """
    open_register(root)
    from review import api
    from review.sheets.published import submitters, write_reply

    record = api.record(period)
    folder = output or Path(f"replies-{record.period}")
    taken: dict[str, int] = {}
    for name in submitters(record):
        stem = _UNFIT.sub("-", name).strip("-")[:80] or "commenter"
        taken[stem.casefold()] = taken.get(stem.casefold(), 0) + 1
        count = taken[stem.casefold()]
        file = folder / f"{stem if count == 1 else f'{stem}-{count}'}.xlsx"
        with errors_of_writing(file):
            number = write_reply(file, record, name)
        click.echo(f"{file}: {number} comments")

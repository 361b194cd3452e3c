"""``tf comments sheet``: the committee's sheet of all comments, to fill in and import again."""

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
from build_tools.cli.places import root_option


@click.command()
@period_argument
@output_option("PERIOD.xlsx")
@click.option(
    "--order",
    type=click.Choice(["document", "number", "controversy"]),
    default="document",
    show_default=True,
    help="By place, by number, or what needs debate first.",
)
@root_option
@refusals_are_told
def command(period: str, output: Path | None, order: str, root: Path | None) -> None:
    """Write all comments with columns to fill in; bring the sheet back with `tf comments import`.

    An outcome with an authority is a decision, without one a recommendation. A row whose comment was changed
    meanwhile is reported, and nothing of it is overwritten.

    Example: tf comments sheet ITI-MHD-2026-1 -o mhd.xlsx
    """
    base = open_register(root)
    from review import api
    from review.register.order import in_order
    from review.sheets.committee import write_committee_sheet

    one = api.period(period)
    file = output or Path(f"{one.name}.xlsx")
    listed = in_order(api.comments(one), order, api.edition_of(one, base))
    with errors_of_writing(file):
        write_committee_sheet(file, f"Comments {one.name}", listed)
    click.echo(f"{file} written: {len(listed)} comments")

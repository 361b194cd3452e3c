"""``tf comments dispositions``: the disposition document of a period as a sheet for everybody."""

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
@output_option("PERIOD-dispositions.xlsx")
@root_option
@refusals_are_told
def command(period: str, output: Path | None, root: Path | None) -> None:
    """Write every comment with its disposition, and the text before and after each change.

    No e-mail address is in it. The site has the same as a page, made from the record.

    Example: tf comments dispositions ITI-MHD-2026-1 -o dispositions.xlsx
    """
    open_register(root)
    from review import api
    from review.sheets.published import write_dispositions

    record = api.record(period)
    file = output or Path(f"{record.period}-dispositions.xlsx")
    with errors_of_writing(file):
        write_dispositions(file, record)
    click.echo(f"{file} written: {len(record.comments)} comments")

"""``tf comments form``: IHE's Excel comment form for a period."""

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
@output_option("comment-form-PERIOD.xlsx")
@click.option("--send-to", default="", help="The address that the instructions name.")
@root_option
@refusals_are_told
def command(period: str, output: Path | None, send_to: str, root: Path | None) -> None:
    """Write the comment form of a period: the same cells, lists and drop-downs as IHE's.

    Example: tf comments form ITI-MHD-2026-1 -o comment-form.xlsx
    """
    open_register(root)
    from review import api
    from review.sheets.form import FormDocument, form_title, write_form

    one = api.period(period)
    others = [FormDocument(p.title or p.document) for p in api.periods() if p.pk != one.pk]
    own = FormDocument.of(one.document, one.title, one.closes)
    file = output or Path(f"comment-form-{one.name}.xlsx")
    with errors_of_writing(file):
        write_form(file, form_title(one.document), (own, *others), send_to)
    click.echo(f"{file} written")

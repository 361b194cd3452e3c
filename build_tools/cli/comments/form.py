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
    from review.sheets.form import FormDocument, write_form

    one = api.period(period)
    others = [FormDocument(p.title or p.document) for p in api.periods() if p.pk != one.pk]
    names = FormDocument(_name(one.title, one.document), one.closes)
    file = output or Path(f"comment-form-{one.name}.xlsx")
    domain = one.document.partition("/")[0]
    with errors_of_writing(file):
        write_form(file, f"{domain} Comment Form", (names, *others), send_to)
    click.echo(f"{file} written")


def _name(title: str, document: str) -> str:
    """A document as the form lists it: title, and acronym in parentheses, by which its comments are told."""
    acronym = document.rpartition("/")[2]
    return f"{title} ({acronym})" if title and f"({acronym})" not in title else title or acronym

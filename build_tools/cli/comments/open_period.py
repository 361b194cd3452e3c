"""``tf comments open``: a comment period for a document that was published elsewhere, or an edition of our own."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from build_tools.cli.comments.session import open_register, person_options, refusals_are_told
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.argument("document", metavar="DOCUMENT")
@click.option("--edition", required=True, metavar="LABEL", help="Such as 1.0-public-comment.")
@click.option("--opens", type=_DAY, default=None, help="The first day [default: today].")
@click.option("--closes", type=_DAY, required=True, help="The last day.")
@click.option("--title", default="", help="The document's title, as reviewers may name it.")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="The edition's folder [default: publications/DOCUMENT/LABEL, if there is one].",
)
@person_options
@format_option
@root_option
@refusals_are_told
def command(
    document: str,
    edition: str,
    opens: datetime | None,
    closes: datetime,
    title: str,
    folder: Path | None,
    by: str,
    roles: tuple[str, ...],  # noqa: ARG001  # anybody who has the register may open a period
    form: str,
    root: Path | None,
) -> None:
    """Open a comment period for a document.

    DOCUMENT is what a reviewer cites, such as ITI/MHD.

    Example: tf comments open ITI/MHD --edition 1.0-public-comment --opens 2026-11-24 --closes 2027-01-15
    """
    from model.comment_period import SHORTEST_PERIOD
    from review import api

    base = open_register(root)
    first = opens.date() if opens else api.now().date()
    period = api.open_period(
        document,
        edition,
        first,
        closes.date(),
        folder=_folder(base, folder, document, edition),
        title=title,
        by=by,
    )
    api.place_comments(period, base)
    if form == "json":
        print_json(
            {"period": period.name, "opens": period.opens, "closes": period.closes, "folder": period.folder}
        )
    else:
        click.echo(f"{period.name}: {document} {edition}, {period.opens} to {period.closes}")
    if (days := _days(period.opens, period.closes)) < SHORTEST_PERIOD:
        click.echo(
            f"{days} days are fewer than {SHORTEST_PERIOD}: the gate to trial implementation will say so",
            err=True,
        )


def _days(opens: date, closes: date) -> int:
    return (closes - opens).days


def _folder(base: Path, folder: Path | None, document: str, edition: str) -> Path | None:
    """The edition's folder, from the project's when it lies inside."""
    found = folder or base / "publications" / document / edition
    if not found.is_dir():
        return None
    whole = found.resolve()
    return whole.relative_to(base.resolve()) if whole.is_relative_to(base.resolve()) else whole

"""``tf comments import``: files with comments, or a committee's sheet coming back, into the register."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.comments.session import (
    PROBLEMS,
    open_register,
    person,
    person_options,
    refusals_are_told,
)
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json, print_table

if TYPE_CHECKING:
    from review.api import ImportReport

_HEADS = ("File", "Rows", "New", "Known", "Unplaced", "Problems")


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE...",
)
@click.option(
    "--period", default=None, help="Where the comments belong [default: told by the document they name]."
)
@person_options
@format_option
@root_option
@refusals_are_told
def command(
    files: tuple[Path, ...], period: str | None, by: str, roles: tuple[str, ...], form: str, root: Path | None
) -> None:
    """Take in comments: Excel forms, the web form's export, CSV, our JSON; or a committee's sheet, filled in.

    A file read twice adds nothing twice. A row that is not understood is reported and kept. Columns that a
    committee has added become recommendations, never decisions.

    Example: tf comments import *.xlsx --period ITI-MHD-2026-1
    """
    from review import api

    base = open_register(root)
    into = api.period(period) if period else None
    reports: list[ImportReport] = []
    unread = False
    with click.progressbar(
        length=_weight(files), label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for file in files:
            try:
                reports.append(api.import_file(file, into, api.Import(person(by, roles), base, bar.update)))
            except api.UnreadableFileError as error:
                unread = True
                reports.append(api.ImportReport(str(file), problems=[api.RowProblem("", 0, str(error))]))
    if form == "json":
        print_json([report.as_data() for report in reports])
    else:
        _print(reports)
    if unread or any(report.problems for report in reports):
        sys.exit(PROBLEMS)


def _weight(files: Sequence[Path]) -> int:
    """About how many rows there are, for the bar: a row of a packed sheet has some 150 bytes."""
    return max(sum(file.stat().st_size for file in files) // 150, 1)


def _print(reports: Sequence[ImportReport]) -> None:
    print_table(_HEADS, ((r.file, r.rows, r.new, r.known, r.unplaced, len(r.problems)) for r in reports))
    for report in reports:
        for problem in report.problems:
            place = f"{problem.sheet} row {problem.row}: ".lstrip() if problem.row else ""
            click.echo(f"{report.file}: {place}{problem.reason}", err=True)

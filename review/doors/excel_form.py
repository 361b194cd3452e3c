"""Spreadsheets: IHE's comment form in every shape it has taken, the web form's export, the committee's own sheet."""

from __future__ import annotations

from pathlib import Path

from review.doors.committee_sheet import decisions_in, is_committee_sheet
from review.doors.row import Decided, ReadFile, RowProblem, WrittenComment
from review.doors.table import read_table, with_values_of_merged_cells
from review.doors.workbook import Sheet, opened
from review.refusals import UnreadableFileError


def read(file: Path) -> ReadFile:
    """The comments in every sheet of a workbook that has the head of a form."""
    comments: list[WrittenComment] = []
    decisions: list[Decided] = []
    problems: list[RowProblem] = []
    names: list[str] = []
    has_head = is_export = False
    with opened(file) as (sheets, notes):
        problems += [RowProblem("", 0, note) for note in notes]
        for sheet in sheets:
            names.append(sheet.name)
            if is_committee_sheet(sheet.name):
                found = decisions_in(sheet.name, sheet.rows)
                decisions += found.decisions
                problems += found.problems
                has_head = True
                continue
            has_form, exported = _read_form(sheet, comments, problems)
            has_head, is_export = has_head or has_form, is_export or exported
    if not has_head:
        listed = ", ".join(f"`{name}`" for name in names[:5])
        raise UnreadableFileError(
            f"no sheet has a row of heads with Issue and two others of the comment form (sheets: {listed})"
        )
    return ReadFile(
        "web-form" if is_export else "excel-form", tuple(comments), tuple(decisions), tuple(problems)
    )


def _read_form(sheet: Sheet, comments: list[WrittenComment], problems: list[RowProblem]) -> tuple[bool, bool]:
    """Add the comments of a sheet; whether it is a form, and whether it is the web form's export."""
    table = read_table(sheet.name, with_values_of_merged_cells(sheet.rows, sheet.merged))
    comments += table.comments
    problems += table.problems
    return table.head_row is not None, table.head_row == 1 and any(
        c.received or c.email for c in table.comments
    )

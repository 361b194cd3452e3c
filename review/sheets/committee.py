"""The committee's own sheet: every comment with what is recommended, and columns to fill in and bring back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from model.comment_period import Acceptance, Authority, Change, Outcome
from review.doors.committee_sheet import FIELDS, SHEET_NAME
from review.sheets.cells import Column, new_book, save, write_list

if TYPE_CHECKING:  # the tables need Django to be awake
    from review.register.models import Comment, Disposition

_KNOWN = (
    Column("Comment", 20),
    Column("Revision", 9),
    Column("State", 11),
    Column("Submitter", 16),
    Column("Priority", 9),
    Column("Section", 12),
    Column("Line", 9),
    Column("Text there", 40),
    Column("Issue", 45),
    Column("Proposed change", 45),
    Column("Recommended", 16),
    Column("Recommended response", 35),
    Column("Assigned to", 14, fill_in=True),
)
_WIDTHS = {"Response": 40.0, "Outcome": 18.0, "Minutes": 20.0, "Refers to": 20.0}
COLUMNS = (*_KNOWN, *(Column(head, _WIDTHS.get(head, 13.0), fill_in=True) for head in FIELDS))
_LISTS = {"Outcome": Outcome, "Authority": Authority, "Change": Change, "Commenter": Acceptance}


def write_committee_sheet(file: Path, title: str, comments: Iterable[Comment]) -> None:
    """Write the sheet; rows carry the revision they were made from, so that a later change is noticed."""
    book, sheet = new_book(SHEET_NAME, {"title": title})
    last = write_list(sheet, COLUMNS, (tuple(_row(comment)) for comment in comments))
    for head, choices in _LISTS.items():
        letter = next(c.column_letter for c in sheet[1] if c.value == head)
        rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        sheet.add_data_validation(rule)
        rule.add(f"{letter}2:{letter}{max(last, 2)}")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    save(book, file)


def _row(comment: Comment) -> Iterator[str | int | None]:
    proposal, decision = comment.proposal, comment.decision
    yield from (comment.name, comment.revision, comment.state, comment.submitter, comment.priority)
    yield from (comment.section, comment.line, comment.quoted, comment.issue, comment.proposed_change)
    yield from (proposal.outcome, proposal.response) if proposal else (None, None)
    yield comment.assignee
    for field in FIELDS.values():
        yield _filled_in(decision, field)


def _filled_in(decision: Disposition | None, field: str) -> str | None:
    value = getattr(decision, field, None)
    return None if value is None else str(value)

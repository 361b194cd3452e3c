"""Sheets for tests, from plain rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

FORM = (
    "Submitter Name",
    "Supplement Name\n(click cell and select from list)",
    "Vol",
    "Section #",
    "Line #",
    "Issue",
    "Proposed Change",
    "Priority",
)
ROW = (
    "Example Person",
    "*Example Profile (EX)-comments due 2026-04-04",
    2,
    "3.101.4.1.2",
    "704-720",
    "Issue text",
    "Text",
    "Medium",
)


def form(
    file: Path, rows: Sequence[Sequence[Any]], *, heads: Sequence[str] = FORM, head_row: int = 5
) -> Path:
    """A comment form with these rows below its head."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Comment Form"
    if head_row > 1:
        sheet["A1"] = "Comment Form"
        sheet["A2"] = "Instructions"
    for index, head in enumerate(heads, 1):
        sheet.cell(head_row, index, head)
    for number, row in enumerate(rows, head_row + 1):
        for index, value in enumerate(row, 1):
            sheet.cell(number, index, value)
    book.save(file)
    return file

"""IHE's Excel comment form: the same cells, hidden lists and drop-downs, with instructions of our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl.styles import Alignment, Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from review.sheets.cells import Column, new_book, put, save, write_list

SHEET_NAME = "Comment Form"
NAMES_SHEET = "Supplement Names"
PRIORITIES_SHEET = "PriorityNames"
PRIORITIES = ("High", "Medium", "Low")
HEAD_ROW = 5
_ROWS = 200

COLUMNS = (
    Column("Submitter Name", 18),
    Column("Supplement Name\n(click cell and select from list)", 30),
    Column("Vol", 6),
    Column("Section #", 14),
    Column("Line #", 10),
    Column("Issue", 50),
    Column("Proposed Change", 50),
    Column("Priority", 10),
)

_INSTRUCTIONS = """\
How to comment:
1. Write one comment a row, from row 6 on. Choose the document from the list.
2. Say where: volume, section, and the line numbers printed in the margin of the PDF. A table, figure or open issue may \
stand under Section #; for the whole document write general.
3. Under Issue, say what is wrong and why it matters; under Proposed Change, the words you would print instead.
4. Priority: High asks for a debate in the committee, Medium for a short discussion, Low leaves it to the editor.
5. {where} Every comment gets a number, a decision and an answer, and both are published with your name; your e-mail \
address is not."""


@dataclass(frozen=True)
class FormDocument:
    """A document that the form offers."""

    name: str
    """As people call it: ``Mobile access to Health Documents (MHD)``."""
    closes: date | None = None
    """The last day of its comment period, when it is open."""

    @classmethod
    def of(cls, document: str, title: str, closes: date | None = None) -> FormDocument:
        """A document by its id and title, with the acronym in parentheses by which its comments are told."""
        acronym = document.rpartition("/")[2]
        is_told = f"({acronym})" in title or title in ("", acronym)
        return cls((title or acronym) if is_told else f"{title} ({acronym})", closes)

    @property
    def entry(self) -> str:
        """Its line in the list: what is open for comment has a star and its last day."""
        return f"*{self.name}-comments due {self.closes}" if self.closes else self.name


def form_title(document: str) -> str:
    """What stands above the form of a document: ``ITI Comment Form``."""
    domain, _, _ = document.rpartition("/")
    return f"{domain} Comment Form".strip()


def write_form(file: Path, title: str, documents: Sequence[FormDocument], send_to: str = "") -> None:
    """Write an empty form; with one document open, its name stands in every row already."""
    book, sheet = new_book(SHEET_NAME, {"title": title})
    _top(sheet, title, send_to)
    opened = [document.entry for document in documents if document.closes]
    filled = opened[0] if len(opened) == 1 else None
    rows = ((None, filled, None, None, None, None, None, None) for _ in range(_ROWS))
    last = write_list(sheet, COLUMNS, rows, HEAD_ROW)
    for index, values in ((NAMES_SHEET, [d.entry for d in documents]), (PRIORITIES_SHEET, list(PRIORITIES))):
        listed = book.create_sheet(index)
        listed.sheet_state = "hidden"
        for row, value in enumerate(values, 1):
            put(listed.cell(row, 1), value)
    names = f"'{NAMES_SHEET}'!$A$1:$A${max(len(documents), 1)}"
    book.defined_names["SupplementNames"] = DefinedName("SupplementNames", attr_text=names)
    book.defined_names["PriorityNames"] = DefinedName(
        "PriorityNames", attr_text=f"{PRIORITIES_SHEET}!$A$1:$A$3"
    )
    _drop_down(sheet, "SupplementNames", f"B{HEAD_ROW + 1}:B{last}", "one of the documents listed")
    _drop_down(sheet, "PriorityNames", f"H{HEAD_ROW + 1}:H{last}", "High, Medium or Low")
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]  # openpyxl makes one for a new sheet
    save(book, file)


def _top(sheet: Worksheet, title: str, send_to: str) -> None:
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("A2:H2")
    put(sheet["A1"], title)
    sheet["A1"].font = Font(bold=True, size=14)
    put(sheet["A2"], _instructions(send_to))
    sheet["A2"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[2].height = 190


def _instructions(send_to: str) -> str:
    where = (
        f"Send the saved file to {send_to}."
        if send_to
        else "Send the saved file to the committee that publishes the document."
    )
    return _INSTRUCTIONS.format(where=where)


def _drop_down(sheet: Worksheet, names: str, cells: str, wanted: str) -> None:
    rule = DataValidation(
        type="list", formula1=names, allow_blank=True, showErrorMessage=True, errorStyle="warning"
    )
    rule.error = f"Please choose {wanted}."
    rule.errorTitle = "Not in the list"
    sheet.add_data_validation(rule)
    rule.add(cells)

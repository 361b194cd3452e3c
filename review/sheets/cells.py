"""Writing cells so that no text becomes a formula, and files whose bytes depend on nothing but their contents."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_RISKY = ("=", "+", "-", "@", "\t", "\r", "|", "%")
_LONGEST = 32_767
_MOMENT = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")

_LINE = Side(style="thin", color="808080")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD_FILL = PatternFill("solid", fgColor="D9E2EF")
FILL_IN = PatternFill("solid", fgColor="FFF8DC")
WRAPPED = Alignment(wrap_text=True, vertical="top")


def put(cell: Cell | MergedCell, value: str | int | None) -> None:
    """Write a value; a text stays a text, whatever it begins with."""
    if value is None or value == "" or isinstance(cell, MergedCell):
        return
    if isinstance(value, int):
        cell.value = value
        return
    text = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_RISKY):
        cell.quotePrefix = True  # Excel shows it as text, and keeps it one when somebody edits the cell


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its head, its width, and whether it is there to be filled in."""

    head: str
    width: float
    fill_in: bool = False


def write_list(
    sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Sequence[str | int | None]], head_row: int = 1
) -> int:
    """Write heads and rows with borders and wrapped text; the number of the last row."""
    for index, column in enumerate(columns, 1):
        head = sheet.cell(head_row, index)
        put(head, column.head)
        head.font = Font(bold=True)
        head.fill = HEAD_FILL
        head.border = BORDER
        head.alignment = WRAPPED
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    last = head_row
    for last, row in enumerate(rows, head_row + 1):
        for index, value in enumerate(row, 1):
            cell = sheet.cell(last, index)
            put(cell, value)
            cell.border = BORDER
            cell.alignment = WRAPPED
            if columns[index - 1].fill_in:
                cell.fill = FILL_IN
                cell.protection = Protection(locked=False)
    sheet.freeze_panes = f"A{head_row + 1}"
    return last


def new_book(first_sheet: str, properties: Mapping[str, str]) -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet of that name; properties are its title and the like."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = first_sheet
    for name, value in properties.items():
        setattr(book.properties, name, value)
    book.properties.creator = "Framework Press"
    return book, sheet


def save(book: Workbook, file: Path) -> None:
    """Write the workbook; the same contents give the same bytes, whatever the time."""
    packed = io.BytesIO()
    book.save(packed)
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "docProps/core.xml":
                data = _STAMP.sub(_fixed, data)
            entry = zipfile.ZipInfo(part.filename, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data)


def _fixed(match: re.Match[bytes]) -> bytes:
    whole = match[0]
    return re.sub(rb">[^<]*<", b">1980-01-01T00:00:00Z<", whole, count=1)

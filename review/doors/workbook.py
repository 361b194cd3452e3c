"""The one place that opens a spreadsheet: bounded in size, unpacked size, sheets, rows and columns.

Sheets come from strangers. Before openpyxl sees one, its directory is read: what would unpack to more than the
limits is refused unread. Sheets are then read a row at a time, formulas as text, macros not at all.
"""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from review.refusals import UnreadableFileError

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST_FILE = 20_000_000
"""Bytes of a file."""
LARGEST_UNPACKED = 100_000_000
"""Bytes of all its parts, unpacked."""
LARGEST_STRINGS = 40_000_000
"""Bytes of the shared texts and styles, which are kept in memory."""
MOST_PARTS = 5_000
MOST_SHEETS = 60
MOST_ROWS = 60_000
"""Rows of a sheet that are read."""
MOST_COLUMNS = 100
"""Columns that are read; the forms have 8 to 16."""
_MOST_MERGED = 20_000

_DAMAGES = (
    SyntaxError,  # what every parser of XML raises
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl raises, somewhere inside, when a part is not what it should be."""

_AREA = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_PIECE = 1 << 20


@dataclass(frozen=True)
class Sheet:
    """A sheet to read once."""

    name: str
    rows: Iterator[tuple[int, Sequence[Any]]]
    """Row numbers as Excel shows them, each with its values."""
    merged: tuple[tuple[int, int, int], ...]
    """Merged cells: top row, bottom row, column (from 0)."""


@contextmanager
def opened(file: Path) -> Iterator[tuple[list[Sheet], list[str]]]:
    """The sheets of a workbook and notes on what was left out; `UnreadableFileError` when it cannot be read."""
    try:
        with zipfile.ZipFile(file) as archive:
            notes = _inspect(file, archive)
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise UnreadableFileError(f"the file is damaged: {error}") from error
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that nobody reads here
            with file.open("rb") as stream:  # a name would have to end in .xlsx
                book = load_workbook(stream, read_only=True, keep_links=False)
                yield [_sheet(file, book, name) for name in book.sheetnames], notes
    except UnreadableFileError:
        raise
    except _DAMAGES as error:
        raise UnreadableFileError(f"the file is damaged: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


def _inspect(file: Path, archive: zipfile.ZipFile) -> list[str]:
    """Refuse what is too large, from the directory alone; what else is to be said about the file."""
    size = file.stat().st_size
    if size > LARGEST_FILE:
        raise UnreadableFileError(
            f"the file has {size / 1e6:.0f} MB; comment sheets of up to {LARGEST_FILE // 1_000_000} MB are read"
        )
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise UnreadableFileError(f"the file holds {len(parts):,} parts; a comment sheet has some twenty")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFileError("the file is encrypted; save it without a password")
    unpacked = sum(part.file_size for part in parts)
    kept = sum(
        p.file_size for p in parts if "sharedstrings" in p.filename.lower() or "styles" in p.filename.lower()
    )
    if unpacked > LARGEST_UNPACKED or kept > LARGEST_STRINGS:
        raise UnreadableFileError(
            f"the file would unpack to {unpacked / 1e6:,.0f} MB, far more than comments need; copy the rows into a new form"
        )
    names = {part.filename.lower() for part in parts}
    return ["the file holds macros; they are not read"] if any("vbaproject" in name for name in names) else []


def _sheet(file: Path, book: Workbook, name: str) -> Sheet:
    sheet: Any = book[name]
    if not hasattr(sheet, "reset_dimensions"):  # a sheet that is only a chart
        return Sheet(name, iter(()), ())
    sheet.reset_dimensions()  # what a file claims about its size does not bind it
    if len(book.sheetnames) > MOST_SHEETS:
        raise UnreadableFileError(f"the file has {len(book.sheetnames)} sheets; up to {MOST_SHEETS} are read")
    with zipfile.ZipFile(file) as archive, archive.open(sheet._worksheet_path) as part:  # noqa: SLF001
        merged = tuple(_merged(part))
    return Sheet(name, _rows(sheet), merged)


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows that hold anything, numbered as Excel does."""
    kept = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if values.count(None) < len(values):
            kept += 1
            if kept > MOST_ROWS:
                raise UnreadableFileError(
                    f"sheet `{sheet.title}` has more than {MOST_ROWS:,} rows; split it into several files"
                )
            yield number, values[:MOST_COLUMNS]


def _merged(part: IO[bytes]) -> Iterator[tuple[int, int, int]]:
    """The merged cells of a sheet: its text is searched a piece at a time, for openpyxl would keep all of it."""
    found = 0
    tail = b""
    while piece := part.read(_PIECE):
        text = tail + piece
        end = 0
        for match in _AREA.finditer(text):
            end = match.end()
            found += 1
            if found <= _MOST_MERGED:
                yield int(match[2]), int(match[4]), _column(match[1])
        tail = text[max(end, len(text) - 200) :]


def _column(letters: bytes) -> int:
    """``A`` is 0, ``AA`` is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1

"""CSV: any of the usual separators and encodings, found by which of them yields the head of a form."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from review.doors.columns import columns
from review.doors.row import ReadFile, RowProblem
from review.doors.table import HEAD_WITHIN, read_table
from review.refusals import UnreadableFileError

LARGEST_FILE = 50_000_000
_SEPARATORS = (",", ";", "\t", "|")
_LONGEST_FIELD = 1_000_000


def read(file: Path) -> ReadFile:
    """The comments of a CSV file."""
    if file.stat().st_size > LARGEST_FILE:
        raise UnreadableFileError(f"the file is larger than {LARGEST_FILE // 1_000_000} MB; split it")
    text, note = decoded(file.read_bytes())
    separator = next((s for s in _SEPARATORS if _has_head(text, s)), None)
    if separator is None:
        raise UnreadableFileError(
            "no row has the heads of the comment form: Issue and two others, as in Section and Line"
        )
    try:
        table = read_table("", _rows(text, separator))
    except csv.Error as error:
        raise UnreadableFileError(f"the file is no CSV: {error}") from error
    notes = [RowProblem("", 0, note)] if note else []
    return ReadFile("csv", tuple(table.comments), (), (*notes, *table.problems))


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and what is to be said about it: UTF-8 or UTF-16 by its mark, else what Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "the file is not UTF-8; it was read as Windows-1252"


def _has_head(text: str, separator: str) -> bool:
    start = "\n".join(text[:200_000].splitlines()[: HEAD_WITHIN * 2])
    try:
        return any(columns(cells).is_form for _, cells in _rows(start, separator))
    except csv.Error:
        return False


def _rows(text: str, separator: str) -> Iterator[tuple[int, Sequence[Any]]]:
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    yield from enumerate(reader, 1)

"""The right door for a file, by what is in it; its name may say anything."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from review.doors import csv_file, excel_form, json_file
from review.doors.row import ReadFile
from review.garbage import without_collecting
from review.refusals import UnreadableFileError

Door = Callable[[Path], ReadFile]

_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096


def read_file(file: Path) -> ReadFile:
    """Everything a file holds, or `UnreadableFileError`."""
    try:
        with without_collecting():
            return _door(file)(file)
    except OSError as error:
        raise UnreadableFileError(f"the file cannot be read: {error.strerror}") from error
    except MemoryError as error:
        raise UnreadableFileError("the file needs more memory than there is") from error


def _door(file: Path) -> Door:
    with file.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(_OLD_EXCEL):
        raise UnreadableFileError(
            "the file is an old or encrypted Excel file; save it as .xlsx without a password"
        )
    if head.startswith(b"PK"):
        return _of_archive(file)
    if head.startswith(b"%PDF"):
        raise UnreadableFileError("the file is a PDF; comments come as .xlsx, .csv or .json")
    if not head.strip():
        raise UnreadableFileError("the file is empty")
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" in head:
        raise UnreadableFileError(
            "the file is neither a sheet nor text; comments come as .xlsx, .csv or .json"
        )
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return json_file.read if text[:1] in (b"{", b"[") else csv_file.read


def _of_archive(file: Path) -> Door:
    try:
        with zipfile.ZipFile(file) as archive:
            names = {name.lower() for name in archive.namelist()[:10_000]}
    except (zipfile.BadZipFile, ValueError) as error:
        raise UnreadableFileError(f"the file is damaged: {error}") from error
    if "xl/workbook.xml" in names or (
        "[content_types].xml" in names and any(n.startswith("xl/") for n in names)
    ):
        return excel_form.read
    if "xl/workbook.bin" in names:
        raise UnreadableFileError("the file is a binary workbook; save it as .xlsx")
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableFileError("the file is an OpenDocument sheet; save it as .xlsx")
    if "word/document.xml" in names:
        raise UnreadableFileError("the file is a Word document; comments come as .xlsx, .csv or .json")
    raise UnreadableFileError("the file is an archive without a workbook; send the sheets themselves")

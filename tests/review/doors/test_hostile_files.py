"""Files that are broken, huge, disguised or hostile: a clear refusal or a clean read, in bounded memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from review.doors import workbook
from review.doors.open_door import read_file
from review.refusals import UnreadableFileError
from tests.review.doors.sheets import ROW, form


def refusal(file: Path) -> str:
    """Why a file is refused."""
    with pytest.raises(UnreadableFileError) as caught:
        read_file(file)
    return str(caught.value)


def repacked(file: Path, changes: dict[str, bytes]) -> Path:
    """The workbook with some parts changed or added."""
    with zipfile.ZipFile(file) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in {**parts, **changes}.items():
            target.writestr(name, data)
    return file


def sheet_xml(file: Path) -> bytes:
    """The text of the first sheet."""
    with zipfile.ZipFile(file) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .xlsx without a password"),
        (b"%PDF-1.7\n", "the file is a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "neither a sheet nor text"),
        (b"PK\x03\x04 broken", "the file is damaged"),
        (b"{ not json", "the file is no JSON"),
        (b'{"format": "other/9", "comments": []}', "the format is `other/9`"),
        (b'{"comments": 3}', "the file holds no list of comments"),
        (b"[" * 100_000, "the file is no JSON"),
        (b"just some text\nand more\n", "no row has the heads of the comment form"),
    ],
)
def test_what_is_no_comment_file_is_refused_with_the_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    """Whatever its name says, the content decides."""
    file = tmp_path / "comments.xlsx"
    file.write_bytes(data)
    assert reason in refusal(file)


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("word/document.xml", "a Word document"),
        ("content.xml", "an OpenDocument sheet"),
        ("xl/workbook.bin", "a binary workbook"),
        ("readme.txt", "an archive without a workbook"),
    ],
)
def test_other_archives_are_named(tmp_path: Path, part: str, reason: str) -> None:
    """An archive that is something else is called what it is."""
    file = tmp_path / "comments.xlsx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "x")
        archive.writestr(part, "x")
    assert reason in refusal(file)


def test_a_wrong_extension_does_not_matter(tmp_path: Path) -> None:
    """A workbook called .csv, and a CSV called .xlsx, are read for what they are."""
    sheet = form(tmp_path / "f.xlsx", [ROW]).rename(tmp_path / "f.csv")
    assert read_file(sheet).door == "excel-form"
    text = tmp_path / "g.xlsx"
    text.write_text("Submitter Name,Section #,Issue\nP,X.1,I\n")
    assert read_file(text).door == "csv"


def test_a_zip_bomb_is_refused_unread(tmp_path: Path) -> None:
    """Two gigabytes of blanks in a small file are refused from the directory alone."""
    file = form(tmp_path / "bomb.xlsx", [ROW])
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("xl/media/x", "w") as part,
    ):
        for _ in range(130):
            part.write(b" " * 1_000_000)
    assert file.stat().st_size < 1_000_000
    assert "the file would unpack to 130 MB" in refusal(file)


def test_a_directory_that_lies_gives_no_more_than_it_says(tmp_path: Path) -> None:
    """A part that claims to be small and is not ends the reading, and not the memory."""
    file = form(tmp_path / "liar.xlsx", [ROW])
    repacked(file, {"xl/sharedStrings.xml": b"<sst>" + b" " * 3_000_000 + b"</sst>"})
    data = bytearray(file.read_bytes())
    size = (3_000_011).to_bytes(4, "little")
    assert size in data
    file.write_bytes(data.replace(size, (100).to_bytes(4, "little")))
    try:
        assert len(read_file(file).comments) <= 1
    except UnreadableFileError as refused:
        assert "damaged" in str(refused)  # noqa: PT017  # both ends are right


def test_a_sheet_of_200_megabytes_is_refused(tmp_path: Path) -> None:
    """Far more than comments need is refused with a way out."""
    file = form(tmp_path / "large.xlsx", [ROW])
    head, tail = sheet_xml(file).split(b"</sheetData>")
    row = b'<row r="%d"><c r="F%d" t="inlineStr"><is><t>' + b"x" * 2_000 + b"</t></is></c></row>"
    many = b"".join(row % (n, n) for n in range(7, 100_007))
    repacked(file, {"xl/worksheets/sheet1.xml": head + many + b"</sheetData>" + tail})
    assert "copy the rows into a new form" in refusal(file)


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than the limit are refused, not cut off."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 20)
    assert "has more than 20 rows; split it" in refusal(form(tmp_path / "f.xlsx", [ROW] * 30))


def test_16384_columns_are_a_clean_read(tmp_path: Path) -> None:
    """Cells far to the right are not looked at, and do no harm."""
    file = form(tmp_path / "f.xlsx", [ROW])
    text = sheet_xml(file).replace(b'<dimension ref="A1:H6"', b'<dimension ref="A1:XFD1048576"')
    text = text.replace(
        b"</row></sheetData>", b'<c r="XFD6" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
    )
    assert b"XFD6" in text
    assert len(read_file(repacked(file, {"xl/worksheets/sheet1.xml": text})).comments) == 1


def test_macros_are_not_read_and_it_is_said(tmp_path: Path) -> None:
    """A workbook with macros is read for its cells."""
    file = repacked(form(tmp_path / "f.xlsm", [ROW]), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    read = read_file(file)
    assert len(read.comments) == 1
    assert [p.reason for p in read.problems] == ["the file holds macros; they are not read"]


def test_entities_do_not_grow(tmp_path: Path) -> None:
    """A billion laughs inside a sheet are refused."""
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>'
    file = repacked(form(tmp_path / "f.xlsx", [ROW]), {"xl/worksheets/sheet1.xml": laughs})
    with pytest.raises(UnreadableFileError):
        read_file(file)


@pytest.mark.parametrize("cut", [10, 100, 1000, 3000])
def test_cut_off_files(tmp_path: Path, cut: int) -> None:
    """Half of a workbook is damaged, not a mistake of ours."""
    file = form(tmp_path / "f.xlsx", [ROW])
    file.write_bytes(file.read_bytes()[:-cut])
    assert "damaged" in refusal(file)


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize("text", [b"", b"<a", b"<a/>", b"\xff\xfe\0"])
def test_broken_parts(tmp_path: Path, part: str, text: bytes) -> None:
    """A broken part leads to a refusal or to a clean read of the rest, never to another error."""
    file = repacked(form(tmp_path / "f.xlsx", [ROW]), {part: text})
    try:
        read_file(file)
    except UnreadableFileError as refused:
        assert str(refused)  # noqa: PT017  # both ends are right


def test_characters_that_no_text_has(tmp_path: Path) -> None:
    """Control characters and lone surrogates are left out, so that every database keeps the rest."""
    file = tmp_path / "c.json"
    file.write_text(json.dumps({"comments": [{"issue": "a\x00b\x07\ud800c", "section": "X"}]}))
    assert read_file(file).comments[0].issue == "ab?c"


def test_memory_stays_bounded(tmp_path: Path) -> None:
    """A sheet of 60 MB, unpacked, is read in less than 300 MB."""
    file = form(tmp_path / "large.xlsx", [ROW])
    head, tail = sheet_xml(file).split(b"</sheetData>")
    row = b'<row r="%d"><c r="F%d" t="inlineStr"><is><t>' + b"x" * 2_500 + b"</t></is></c></row>"
    many = b"".join(row % (n, n) for n in range(7, 20_007))
    repacked(file, {"xl/worksheets/sheet1.xml": head + many + b"</sheetData>" + tail})
    code = (
        "import sys; from pathlib import Path; from review.doors.open_door import read_file;"
        "print(len(read_file(Path(sys.argv[1])).comments));"
        "print(next(l for l in Path('/proc/self/status').read_text().splitlines() if l.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=True)
    rows, _, kilobytes, _ = done.stdout.split()
    assert int(rows) == 20_001
    assert int(kilobytes) < 300_000


def test_an_encrypted_part(tmp_path: Path) -> None:
    """A part with a password is refused with the way out."""
    file = form(tmp_path / "f.xlsx", [ROW])
    data = bytearray(file.read_bytes())
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream) as archive:
        start = archive.start_dir
    data[start + 8] |= 1  # the flag of encryption, in the directory
    file.write_bytes(data)
    assert "without a password" in refusal(file)

"""The comment form: IHE's cells, lists and drop-downs, read back by our own door."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from review.doors.open_door import read_file
from review.sheets.form import FormDocument, write_form
from tests.review.conftest import REAL

DOCUMENTS = (
    FormDocument("Mobile access to Health Documents (MHD)", date(2027, 1, 15)),
    FormDocument("Cross-Enterprise Document Sharing (XDS.b)"),
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form with one document open for comment."""
    file = tmp_path / "form.xlsx"
    write_form(file, "ITI Comment Form", DOCUMENTS, "iti@example.org")
    return file


def test_the_cells_are_ihes(form: Path) -> None:
    """Title in A1, instructions in A2, the same heads in row 5 as in a real form."""
    ours = load_workbook(form)["Comment Form"]
    theirs = load_workbook(REAL / "Comment_Form-PIXm.xlsx")["Comment Form"]
    assert [cell.value for cell in ours[5]] == [cell.value for cell in theirs[5][:8]]
    assert ours["A1"].value == "ITI Comment Form"
    assert ours["A2"].value.startswith("How to comment:")
    assert "iti@example.org" in ours["A2"].value
    assert {str(area) for area in ours.merged_cells.ranges} == {"A1:H1", "A2:H2"}


def test_lists_are_hidden_and_offered(form: Path) -> None:
    """Documents and priorities stand in hidden sheets of IHE's names, and cells offer them."""
    book = load_workbook(form)
    assert [(s.title, s.sheet_state) for s in book] == [
        ("Comment Form", "visible"),
        ("Supplement Names", "hidden"),
        ("PriorityNames", "hidden"),
    ]
    assert [c.value for c in book["Supplement Names"]["A"]] == [
        "*Mobile access to Health Documents (MHD)-comments due 2027-01-15",
        "Cross-Enterprise Document Sharing (XDS.b)",
    ]
    assert [c.value for c in book["PriorityNames"]["A"]] == ["High", "Medium", "Low"]
    rules = {str(rule.sqref): rule.formula1 for rule in book["Comment Form"].data_validations.dataValidation}
    assert rules == {"B6:B205": "SupplementNames", "H6:H205": "PriorityNames"}
    assert book.defined_names["SupplementNames"].attr_text == "'Supplement Names'!$A$1:$A$2"
    assert book["Comment Form"].column_dimensions["F"].width == 50


def test_the_instructions_are_our_own(form: Path) -> None:
    """No sentence of IHE's instructions is copied."""
    ours = load_workbook(form)["Comment Form"]["A2"].value
    theirs = load_workbook(REAL / "Comment_Form-PIXm.xlsx")["Comment Form"]["A2"].value
    sentences = {s.strip() for s in theirs.replace("\n", ".").split(".") if len(s.strip()) > 12}
    assert [s for s in sentences if s in ours] == []


def test_an_empty_form_holds_no_comment(form: Path) -> None:
    """The document that stands in every row already is no comment."""
    assert read_file(form).comments == ()


def test_a_filled_in_form_is_read(form: Path) -> None:
    """What a reviewer types comes back, with the document it is about."""
    book = load_workbook(form)
    sheet = book["Comment Form"]
    for cell, value in {"A6": "P", "C6": 1, "D6": "33.4", "E6": 11, "F6": "Unclear.", "H6": "Low"}.items():
        sheet[cell] = value
    book.save(form)
    (comment,) = read_file(form).comments
    assert (comment.submitter, comment.section, comment.line, comment.issue) == (
        "P",
        "33.4",
        "11",
        "Unclear.",
    )
    assert comment.document == "*Mobile access to Health Documents (MHD)-comments due 2027-01-15"


def test_the_same_form_has_the_same_bytes(form: Path, tmp_path: Path) -> None:
    """An edition's form hangs on its contents alone, not on the clock."""
    again = tmp_path / "again.xlsx"
    write_form(again, "ITI Comment Form", DOCUMENTS, "iti@example.org")
    assert again.read_bytes() == form.read_bytes()
    with zipfile.ZipFile(form) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")

"""Six real sheets, as committees left them: every comment comes in, once, with its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from review import api
from review.doors.open_door import read_file
from review.locations.written import cited_places, says_something
from tests.review.conftest import REAL, both_databases

ROWS = {
    "Comment_Form-NPFSm.xlsx": 26,
    "Comment_Form-PIXm.xlsx": 13,
    "IHE_ITI_P1_FHIR_R4_CommentDisposition.xlsx": 88,
    "IHE_ITI_XCA_Deferred_CommentDisposition.xlsx": 32,
    "ITI_RESTful_ATNA_Comments_Consolidated.xlsx": 35,
    "MHDS-Comment-First.xlsx": 71,
}
"""The rows below the head in which anybody wrote anything, counted by hand."""

OUTCOMES = {
    "Comment_Form-NPFSm.xlsx": {"accepted": 23, "withdrawn": 2, "rejected": 1},
    "Comment_Form-PIXm.xlsx": {"accepted": 8, "": 3, "rejected": 2},
    "IHE_ITI_P1_FHIR_R4_CommentDisposition.xlsx": {"accepted": 62, "rejected": 24, "": 1, "duplicate": 1},
    "IHE_ITI_XCA_Deferred_CommentDisposition.xlsx": {"accepted": 21, "rejected": 10, "answered": 1},
    "ITI_RESTful_ATNA_Comments_Consolidated.xlsx": {"accepted": 34, "deferred": 1},
    "MHDS-Comment-First.xlsx": {"accepted": 42, "rejected": 24, "duplicate": 4, "": 1},
}
"""What the committees' columns recommend; an empty outcome is a discussion without one."""

SHEETS = [REAL / name for name in ROWS]


def test_the_sheets_are_here() -> None:
    """A fresh clone has all six, with the attribution that their licence asks for."""
    assert {file.name for file in REAL.glob("*.xlsx")} == set(ROWS)
    assert "Creative Commons Attribution 4.0" in (REAL / "ATTRIBUTION.md").read_text()


@both_databases
def test_every_row_comes_in_once(register: str, period: object, editor: object) -> None:
    """All rows of all sheets are in the register; reading them again adds nothing."""
    for expected_new in (True, False):
        for file in SHEETS:
            report = api.import_file(file, period, api.Import(editor))
            rows = ROWS[file.name]
            assert (report.rows, report.new, report.known) == (
                rows,
                rows if expected_new else 0,
                0 if expected_new else rows,
            )
            assert report.unplaced == 0
    comments = api.comments(period)
    assert len(comments) == sum(ROWS.values())
    assert Counter(comment.file for comment in comments) == ROWS
    assert [comment.number for comment in comments] == [*range(1, len(comments) + 1)]


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.stem)
def test_given_locations_are_read(file: Path) -> None:
    """At least 95 of 100 comments that give a location are placed in a structured way."""
    given = [c for c in read_file(file).comments if says_something(c.section) or says_something(c.line)]
    read = [c for c in given if cited_places(c.volume, c.section, c.line)]
    assert len(read) >= 0.95 * len(given)


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.stem)
def test_committee_columns_become_recommendations(file: Path) -> None:
    """What a committee wrote beside the comments is kept as a recommendation, never as a decision."""
    outcomes = Counter(c.proposed.outcome for c in read_file(file).comments if c.proposed)
    assert outcomes == OUTCOMES[file.name]


def test_nothing_written_is_lost() -> None:
    """Every filled cell below the head of a form stands in some field of its comment."""
    from openpyxl import load_workbook

    from review.doors.table import cell_text

    file = REAL / "MHDS-Comment-First.xlsx"
    by_row = {comment.row: comment for comment in read_file(file).comments}
    sheet = load_workbook(file)["Comment Form"]
    for number, cells in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2):
        written = {cell_text(value) for value in cells if value is not None} - {""}
        if not written:
            assert number not in by_row
            continue
        c = by_row[number]
        kept = {c.submitter, c.volume, c.section, c.line, c.issue, c.proposed_change, *c.other_cells.values()}
        lost = written - kept - {"High", "Medium", "Low"}
        assert lost == set(), number


def test_a_duplicate_of_a_row_becomes_a_duplicate_of_a_comment(
    register: str, period: object, editor: object
) -> None:
    """`see #23` in a committee's column means the sheet's row 23, and leads to that row's comment."""
    api.import_file(REAL / "MHDS-Comment-First.xlsx", period, api.Import(editor))
    by_row = {comment.row: comment for comment in api.comments(period)}
    assert by_row[32].proposal.outcome == "duplicate"
    assert by_row[32].proposal.refers_to == by_row[23].name
    assert by_row[32].decision is None


def test_the_web_export_keeps_dates_and_addresses(register: str, period: object, editor: object) -> None:
    """Timestamps are days, whichever way Excel stored them; addresses are kept, and never in the public record."""
    api.import_file(REAL / "IHE_ITI_P1_FHIR_R4_CommentDisposition.xlsx", period, api.Import(editor))
    by_row = {comment.row: comment for comment in api.comments(period)}
    assert f"{by_row[7].received_at:%Y-%m-%d}" == "2019-02-08"
    assert by_row[41].email == "reviewer@example.org"
    assert by_row[41].organization == "Canon Medical"
    assert by_row[86].other_cells["committee issue"] == "CP management"
    assert "@" not in api.record(period.name).model_dump_json()

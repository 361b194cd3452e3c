"""The committee's sheet out and back, minutes of a call, replies: nothing is overwritten blindly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from review import api
from review.doors.open_door import read_file
from review.sheets.committee import write_committee_sheet
from review.sheets.published import submitters, write_dispositions, write_reply
from tests.review.conftest import both_databases
from tests.review.register.test_gate import decide
from tests.review.register.test_states import action, person

Comments = Callable[[], list[Any]]


def fill_in(file: Path, rows: dict[str, dict[str, str]]) -> None:
    """Type into the rows of some comments, by the heads of the columns."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        for head, value in rows.get(str(row[0].value)[-3:], {}).items():
            sheet.cell(row[0].row, heads[head]).value = value
    book.save(file)


@both_databases
def test_a_batch_of_decisions(comments: Comments, editor: Any, tmp_path: Path) -> None:
    """Decisions and recommendations of a filled-in sheet are taken; read again, it changes nothing."""
    file = tmp_path / "sheet.xlsx"
    write_committee_sheet(file, "MHD", comments())
    fill_in(
        file,
        {
            "001": {
                "Outcome": "Accepted",
                "Authority": "committee",
                "Decided on": "2026-03-01",
                "Change": "substantive",
            },
            "002": {"Outcome": "rejected", "Response": "Once is enough.", "Assigned to": "Ed"},
            "003": {"Outcome": "accepted", "Authority": "editor", "Change": "editorial"},
        },
    )
    report = api.import_file(file, None, api.Import(editor))
    assert (report.rows, report.new, report.known, report.problems) == (4, 3, 1, [])
    first, second, third, fourth = comments()
    assert (first.state, first.decision.outcome, first.decision.change) == (
        "decided",
        "accepted",
        "substantive",
    )
    assert (second.state, second.proposal.outcome, second.assignee) == ("proposed", "rejected", "Ed")
    assert (third.state, third.decision.authority) == ("decided", "editor")
    assert fourth.revision == 1
    fresh = tmp_path / "fresh.xlsx"
    write_committee_sheet(fresh, "MHD", comments())
    report = api.import_file(fresh, None, api.Import(editor))
    assert (report.new, report.known, report.problems) == (0, 4, [])


@both_databases
def test_conflicts_are_reported(comments: Comments, editor: Any, tmp_path: Path) -> None:
    """A row whose comment was changed meanwhile is left as it is, and named with both revisions."""
    file = tmp_path / "sheet.xlsx"
    write_committee_sheet(file, "MHD", comments())
    api.act(
        comments()[2],
        action("decide"),
        person("editor"),
        {"outcome": "rejected", "response": "No.", "authority": "editor"},
    )
    fill_in(file, {"003": {"Outcome": "accepted", "Authority": "editor", "Change": "editorial"}})
    report = api.import_file(file, None, api.Import(editor))
    (problem,) = report.problems
    assert problem.row == 4
    assert problem.reason == "ITI-MHD-2026-1-003 was changed since: you have revision 1, it is at 2"
    assert comments()[2].decision.outcome == "rejected"


def test_rows_that_make_no_sense(comments: Comments, editor: Any, tmp_path: Path) -> None:
    """Strange words, unknown comments and rows without one are reported; the others are taken."""
    file = tmp_path / "sheet.xlsx"
    write_committee_sheet(file, "MHD", comments())
    fill_in(
        file,
        {
            "001": {"Outcome": "maybe"},
            "002": {"Comment": "ITI-MHD-2026-1-999"},
            "003": {"Outcome": "accepted"},
        },
    )
    book = load_workbook(file)
    book.worksheets[0]["A5"] = None
    book.save(file)
    reasons = [problem.reason for problem in api.import_file(file, None, api.Import(editor)).problems]
    assert reasons[0] == "the row names no comment"
    assert reasons[1].startswith("`maybe` is not one of accepted, accepted-with-modification")
    assert reasons[2] == "there is no comment `ITI-MHD-2026-1-999`"
    assert comments()[2].proposal.outcome == "accepted"


def test_replies(comments: Comments, editor: Any, tmp_path: Path) -> None:
    """Each commenter gets an own sheet; the answer in it comes back, and the comments do not come twice."""
    decide(comments()[0], "rejected", response="It may not always be on.")
    record = api.record("ITI-MHD-2026-1")
    assert [*submitters(record)] == ["(e-mail address removed)", "Reviewer A", "Reviewer B"]
    file = tmp_path / "reply.xlsx"
    assert write_reply(file, record, "reviewer a") == 2
    fill_in(file, {"001": {"Are you satisfied? (satisfied / not-satisfied)": "not-satisfied"}})
    report = api.import_file(file, None, api.Import(editor))
    assert (report.new, report.problems) == (1, [])
    assert comments()[0].decision.acceptance == "not-satisfied"
    assert len(comments()) == 4


def test_the_published_sheet(comments: Comments, tmp_path: Path) -> None:
    """All comments with their dispositions and both texts; no address in any cell."""
    decide(comments()[0], "accepted", change="substantive")
    file = tmp_path / "dispositions.xlsx"
    write_dispositions(file, api.record("ITI-MHD-2026-1"))
    rows = [*load_workbook(file).active.iter_rows(values_only=True)]
    first = dict(zip(rows[0], rows[1], strict=True))
    assert len(rows) == 5
    assert first["Disposition"] == "Accepted"
    assert first["Text before"] == "The source may send a document to the recipient at any time."
    assert not [cell for row in rows for cell in row if cell and "@" in str(cell)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")']
)
def test_no_text_becomes_a_formula(
    comments: Comments, mhd: Any, editor: Any, tmp_path: Path, text: str
) -> None:
    """Whatever a comment begins with, Excel shows it as text, and it comes back as it was."""
    import json

    source = tmp_path / "c.json"
    source.write_text(json.dumps([{"issue": text, "section": "33.4", "submitter": text}]))
    api.import_file(source, mhd, api.Import(editor))
    for write in (write_dispositions, lambda file, _record: write_committee_sheet(file, "x", comments())):
        file = tmp_path / "out.xlsx"
        write(file, api.record("ITI-MHD-2026-1"))
        cells = [c for row in load_workbook(file).active.iter_rows() for c in row if c.value == text.strip()]
        assert cells
        assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}


def test_decisions_survive_the_door(comments: Comments, tmp_path: Path) -> None:
    """What the sheet shows of a decision is what its door reads."""
    decide(comments()[0], "rejected", response="No.\nNever.")
    file = tmp_path / "sheet.xlsx"
    write_committee_sheet(file, "MHD", comments())
    row = read_file(file).decisions[0]
    assert row.revision == 2
    assert row.fields == {
        "outcome": "rejected",
        "response": "No.\nNever.",
        "authority": "committee",
        "decided_on": "2026-03-01",
        "minutes": "https://example.org/m",
        "change": "none",
        "acceptance": "no-answer",
    }

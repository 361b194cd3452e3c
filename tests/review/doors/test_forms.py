"""IHE's form, the web form's export and CSV: every head that was seen, every way to fill them in."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from model.comment_period import Priority
from review.doors.columns import columns
from review.doors.committee import proposed
from review.doors.open_door import read_file
from review.doors.row import WrittenComment
from tests.review.doors.sheets import FORM, ROW, form

COMMITTEE = (
    ("Disposition", "Discussion", "Issue", "status", "commenter rebuttal"),
    ("Response", "Resolution", "Group"),
    ("Comments", "Resolution"),
    ("Done\nNo Change", "Comment"),
    ("status", "comment"),
    ("Notes", "Status"),
    ("Resolution", "Notes"),
    ("Discussion", "Decision", "status"),
    ("Draft Disposition", "Discussion Issue", "status"),
)
"""The nine sets of columns that committees added."""

WEB = (
    "Timestamp",
    "Submitter Name",
    "Submitter's Email Address",
    "Submitter's Organization",
    "Document Name",
    "Volume",
    "Section Number",
    "Line Number",
    "Issue",
    "Proposed Change",
    "Priority",
)


def only(file: Path) -> WrittenComment:
    """The one comment of a file."""
    (comment,) = read_file(file).comments
    return comment


@pytest.mark.parametrize("added", COMMITTEE, ids=" ".join)
def test_every_set_of_committee_columns(tmp_path: Path, added: tuple[str, ...]) -> None:
    """The reviewer's columns are read whatever the committee added, and its words are kept."""
    words = [f"word {index}" for index in range(len(added))]
    comment = only(form(tmp_path / "f.xlsx", [(*ROW, *words)], heads=(*FORM, *added)))
    assert (comment.submitter, comment.volume, comment.section, comment.line) == (
        "Example Person",
        "2",
        "3.101.4.1.2",
        "704-720",
    )
    assert (comment.issue, comment.proposed_change, comment.priority) == (
        "Issue text",
        "Text",
        Priority.MEDIUM,
    )
    assert set(comment.other_cells.values()) == set(words)


def test_the_form_without_its_first_rows(tmp_path: Path) -> None:
    """Editors delete title and instructions, and the column of documents; the head is found all the same."""
    row = ("Example Person", 1, "X.1", 285, "Issue text", "Text", "High")
    comment = only(
        form(tmp_path / "f.xlsx", [row], heads=[h for h in FORM if "Supplement" not in h], head_row=1)
    )
    assert (comment.row, comment.section, comment.line, comment.priority) == (2, "X.1", "285", Priority.HIGH)


def test_the_web_export(tmp_path: Path) -> None:
    """The export's own heads, with its dates, addresses and organizations."""
    row = (
        datetime(2026, 3, 21, 10, 1),  # noqa: DTZ001  # Excel knows no zones
        "P",
        "person@example.org",
        "Org",
        "EX",
        "2c",
        "Z.10",
        355,
        "I",
        "T",
        "Low",
    )
    comment = only(form(tmp_path / "w.xlsx", [row], heads=WEB, head_row=1))
    assert read_file(tmp_path / "w.xlsx").door == "web-form"
    assert comment.received is not None
    assert comment.received.date() == date(2026, 3, 21)
    assert (comment.email, comment.organization, comment.document) == ("person@example.org", "Org", "EX")


def test_a_second_issue_is_the_committees() -> None:
    """After the reviewer's Issue, a column Issue holds the number of a change proposal."""
    found = columns((*WEB, "Disposition", "Discussion", "Issue", "status"))
    assert found.fields["issue"] == 8
    assert found.committee["committee issue"] == 13


def test_unknown_columns_are_kept(tmp_path: Path) -> None:
    """A column that nobody has seen before is kept with its head."""
    comment = only(form(tmp_path / "f.xlsx", [(*ROW, "blue")], heads=(*FORM, "Mood")))
    assert comment.other_cells == {"Mood": "blue"}
    assert comment.proposed is None


def test_rows_in_which_nobody_wrote(tmp_path: Path) -> None:
    """A row with only the chosen document, a name or a priority is no comment; one with anything else is."""
    rows = [
        (None, ROW[1]),
        ("Name", ROW[1], None, None, None, None, None, "Low"),
        (None,) * 8,
        (None, None, None, "3.1"),
    ]
    read = read_file(form(tmp_path / "f.xlsx", rows))
    assert [c.row for c in read.comments] == [9]
    assert [(p.sheet, p.row, p.reason) for p in read.problems] == [("Comment Form", 9, "no text under Issue")]


def test_what_is_not_understood_is_said_and_kept(tmp_path: Path) -> None:
    """A strange priority is reported with sheet, row and reason, and the comment is there."""
    read = read_file(form(tmp_path / "f.xlsx", [(*ROW[:7], "urgent!")]))
    assert read.problems[0].reason == "`urgent!` is no priority; High, Medium and Low are"
    assert read.comments[0].priority is None
    assert read.comments[0].problems


@pytest.mark.parametrize("written", ["Low", "low", " LOW ", "l"])
def test_priorities_in_any_case(tmp_path: Path, written: str) -> None:
    """Low is low, however it is written."""
    assert only(form(tmp_path / "f.xlsx", [(*ROW[:7], written)])).priority is Priority.LOW


def test_formulas_are_text(tmp_path: Path) -> None:
    """A formula is kept as it was typed, never computed, and reported."""
    read = read_file(form(tmp_path / "f.xlsx", [(*ROW[:5], '=HYPERLINK("http://x","y")', None, None)]))
    assert read.comments[0].issue == '=HYPERLINK("http://x","y")'
    assert read.problems[0].reason == "a formula under issue is kept as text"


def test_merged_cells(tmp_path: Path) -> None:
    """A name that spans several rows belongs to each of them."""
    file = form(
        tmp_path / "f.xlsx",
        [ROW, (None, *ROW[1:5], "Another", None, None), (None, *ROW[1:5], "Third", None, None)],
    )
    book = load_workbook(file)
    book["Comment Form"].merge_cells("A6:A7")
    book.save(file)
    assert [c.submitter for c in read_file(file).comments] == ["Example Person", "Example Person", ""]


def test_numbers_as_excel_has_them(tmp_path: Path) -> None:
    """1.0 is volume 1, and a section that is a number is known to be one."""
    comment = only(form(tmp_path / "f.xlsx", [("P", ROW[1], 1.0, 3.2, 482.0, "I", "T", "Low")]))
    assert (comment.volume, comment.section, comment.line) == ("1", "3.2", "482")
    assert comment.section_was_number


def test_several_sheets(tmp_path: Path) -> None:
    """Every sheet with the head of a form is read; lists are not."""
    file = form(tmp_path / "f.xlsx", [ROW])
    book = load_workbook(file)
    copy = book.copy_worksheet(book["Comment Form"])
    copy.title = "More"
    book.create_sheet("Supplement Names").append(["Example Profile (EX)"])
    book.save(file)
    assert [c.sheet for c in read_file(file).comments] == ["Comment Form", "More"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_in_any_dress(tmp_path: Path, separator: str, encoding: str) -> None:
    """Separator and encoding are found out; quotes, line breaks and umlauts survive."""
    lines = (
        separator.join(WEB),
        separator.join(("", "Jürgen", "", "", "EX", "1", "X.4", "12", '"Zeile 1\nZeile 2"', "", "Low")),
    )
    file = tmp_path / "c.csv"
    file.write_bytes("\n".join(lines).encode(encoding))
    comment = only(file)
    assert (comment.submitter, comment.issue, comment.line) == ("Jürgen", "Zeile 1\nZeile 2", "12")


def test_json(tmp_path: Path) -> None:
    """Our own JSON has the same fields; a list alone will do."""
    file = tmp_path / "c.json"
    file.write_text(
        '{"format": "framework-press-comments/1", "comments": [{"submitter": "P", "section": "X.4", "issue": "I", "anchor": "p-1"}, "just text"]}'
    )
    first, second = read_file(file).comments
    assert (first.submitter, first.section, first.issue, first.anchor) == ("P", "X.4", "I", "p-1")
    assert second.issue == "just text"


@pytest.mark.parametrize(
    ("cells", "outcome"),
    [
        ({"disposition": "accept"}, "accepted"),
        ({"disposition": "Reject", "status": "done"}, "rejected"),
        ({"decision": "no change", "status": "done"}, "rejected"),
        ({"decision": "remove option", "status": "done"}, "accepted"),
        ({"resolution": "Fixed"}, "accepted"),
        ({"resolution": "Deferred"}, "deferred"),
        ({"resolution": "Clarified"}, "answered"),
        ({"status": "Withdrawn"}, "withdrawn"),
        ({"status": "see #23"}, "duplicate"),
        ({"draft disposition": "todo"}, ""),
        ({"done no change": "discuss", "comment": "why?"}, ""),
        ({"disposition": "Persuasive with modification"}, "accepted-with-modification"),
        ({"disposition": "Not persuasive"}, "rejected"),
    ],
)
def test_words_of_committees(cells: dict[str, str], outcome: str) -> None:
    """Nine vocabularies, one set of outcomes."""
    found = proposed(cells)
    assert found is not None
    assert found.outcome == outcome


def test_an_answer_is_kept_beside_the_outcome() -> None:
    """What the committee said is the response, and a duplicate names its row."""
    found = proposed({"discussion": "Repository recommendation", "decision": "see #23", "status": "see #23"})
    assert found is not None
    assert (found.response, found.duplicate_of_row) == ("Repository recommendation", 23)

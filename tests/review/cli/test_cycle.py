"""A comment period from its opening to the record, by commands alone, on a small document."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from build_tools.cli import tf
from review import api
from tests.review.locations.edition_text import write_edition
from tests.review.small_document import ANCHORS, LINES
from tests.site.project import new_project

PERIOD = "DOC-NEWS-2026-1"
COMMITTEE = ("--authority", "committee", "--decided-on", "2026-03-01", "--minutes", "https://example.org/m")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_sqlite: Path) -> Path:
    """The framework in miniature, with a published edition of one of its supplements."""
    folder = new_project(tmp_path / "project")
    write_edition(folder / "publications/DOC/NEWS/1.0-public-comment", ANCHORS, LINES)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TF_BY", "Example Editor")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return folder


def run(*words: str, code: int = 0) -> Result:
    """Call ``tf comments``; it ends with that code, and never with a traceback."""
    result = CliRunner().invoke(tf, ("comments", *words), prog_name="tf", catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


def data(*words: str, code: int = 0) -> Any:
    """What a command prints for machines."""
    return json.loads(run(*words, "--format", "json", code=code).stdout)


def opened() -> None:
    """Open the period."""
    run(
        "open",
        "DOC/NEWS",
        "--edition",
        "1.0-public-comment",
        "--opens",
        "2026-01-01",
        "--closes",
        "2026-02-15",
        "--title",
        "News of Documents",
    )


def type_in(file: Path, cells: dict[str, Any]) -> None:
    """Type into the first sheet of a workbook."""
    book = load_workbook(file)
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    book.save(file)


def commented(project: Path) -> None:
    """Open the period and fill its form in three ways."""
    opened()
    run("form", PERIOD, "-o", "form.xlsx")
    type_in(
        Path("form.xlsx"),
        {
            "A6": "Reviewer A",
            "C6": 1,
            "D6": "33.4",
            "E6": 11,
            "F6": "May is too weak.",
            "G6": "shall",
            "H6": "High",
        },
    )
    with (project / "export.csv").open("w", newline="", encoding="utf-8") as stream:
        heads = "Timestamp,Submitter Name,Submitter's Email Address,Document Name,Section Number,Line Number,Issue,Priority"
        csv.writer(stream).writerows(
            [
                heads.split(","),
                (
                    "2026-01-05 10:00",
                    "Reviewer B",
                    "b@example.org",
                    "NEWS",
                    "",
                    "12",
                    "Why once? Ask b@example.org",
                    "Low",
                ),
            ]
        )
    (project / "page.json").write_text(
        json.dumps(
            {
                "comments": [
                    {
                        "submitter": "Reviewer C",
                        "document": "NEWS",
                        "anchor": "p3",
                        "issue": "Which site?",
                        "kind": "question",
                    }
                ]
            }
        )
    )


def test_a_period_from_opening_to_record(project: Path) -> None:
    """Form, import by three doors, decisions, gate, changes, record, disposition page and replies."""
    commented(project)
    reports = data("import", "form.xlsx", "export.csv", "page.json")
    assert [(r["rows"], r["new"], r["known"], r["unplaced"], r["problems"]) for r in reports] == [
        (1, 1, 0, 0, [])
    ] * 3
    assert [r["new"] for r in data("import", "form.xlsx", "export.csv", "page.json")] == [0, 0, 0]
    listed = data("list", PERIOD)
    assert [(c["comment"][-3:], c["location"]["anchors"]) for c in listed] == [
        ("001", ["p1"]),
        ("002", ["p2"]),
        ("003", ["p3"]),
    ]

    run("decide", f"{PERIOD}-001", "--outcome", "accepted", *COMMITTEE)
    run("decide", f"{PERIOD}-002", "--outcome", "accepted")
    run("decide", f"{PERIOD}-003", "--outcome", "answered", "--response", "Each.", *COMMITTEE)
    refused = [item for item in api.gate(PERIOD, [], project) if not item.holds]
    assert [(item.question, [name[-3:] for name in item.comments]) for item in refused] == [
        ("Does every accepted comment name its change?", ["001", "002"])
    ]

    for number in ("001", "002"):
        run("decide", f"{PERIOD}-{number}", "--change", "substantive", "--why", "named at last")
    texts = {"p1": "The source shall send a document.", "p2": "It retries twice."}
    later = project / "publications/DOC/NEWS/1.1-trial-implementation"
    write_edition(later, tuple(replace(a, text=texts.get(a.id, a.text)) for a in ANCHORS), {})
    anchors = json.loads((later / "anchors.json").read_text())["anchors"]
    assert [item for item in api.gate(PERIOD, anchors, project) if not item.holds] == []

    assert data("implement", PERIOD, "--in", str(later)) == {
        "implemented": [f"{PERIOD}-001", f"{PERIOD}-002"]
    }
    run("verify", f"{PERIOD}-001", "--as", "member", "--by", "Member")
    run("accept", f"{PERIOD}-001", "--answer", "satisfied")
    run("record", PERIOD)
    record = project / f"frameworks/documents/comment_periods/{PERIOD}.yaml"
    first = record.read_text()
    run("record", PERIOD)
    assert record.read_text() == first
    assert "@" not in first
    _assert_on_the_site(project)


def _assert_on_the_site(project: Path) -> None:
    """The site shows both texts, leads to the page, has the sheet, and no address in any file."""
    result = CliRunner().invoke(tf, ["build", "--no-search", "-o", "site"], catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    page = (project / f"site/DOC/comments/{PERIOD}.html").read_text(encoding="utf-8")
    assert "The source may send a document to the recipient at any time." in page
    assert "The source shall send a document." in page
    assert f'id="{PERIOD}-001"' in page
    for file in ("site/DOC/index.html", "site/DOC/NEWS/index.html"):
        assert f"comments/{PERIOD}.html" in (project / file).read_text(encoding="utf-8")
    run("replies", PERIOD, "-o", "site/replies")
    published = [file for file in (project / "site").rglob("*") if file.is_file()]
    assert (project / f"site/DOC/comments/{PERIOD}.xlsx") in published
    for file in published:
        if file.suffix == ".xlsx":
            cells = [
                str(c) for s in load_workbook(file) for row in s.iter_rows(values_only=True) for c in row if c
            ]
            assert not [cell for cell in cells if "b@example.org" in cell]
        else:
            assert b"b@example.org" not in file.read_bytes(), file


def test_issues_of_the_next_edition(project: Path) -> None:
    """What was deferred is an open issue of the supplement, a question that was answered a closed one."""
    commented(project)
    run("import", "form.xlsx", "page.json")
    run(
        "decide",
        f"{PERIOD}-001",
        "--outcome",
        "deferred",
        "--refers-to",
        "CP-DOC-7",
        "--response",
        "Not this year.",
        *COMMITTEE,
    )
    run(
        "decide", f"{PERIOD}-002", "--outcome", "answered", "--response", "Each site has its own.", *COMMITTEE
    )
    run("record", PERIOD)
    CliRunner().invoke(tf, ["build", "--no-search", "-o", "site"], catch_exceptions=False)
    page = (project / "site/DOC/NEWS/index.html").read_text(encoding="utf-8")
    opened_, closed = page.index('id="open-issues-and-questions"'), page.index('id="closed-issues"')
    deferred, answered = page.index(f'id="issue-{PERIOD}-001"'), page.index(f'id="issue-{PERIOD}-002"')
    assert opened_ < deferred < closed < answered
    assert "Deferred to CP-DOC-7." in page


def test_agenda_and_minutes(project: Path) -> None:
    """The agenda of a call, filled in, comes back as decisions of the committee with date and minutes."""
    commented(project)
    run("import", "form.xlsx", "export.csv", "page.json")
    text = run("agenda", PERIOD, "-o", "agenda.xlsx").stdout
    assert "Agenda, DOC/NEWS 1.0-public-comment: 2 comments" in text
    assert f"1. {PERIOD}-001 (high) 33.4 line 11" in text
    book = load_workbook("agenda.xlsx")
    heads = {cell.value: cell.column_letter for cell in book.worksheets[0][1]}
    type_in(Path("agenda.xlsx"), {f"{heads['Outcome']}2": "rejected", f"{heads['Response']}2": "It may."})
    result = data("minutes", "agenda.xlsx", "--date", "2026-03-01", "--link", "https://example.org/m")
    assert result == {"decided": [f"{PERIOD}-001"], "problems": []}
    decided = data("show", f"{PERIOD}-001")["disposition"]
    assert (decided["authority"], decided["decided_on"], decided["minutes"]) == (
        "committee",
        "2026-03-01",
        "https://example.org/m",
    )
    again = data("minutes", "agenda.xlsx", "--date", "2026-03-02", "--link", "x", code=1)
    assert "was changed since" in again["problems"][0]["reason"]


def test_sheet_and_import(project: Path) -> None:
    """The sheet goes out, is filled in, and comes back by the same command as comments."""
    commented(project)
    run("import", "form.xlsx")
    run("sheet", PERIOD, "-o", "sheet.xlsx")
    heads = {cell.value: cell.column_letter for cell in load_workbook("sheet.xlsx").worksheets[0][1]}
    type_in(Path("sheet.xlsx"), {f"{heads['Outcome']}2": "accepted", f"{heads['Response']}2": "Yes."})
    (report,) = data("import", "sheet.xlsx")
    assert (report["rows"], report["new"], report["problems"]) == (1, 1, [])
    assert data("show", f"{PERIOD}-001")["recommended"]["outcome"] == "accepted"


def test_restore(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record goes into another register, and is the same there."""
    commented(project)
    run("import", "form.xlsx")
    run("record", PERIOD, "-o", "record.yaml")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///other.sqlite3")
    run("restore", "record.yaml")
    run("record", PERIOD, "-o", "again.yaml")
    assert Path("again.yaml").read_bytes() == Path("record.yaml").read_bytes()
    assert "holds DOC-NEWS-2026-1 already" in run("restore", "record.yaml", code=1).stderr


def test_places_in_a_later_edition(project: Path) -> None:
    """Every comment is listed with what became of its place."""
    commented(project)
    run("import", "form.xlsx", "export.csv", "page.json")
    later = project / "later"
    write_edition(later, tuple(a for a in ANCHORS if a.id != "p1"), {})
    found = data("places", PERIOD, "--in", str(later))
    assert [one["places"][0]["fate"] for one in found] == ["text gone", "exact", "exact"]
    assert "text gone" in run("places", PERIOD, "--in", str(later)).stdout


def test_other_lists(project: Path) -> None:
    """Periods, duplicates, states and assignments are listed for people and machines."""
    commented(project)
    run("import", "form.xlsx", "export.csv", "page.json")
    run("assign", f"{PERIOD}-001", f"{PERIOD}-002", "--to", "Ed")
    assert [c["comment"][-3:] for c in data("list", PERIOD, "--assigned-to", "ed", "--order", "number")] == [
        "001",
        "002",
    ]
    assert [c["comment"][-3:] for c in data("list", PERIOD, "--priority", "high")] == ["001"]
    assert data("list", PERIOD, "--unplaced") == []
    assert [(p["period"], p["comments"], p["undecided"]) for p in data("periods")] == [(PERIOD, 3, 3)]
    assert data("duplicates", PERIOD) == []
    shown = run("show", f"{PERIOD}-002").stdout
    assert "Text there:       It retries once when the network fails, and gives up then." in shown
    assert "b@example.org" in shown  # the committee may know it
    run("dispositions", PERIOD, "-o", "d.xlsx")
    assert Path("d.xlsx").is_file()


REFUSALS = {
    ("list", "DOC-NEWS-2026-9"): (
        2,
        "there is no comment period `DOC-NEWS-2026-9`; did you mean `DOC-NEWS-2026-1`?",
    ),
    ("show", "DOC-NEWS-2026-1-999"): (1, "there is no comment `DOC-NEWS-2026-1-999`"),
    ("decide", "DOC-NEWS-2026-1-001", "--outcome", "maybe"): (2, "'maybe' is not one of"),
    ("decide", "DOC-NEWS-2026-1-001", "--outcome", "rejected"): (1, "may not decide"),
    ("decide", "DOC-NEWS-2026-1-001", "--authority", "committee"): (1, "a decision has an outcome"),
    ("verify", "DOC-NEWS-2026-1-001"): (1, "only what is implemented can be verified"),
    ("open", "DOC/X", "--edition", "1", "--opens", "2026-02-01", "--closes", "2026-01-01"): (
        2,
        "before or as it opens",
    ),
    ("open", "//", "--edition", "1", "--closes", "2999-01-01"): (2, "names no document"),
    ("lst", "X"): (2, "there is no command `comments lst`; did you mean `list`?"),
    ("minutes", "export.csv", "--date", "2026-03-01", "--link", "x"): (0, "0 decided"),
    ("places", "DOC-NEWS-2026-1", "--in", "frameworks"): (1, "anchors.json: No such file"),
    ("record", "DOC-NEWS-2026-1", "-o", "/proc/no"): (2, "cannot be written"),
    ("restore", "export.csv"): (1, "error TF"),
}


@pytest.mark.parametrize("words", REFUSALS, ids=" ".join)
def test_refusals_are_kind(project: Path, words: tuple[str, ...]) -> None:
    """Whatever is asked wrongly is answered with the reason and its exit code, without a traceback."""
    commented(project)
    run("import", "form.xlsx")
    code, text = REFUSALS[words]
    assert text in run(*words, code=code).output


def test_import_says_what_it_did_not_understand(project: Path) -> None:
    """Unreadable files, unknown documents and strange rows are told; the other files are taken."""
    commented(project)
    (project / "broken.xlsx").write_bytes(b"PK broken")
    (project / "other.csv").write_text("Submitter Name,Document Name,Issue\nP,XYZ,I\n")
    (project / "strange.csv").write_text("Submitter Name,Document Name,Issue,Priority\nP,NEWS,I,urgent\n")
    reports = data("import", "broken.xlsx", "other.csv", "strange.csv", "form.xlsx", code=1)
    assert [report["new"] for report in reports] == [0, 0, 1, 1]
    assert reports[0]["problems"][0]["reason"].startswith("the file is damaged")
    assert (
        "no comment period is known for `XYZ`; name one with --period" in reports[1]["problems"][0]["reason"]
    )
    assert reports[2]["problems"] == [
        {"sheet": "", "row": 2, "reason": "`urgent` is no priority; High, Medium and Low are"}
    ]
    text = run("import", "strange.csv", code=1)
    assert "strange.csv: row 2: `urgent` is no priority" in text.stderr


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://x/y", "is no address of a register"),
        ("sqlite:///", "names no file"),
        ("sqlite:////proc/x/y.sqlite3", "the register cannot be opened"),
        ("postgresql://nobody@localhost:1/x", "the register cannot be opened"),
    ],
)
def test_a_register_that_cannot_be_opened(
    project: Path, monkeypatch: pytest.MonkeyPatch, url: str, reason: str
) -> None:
    """A wrong DATABASE_URL is wrong use, and says what a right one is or what went wrong."""
    monkeypatch.setenv("DATABASE_URL", url)
    assert reason in run("periods", code=2).output

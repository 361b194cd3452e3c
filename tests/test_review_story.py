"""The story that the guides tell: a supplement goes out, comments come in, the gate refuses, the text changes, it is published.

Everything is the real thing: the commands, the editions, the register, the site.
"""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.site.project import edit, tf
from tests.site.test_editions import COMMENT, NEWS, TRIAL, run, supplement

PERIOD = "DOC-NEWS-2026-1"
COMMITTEE = (
    "--authority",
    "committee",
    "--decided-on",
    "2026-07-20",
    "--minutes",
    "https://example.org/minutes",
)
BEFORE, AFTER = "Tells what happened to documents.", "Tells readers what happened to their documents."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A supplement that is published for public comment, with a register of its own."""
    monkeypatch.setenv("TF_BY", "Ada Example")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    folder = supplement(tmp_path / "project")
    run(folder, COMMENT)
    return folder


def comments(project: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Call ``tf comments``."""
    return run(project, ("comments", *words), code=code)


def decide(project: Path, number: str, *words: str) -> None:
    """The committee decides a comment."""
    comments(project, "decide", f"{PERIOD}-{number}", *words, *COMMITTEE)


def anchor(project: Path, text: str) -> dict[str, Any]:
    """The place of the published edition whose text is this."""
    file = project / "publications/DOC/NEWS/1.0-public-comment/anchors.json"
    return next(one for one in json.loads(file.read_text())["anchors"] if one["text"] == text)


def printed_line(project: Path, id_: str) -> int:
    """The number of the first printed line of a place."""
    (file,) = (project / "publications/DOC/NEWS/1.0-public-comment").glob("*.lines.json")
    return next(line["line"] for line in json.loads(file.read_text())["lines"] if line["anchor"] == id_)


def comment_three_ways(project: Path) -> None:
    """By IHE's Excel form and a line number, by the web form's export and a table, by a page and a place on it."""
    place = anchor(project, BEFORE)
    book = load_workbook(project / "publications/DOC/NEWS/1.0-public-comment/comment-form.xlsx")
    row = (
        "Reviewer A",
        None,
        1,
        "4",
        printed_line(project, place["id"]),
        "Whom does it tell?",
        AFTER,
        "High",
    )
    for column, value in enumerate(row, 1):
        book.worksheets[0].cell(6, column).value = value
    book.save(project / "form.xlsx")
    heads = "Timestamp,Submitter Name,Submitter's Email Address,Document Name,Section Number,Issue,Priority"
    with (project / "export.csv").open("w", newline="", encoding="utf-8") as stream:
        told = (
            "2026-06-05 10:00",
            "Reviewer B",
            "b@example.org",
            "NEWS",
            "Table 4.1-1",
            "Not all can read.",
            "High",
        )
        csv.writer(stream).writerows([heads.split(","), told])
    question = {"submitter": "Reviewer C", "document": "NEWS", "section": "Open Issue 1", "issue": "Is it?"}
    (project / "page.json").write_text(json.dumps({"comments": [question]}))


def test_a_supplement_from_public_comment_to_trial_implementation(project: Path) -> None:
    """Published, commented on three ways, decided, refused with two names, changed, published, proven."""
    comment_three_ways(project)
    files = ("form.xlsx", "export.csv", "page.json")
    reports = json.loads(comments(project, "import", *files, "--format", "json").stdout)
    assert [(report["new"], report["unplaced"], report["problems"]) for report in reports] == [(1, 0, [])] * 3

    decide(project, "001", "--outcome", "accepted")
    decide(project, "002", "--outcome", "accepted-with-modification", "--response", "Optional for readers.")
    decide(project, "003", "--outcome", "answered", "--response", "It is.")
    edit(project, NEWS, "stage: public-comment", "stage: trial-implementation")
    refused = run(project, TRIAL, code=1).stdout
    assert f"{PERIOD}-001" in refused
    assert f"{PERIOD}-002" in refused
    assert f"{PERIOD}-003" not in refused
    assert not (project / "publications/DOC/NEWS/1.1-trial-implementation").exists()

    for number in ("001", "002"):
        decide(project, number, "--change", "substantive", "--why", "the call named it")
    assert f"{PERIOD}-001" in run(project, TRIAL, code=1).stdout, (
        "a change is named, and nothing has changed yet"
    )
    edit(project, NEWS, BEFORE, AFTER)
    edit(
        project,
        NEWS,
        "- {transaction: DOC-4, optionality: R}\n    unknown",
        "- {transaction: DOC-4, optionality: O}\n    unknown",
    )
    run(project, TRIAL)
    later = "publications/DOC/NEWS/1.1-trial-implementation"
    comments(project, "implement", PERIOD, "--in", later)
    comments(project, "record", PERIOD)
    assert_on_the_site(project)
    run(project, ["verify"])


def assert_on_the_site(project: Path) -> None:
    """The disposition page shows the words before and after, and no e-mail address is published anywhere."""
    built = tf(["build", "--no-search", "-o", "site"], project)
    assert built.returncode in (0, 1), built.stdout + built.stderr
    shown = (project / f"site/DOC/comments/{PERIOD}.html").read_text(encoding="utf-8")
    assert BEFORE in shown
    assert AFTER in shown
    for file in [*(project / "site").rglob("*"), *(project / "frameworks").rglob("*.yaml")]:
        assert not file.is_file() or b"b@example.org" not in file.read_bytes(), file

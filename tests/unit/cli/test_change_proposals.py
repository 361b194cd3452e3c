"""``tf new cp``, ``tf list cps``, ``tf show`` and ``tf cp move`` on the miniature."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.checks import check
from build_tools.cli import tf
from build_tools.loading import load
from tests.site.project import new_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the miniature."""
    return new_project(tmp_path / "project")


def run(project: Path, *arguments: str) -> Result:
    """Call ``tf`` on a project."""
    return CliRunner().invoke(
        tf, [*arguments, "--root", str(project)], prog_name="tf", catch_exceptions=False
    )


def problems(project: Path) -> list[str]:
    """What is found in the change proposals of a project."""
    root = project / "frameworks"
    return [
        f"{p.code} {p.message}" for p in check(load(root), root).open_problems if "cp-doc" in p.where.path
    ]


def test_new_takes_the_next_number(project: Path) -> None:
    """The file is complete but for what only a person can write, and stands in the folder of the domain."""
    words = ("--title", "Say: how", "--submitter", "A. Smith", "--profile", "DEX")
    result = run(project, "new", "cp", "--domain", "documents", *words)
    assert result.exit_code == 0
    text = (project / "frameworks/documents/change_proposals/cp-doc-13.yaml").read_text(encoding="utf-8")
    assert "change_proposal: CP-DOC-13\n" in text
    assert problems(project) == ["TF612 `...` shows that the text is not finished"]


def test_new_publishes_no_address(project: Path) -> None:
    """An e-mail address as the submitter is refused before anything is written."""
    result = run(project, "new", "cp", "--domain", "documents", "--title", "T", "--submitter", "a@b.example")
    assert result.exit_code == 2
    assert "everything here is published" in result.output


def test_list_and_show(project: Path) -> None:
    """All proposals by number; the facts of one, and what may follow."""
    found = json.loads(run(project, "list", "cps", "--format", "json").output)
    assert [(row["name"], row["stage"]) for row in found] == [
        ("CP-DOC-1", "rejected"),
        ("CP-DOC-2", "final-text"),
        ("CP-DOC-12", "ballot"),
    ]
    assert "CP-DOC-12" in run(project, "list", "cps", "--stage", "ballot").output
    shown = run(project, "show", "CP-DOC-2").output
    assert "published at DOC/change-proposals/CP-DOC-2.html" in shown
    assert "what may follow: integrated" in shown
    assert "DOC Ballot 2: 1 yes, 0 no, 1 abstain: passed" in shown


def test_move(project: Path) -> None:
    """The step is written with its day, and nothing is wrong with the file afterwards."""
    revision = ("--in", "DOC TF-2, Revision 3.0", "--date", "2026-02-03")
    result = run(project, "cp", "move", "CP-DOC-2", "integrated", *revision)
    assert result.output.startswith(
        "frameworks/documents/change_proposals/cp-doc-2.yaml: Final Text -> Integrated"
    )
    assert problems(project) == []
    proposal = next(p for p in load(project / "frameworks").framework.change_proposals if p.number == 2)
    assert (proposal.state, proposal.version, proposal.updated) == ("integrated", "IN", "2026-02-03")
    assert proposal.history[-1].date == "2026-02-03"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("CP-DOC-2", "ballot"), "CP-DOC-2 is final-text; what may follow is integrated"),
        (("CP-DOC-2", "integrate"), "did you mean `integrated`?"),
        (("CP-DOC-2", "integrated"), "name the revision that carries it"),
        (("CP-DOC-3", "assigned"), "nothing is called `CP-DOC-3`"),
        (("DEX", "assigned"), "`DEX` is not a change proposal"),
    ],
)
def test_a_wrong_step_is_refused(project: Path, words: tuple[str, ...], fault: str) -> None:
    """Wrong use is told in words, and no file changes."""
    before = (project / "frameworks/documents/change_proposals/cp-doc-2.yaml").read_bytes()
    result = run(project, "cp", "move", *words)
    assert result.exit_code == 2
    assert fault in " ".join(result.output.split())
    assert (project / "frameworks/documents/change_proposals/cp-doc-2.yaml").read_bytes() == before

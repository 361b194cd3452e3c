"""Every folder of ``tests/corpus``: a tiny framework, and exactly the problems that are found in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.checks import check
from build_tools.checks.catalogue import PROBLEM_KINDS
from build_tools.loading import load
from build_tools.problems import Problem

CORPUS = Path(__file__).parent / "corpus"
CASES = sorted(folder.name for folder in CORPUS.iterdir() if folder.is_dir() and folder.name != "base")
WRONG = [case for case in CASES if case.endswith("-wrong")]
CODES = [kind.code for kind in PROBLEM_KINDS]
MADE_BY_TESTS = {
    "TF109": "bytes that are not UTF-8 stand in tests/unit/loading/test_bad_input.py",
    "TF901": "seen only while pages are written: tests/site/test_prose.py",
}


def problems_of(case: str, folder: Path) -> tuple[Problem, ...]:
    """The open problems of a case, whose files are put over those of the base."""
    root = folder / "frameworks"
    for part in ("base", case):
        files = CORPUS / part / "framework"
        if files.exists():
            shutil.copytree(files, root, dirs_exist_ok=True)
    return check(load(root), root).open_problems


def line(problem: Problem) -> str:
    """The problem as ``expected.txt`` writes it."""
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"{problem.where}: {problem.severity} {problem.code} {problem.message}{hint}"


def expected(case: str) -> list[str]:
    """The lines of a case's ``expected.txt``."""
    return (CORPUS / case / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_exactly_the_problems_it_expects(case: str, tmp_path: Path) -> None:
    """Every expected problem is found at its place with its words, and no other."""
    assert [line(problem) for problem in problems_of(case, tmp_path)] == expected(case)


def test_the_base_has_no_problem(tmp_path: Path) -> None:
    """What a case finds comes from its own files."""
    assert problems_of("base", tmp_path) == ()


@pytest.mark.parametrize("case", WRONG)
def test_a_mistake_is_reported_once(case: str) -> None:
    """One mistake is one problem, with the code in the case's name; nothing else is blamed for it."""
    (only,) = expected(case)
    assert only.split()[2] == case[:5].upper()


@pytest.mark.parametrize("case", [case for case in CASES if case not in WRONG])
def test_what_is_right_is_left_alone(case: str) -> None:
    """A case that is right, or that real frameworks demand, expects no problem."""
    assert expected(case) == []


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_problem_is_shown_right_and_wrong(code: str) -> None:
    """An editor finds an example of each problem and of what to write instead."""
    cases = [case for case in CASES if case.startswith(f"{code.lower()}-")]
    assert any(case.endswith("-right") for case in cases)
    assert any(case.endswith("-wrong") for case in cases) or code in MADE_BY_TESTS


@pytest.mark.parametrize("case", CASES)
def test_a_case_says_what_it_shows(case: str) -> None:
    """The README of a case is one line for its readers."""
    text = (CORPUS / case / "README.md").read_text(encoding="utf-8")
    assert text.count("\n") == 1
    assert text[0].isupper() or text[0] == "`"
    assert text.endswith(".\n")

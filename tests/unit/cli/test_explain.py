"""``tf explain``: what a code means and what to do about it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from build_tools.checks.catalogue import PROBLEM_KINDS
from build_tools.cli import tf


def explain(*arguments: str) -> Result:
    """Call ``tf explain`` in this process."""
    return CliRunner().invoke(tf, ["explain", *arguments], prog_name="tf", catch_exceptions=False)


@pytest.mark.parametrize("kind", PROBLEM_KINDS, ids=lambda kind: kind.code)
def test_every_code_is_explained(kind: object) -> None:
    """Each code has a name of words with hyphens, a severity and a text of more than one sentence."""
    result = explain(kind.code)  # type: ignore[attr-defined]
    assert result.exit_code == 0
    first, _, text = result.stdout.partition("\n\n")
    assert first == f"{kind.code} {kind.name} ({kind.severity})"  # type: ignore[attr-defined]
    assert text.strip()


def test_small_letters_will_do() -> None:
    """A code may be typed in small letters."""
    assert explain("tf204").stdout == explain("TF204").stdout
    assert "unknown-transaction" in explain("TF204").stdout


@pytest.mark.parametrize(
    ("typed", "hint"), [("TF20", "did you mean"), ("nonsense", "`tf explain --list` shows all")]
)
def test_a_code_that_does_not_exist(typed: str, hint: str) -> None:
    """Wrong use ends with 2 and offers the nearest code, or the list."""
    result = explain(typed)
    assert result.exit_code == 2
    assert f"there is no code `{typed}`" in result.stderr
    assert hint in result.stderr


def test_without_a_code() -> None:
    """Nothing to explain is wrong use."""
    result = explain()
    assert result.exit_code == 2
    assert "--list" in result.stderr


def test_list() -> None:
    """All codes, a line each, in their order."""
    lines = explain("--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [kind.code for kind in PROBLEM_KINDS]


def test_list_as_json() -> None:
    """All codes as data, with everything there is to say of each."""
    found = json.loads(explain("--list", "--format", "json").stdout)
    assert [set(kind) for kind in found] == [{"code", "name", "severity", "section", "text"}] * len(
        PROBLEM_KINDS
    )
    assert [kind["code"] for kind in found] == [kind.code for kind in PROBLEM_KINDS]
    (one,) = json.loads(explain("TF204", "--format", "json").stdout)
    assert one["name"] == "unknown-transaction"

"""Errors that reached print in real frameworks are caught here, and clean frameworks are not accused of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.errata.replay import cases, false_alarms, replay


@pytest.mark.parametrize("name", cases())
def test_a_published_error_is_caught(name: str) -> None:
    """At its place and with its code; the README names the error and where it is known from."""
    erratum = replay(name)
    assert set(erratum.expected) <= set(erratum.found)
    assert erratum.is_caught
    assert erratum.story.endswith(").")


def test_the_frameworks_kept_here_raise_no_false_alarm() -> None:
    """What the errata's rules find in ``frameworks/`` is real and accepted with a reason, or it is not there."""
    assert [str(problem) for problem in false_alarms(tuple(map(replay, cases())))] == []


def test_enough_errors_are_replayed() -> None:
    """At least two dozen, as the committee asked."""
    assert len(cases()) >= 24


def test_the_table_ends_with_the_count() -> None:
    """``make errata`` prints a line an erratum and ends with what was caught."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.errata"], cwd=root, capture_output=True, text=True, check=False
    )
    lines = done.stdout.splitlines()
    assert lines[-1] == f"errata: {len(cases())} of {len(cases())} caught, 0 false alarms"
    assert (done.returncode, len(lines)) == (0, len(cases()) + 1)

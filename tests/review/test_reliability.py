"""Killed at any moment, started twice at once: the register holds every comment once."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from review import api
from tests.review.conftest import both_databases, close
from tests.review.small_document import HEADS
from tests.site.project import ROOT

ROWS = 1_200
KILLS = 8


def write_rows(file: Path, numbers: range) -> None:
    """A CSV file of comments, each with a number of its own."""
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADS)
        writer.writerows(
            (f"Reviewer {n % 9}", "1", f"33.{n % 40}", n, f"Issue {n}", "Change", "Low") for n in numbers
        )


def start(url: str, *files: Path) -> subprocess.Popen[str]:
    """Start the import as a person would."""
    (files[0].parent / "frameworks").mkdir(exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "build_tools.cli",
        "comments",
        "import",
        *map(str, files),
        "--format",
        "json",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": url}
    return subprocess.Popen(
        [*command, "--period", "ITI-MHDS-2020-1", "--root", str(files[0].parent)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> dict[str, Any]:
    """The report of an import that ended well."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    (report,) = json.loads(out)
    return report


def assert_full(period: Any, expected: int) -> None:
    """Every comment once, numbered without a gap, each with its entry in the log."""
    comments = api.comments(period)
    assert len({c.fingerprint for c in comments}) == len(comments) == expected
    assert [c.number for c in comments] == [*range(1, expected + 1)]
    assert period.log.filter(action="received").count() == expected
    assert api.period(period.name).last_number == expected


@both_databases
def test_killed_at_any_moment(register: str, period: Any, tmp_path: Path) -> None:
    """After kills at random moments, running it again gives exactly the full register."""
    file = tmp_path / "comments.csv"
    write_rows(file, range(ROWS))
    close()
    began = time.monotonic()
    finished(start(register, _other(file)))  # how long it takes here, into rows that are counted below
    lasting = time.monotonic() - began
    chance = random.Random(7)  # noqa: S311  # the same moments in every run, as shares of the time it takes
    for _ in range(KILLS):
        process = start(register, file)
        time.sleep(lasting * chance.uniform(0.3, 1.0))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        kept = len(api.comments(period)) - ROWS
        assert kept in (0, ROWS), "a file comes in as a whole or not at all"
        close()
    report = finished(start(register, file))
    assert (report["rows"], report["new"] + report["known"]) == (ROWS, ROWS)
    assert_full(period, 2 * ROWS)


def _other(file: Path) -> Path:
    other = file.with_name("other.csv")
    write_rows(other, range(ROWS, 2 * ROWS))
    return other


@both_databases
def test_several_at_once(register: str, period: Any, tmp_path: Path) -> None:
    """Imports of the same and of overlapping files at one moment double nothing and lose nothing."""
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    write_rows(first, range(400))
    write_rows(second, range(200, 600))
    close()
    reports = [finished(process) for process in [start(register, file) for file in (first, second, first)]]
    assert sum(report["new"] for report in reports) == 600
    assert_full(period, 600)


@both_databases
def test_a_register_made_by_two_at_once(register: str, tmp_path: Path, request: Any) -> None:
    """Two programs that meet an empty database make its tables once, and both work."""
    url = _without_tables(register, tmp_path)
    close()
    (tmp_path / "frameworks").mkdir()
    command = [
        sys.executable,
        "-m",
        "build_tools.cli",
        "comments",
        "open",
        "ITI/MHD",
        "--edition",
        "1.0",
        "--opens",
    ]
    command += ["2026-01-01", "--closes", "2026-03-01", "--root", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": url}
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    ended = [(process.communicate(timeout=60), process.returncode) for process in running]
    assert [code for _, code in ended] == [0, 0, 0], ended
    api.connect(url)
    assert [one.document for one in api.periods()] == ["ITI/MHD"] * len(api.periods())
    assert len(api.periods()) == 1


def _without_tables(register: str, tmp_path: Path) -> str:
    if register.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'new.sqlite3'}"
    import psycopg

    name = f"n_{abs(hash(tmp_path.name))}"
    with psycopg.connect(register, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return register.replace(register[register.index("@/") + 2 : register.index("?")], name)

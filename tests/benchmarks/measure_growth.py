"""Ten times the frameworks: what a page and a file cost then, against now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.commands import ROOT, medians
from tests.benchmarks.figure import Figure
from tests.benchmarks.measure_build import build_command, page_count
from tests.benchmarks.measure_check import check_command, load_seconds
from tests.benchmarks.project_copy import tenfold_project

GOAL = 1.10
_ROUNDS = 3
"""A tenfold build takes long enough to be steady."""


def measure(folder: Path) -> Iterator[Figure]:
    """Cold builds and checks of the project as it is and of its tenfold copy."""
    large = tenfold_project(folder / "tenfold")
    sites = {1: folder / "site", 10: folder / "site10"}
    builds = {1: build_command(ROOT, sites[1]), 10: build_command(large, sites[10])}
    checks = {1: check_command(ROOT), 10: check_command(large)}
    found = medians(
        {
            **{f"build {size}": command.seconds for size, command in builds.items()},
            **{f"check {size}": command.seconds for size, command in checks.items()},
            "load 10": lambda: load_seconds(large / "frameworks"),
        },
        _ROUNDS,
    )
    files = {1: _file_count(ROOT), 10: _file_count(large)}
    for size in (1, 10):
        pages = page_count(sites[size])
        yield Figure(f"pages at {size}x", pages, "pages")
        yield Figure(f"tf build at {size}x, cold, per page", 1000 * found[f"build {size}"] / pages, "ms")
        yield Figure(f"tf check at {size}x, per file", 1000 * found[f"check {size}"] / files[size], "ms")
    build = (found["build 10"] / page_count(sites[10])) / (found["build 1"] / page_count(sites[1]))
    check = (found["check 10"] / files[10]) / (found["check 1"] / files[1])
    yield Figure("growth: time per page at 10x / at 1x", build, "x", GOAL)
    yield Figure("growth: tf check per file at 10x / at 1x", check, "x", GOAL)
    yield Figure("tf check at 10x / CSafeLoader at 10x", found["check 10"] / found["load 10"], "x")
    yield Figure("peak memory of tf build at 10x", builds[10].peak_megabytes(), "MB")


def _file_count(project: Path) -> int:
    return sum(1 for _ in (project / "frameworks").rglob("*.yaml"))

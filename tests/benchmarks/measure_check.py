"""``tf check`` against merely loading the same files with PyYAML's C loader."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.benchmarks.commands import ROOT, Command, medians
from tests.benchmarks.figure import Figure

GOAL = 2.0


def measure(_folder: Path) -> Iterator[Figure]:
    """The check as a process, without what starting any command costs, in units of the plain load."""
    frameworks = ROOT / "frameworks"
    found = medians(
        {
            "check": check_command(ROOT).seconds,
            "help": Command(("build_tools.cli", "--help")).seconds,
            "load": lambda: load_seconds(frameworks),
        }
    )
    yield Figure("tf check, whole process", found["check"], "s")
    yield Figure("tf --help, whole process", found["help"], "s")
    yield Figure("yaml.CSafeLoader on the same files", found["load"], "s")
    ratio = (found["check"] - found["help"]) / found["load"]
    yield Figure("check: (tf check - tf --help) / CSafeLoader", ratio, "x", GOAL)


def check_command(project: Path) -> Command:
    """``tf check`` over all frameworks of a project."""
    return Command(("build_tools.cli", "check", "--root", str(project)))


def load_seconds(frameworks: Path) -> float:
    """The time of the load calls alone, without reading the files from disk."""
    texts = [file.read_bytes() for file in sorted(frameworks.rglob("*.yaml"))]
    gc.collect()
    started = time.perf_counter()
    for text in texts:
        yaml.load(text, yaml.CSafeLoader)
    return time.perf_counter() - started

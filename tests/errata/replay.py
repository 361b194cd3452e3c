"""Replays the errata: what is caught in each case, and what the clean frameworks are falsely accused of."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from build_tools.checks import check
from build_tools.loading import load
from build_tools.problems import Problem

ERRATA = Path(__file__).parent
BASE = ERRATA.parent / "corpus/base/framework"
FRAMEWORKS = ERRATA.parents[1] / "frameworks"


@dataclass(frozen=True)
class Erratum:
    """One published error: what it was, and the places and codes at which it must be caught."""

    name: str
    story: str
    expected: tuple[str, ...]
    """A line each: place and code, ``frameworks/iti/profiles/mhd.yaml:13:6 TF219``."""
    found: tuple[str, ...]

    @property
    def is_caught(self) -> bool:
        """Whether every expected problem is found at its place."""
        return bool(self.expected) and set(self.expected) <= set(self.found)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that catch it, each once."""
        return tuple(dict.fromkeys(line.split()[1] for line in self.expected))


def cases() -> tuple[str, ...]:
    """The names of all folders with an erratum."""
    return tuple(sorted(file.parent.name for file in ERRATA.glob("*/expected.txt")))


def replay(name: str) -> Erratum:
    """Check the files of one erratum, put over those of the corpus's base."""
    folder = ERRATA / name
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "frameworks"
        shutil.copytree(BASE, root)
        shutil.copytree(folder / "framework", root, dirs_exist_ok=True)
        problems = check(load(root), root).open_problems
    return Erratum(
        name,
        (folder / "README.md").read_text(encoding="utf-8").strip(),
        tuple((folder / "expected.txt").read_text(encoding="utf-8").splitlines()),
        tuple(f"{problem.where} {problem.code}" for problem in problems),
    )


def false_alarms(errata: tuple[Erratum, ...]) -> tuple[Problem, ...]:
    """Problems with the errata's codes in the frameworks kept here, which nobody has accepted."""
    codes = {code for erratum in errata for code in erratum.codes}
    problems = check(load(FRAMEWORKS), FRAMEWORKS).open_problems
    return tuple(problem for problem in problems if problem.code in codes)

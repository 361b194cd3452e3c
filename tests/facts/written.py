"""What is written in ``frameworks/``, and how it is compared with the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from build_tools.loading import load
from model.entity import Provenance
from model.framework import Framework
from model.profile import Profile
from tests.facts.tables import Fact, clauses, differences, doubts

ROOT = Path(__file__).parents[2] / "frameworks"


@cache
def framework() -> Framework:
    """The frameworks as they are written."""
    return load(ROOT).framework


def profile_of(name: str) -> Profile:
    """A profile that a fact names."""
    profile = framework().profile(name)
    assert profile is not None, f"{name} has facts but no file"
    return profile


def assert_same(expected: Iterable[object], found: Iterable[object]) -> None:
    """Fail with a line for each row that is missing or that no fact backs."""
    difference = differences(expected, found)
    assert not difference, difference


def stage(status: str) -> str:
    """A stage as the model writes it."""
    return status.lower().replace(" ", "-")


def misread(fact: Fact, found: Provenance | None, allowed: set[str]) -> str:
    """What is wrong with the provenance of a row, or nothing. Rows that are written as one share their doubts."""
    if found is None:
        return f"{fact}: no such row"
    have = set(clauses(found.doubt or ""))
    if found.source != fact["source"]:
        return f"{fact}: source is {found.source!r}"
    if not doubts(fact) <= have or not have <= allowed:
        return f"{fact}: doubt is {found.doubt!r}"
    return ""


def assert_provenance(
    table: list[Fact], found: Mapping[object, Provenance], row_of: Callable[[Fact], object]
) -> None:
    """Every row has the source and the doubt of its fact."""
    allowed = {doubt for fact in table for doubt in doubts(fact)}
    wrong = [misread(fact, found.get(row_of(fact)), allowed) for fact in table]
    assert not any(wrong), "\n".join(filter(None, wrong))

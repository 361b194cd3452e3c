"""What a rule is: a kind of problem, and a function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from build_tools.checks.finding import FieldPath, Finding
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind

__all__ = ["FieldPath", "Finding", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what ``tf explain`` tells about it, and the function that finds what breaks it."""

    kind: ProblemKind
    check: Callable[[Subject], Iterable[Finding]]

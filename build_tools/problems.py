"""Problems: what an author has to know, as values with a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a problem matters. Publishing is refused while one is an error."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, order=True, slots=True)
class Where:
    """A place in a file. Lines and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: what ``tf explain`` tells about its code."""

    code: str
    """The id, such as ``TF204``; the first digit is the group."""
    name: str
    """Two or three words with hyphens, such as ``unknown-transaction``."""
    severity: Severity
    text: str
    """What it does, why it matters to readers, an example, and what to write instead."""
    section: str = ""
    """The section of IHE's documents it rests on, or empty."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place."""

    where: Where
    code: str
    severity: Severity
    message: str
    """What is wrong and what must hold; author's words in backticks, no full stop."""
    hint: str = ""
    """What would probably be right, or empty."""
    accepted: str = ""
    """Why the framework accepts it, when it does."""

    def __str__(self) -> str:
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.where}: {self.severity} {self.code} {self.message}{hint} (tf explain {self.code})"

    def as_data(self) -> dict[str, Any]:
        """The problem as plain data for ``tf check --format json``."""
        data = asdict(self)
        data.update(data.pop("where"))
        data["severity"] = self.severity.value
        return {
            name: data[name]
            for name in ("code", "severity", "path", "line", "column", "message", "hint", "accepted")
        }


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.where, p.code, p.message)))

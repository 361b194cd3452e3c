"""What a benchmark finds: figures with a unit and, where one is set, the goal they are held to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One measured figure."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    """The most that it may be; None when it is only reported."""

    @property
    def holds(self) -> bool | None:
        """Whether the goal is met; None without a goal."""
        return None if self.goal is None else self.value <= self.goal

    def as_data(self) -> dict[str, Any]:
        """The figure as plain data."""
        return {**asdict(self), "value": round(self.value, 4), "holds": self.holds}


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table, one a line."""
    return "\n".join(
        f"{figure.name:<66} {figure.value:>9.3f} {figure.unit:<9}{_verdict(figure)}".rstrip()
        for figure in figures
    )


def _verdict(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    return f"goal {figure.goal:.2f}: {'holds' if figure.holds else 'FAILS'}"

"""Lanes and what passes between them: the common shape of interaction diagrams and process flows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.diagrams.svg import Line
from build_tools.diagrams.wording import lines_height, lines_width, text_lines
from model.entity import Key

HEAD_PAD = 12.0
HEAD_GAP = 5.0
"""Between the heads of actors that share a lane."""
MARGIN = 10.0
LOOP = 34.0
"""How far the arrow from a lane to itself reaches out."""


@dataclass(frozen=True)
class Room:
    """The greatest width of a line of text in each place; the more lanes, the less."""

    head: float = 156.0
    label: float = 235.0
    note: float = 180.0


WIDE, NARROW = Room(), Room(head=125.0, label=165.0, note=140.0)
MOST_WIDE_LANES = 4


@dataclass(frozen=True)
class Head:
    """One name at the top of a lane."""

    name: str
    key: Key | None
    """The entity the name links to."""
    look: str = "actor"
    """``actor``, or ``actor other`` for one of another profile, or ``note`` for a person."""
    room: Room = WIDE

    @property
    def lines(self) -> tuple[Line, ...]:
        """The name, broken into lines."""
        return text_lines(self.name, self.room.head, "name")

    @property
    def width(self) -> float:
        """The width of its box."""
        return max(96.0, lines_width(self.lines, "name") + 2 * HEAD_PAD)

    @property
    def height(self) -> float:
        """The height of its box."""
        return lines_height(self.lines, "name") + 14


@dataclass(frozen=True)
class Lane:
    """One actor or person, or several that do the same."""

    heads: tuple[Head, ...]

    @property
    def width(self) -> float:
        """The width of the widest head."""
        return max(head.width for head in self.heads)

    @property
    def height(self) -> float:
        """The height of all heads, one above the other."""
        return sum(head.height for head in self.heads) + HEAD_GAP * (len(self.heads) - 1)


@dataclass(frozen=True)
class Step:
    """Something that passes from lane to lane or happens in one."""

    kind: Literal["message", "response", "line", "loop", "note"]
    """A line has no direction, a loop is an arrow back to its own lane, a note is a box on it."""
    start: int
    end: int
    title: str = ""
    """The name of the message or transaction."""
    remark: str = ""
    """What happens in words, set in italics."""
    key: Key | None = None
    """The entity the title links to."""
    room: Room = WIDE

    @property
    def texts(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The blocks of text with their classes, from top to bottom."""
        width = self.room.note if self.kind == "note" else self.room.label
        both = (("label", self.title), ("step", self.remark))
        return tuple((css_class, text_lines(text, width, css_class)) for css_class, text in both if text)

    @property
    def text_width(self) -> float:
        """The width of all its text."""
        return max((lines_width(lines, css_class) for css_class, lines in self.texts), default=0.0)

    @property
    def text_height(self) -> float:
        """The height of all its text."""
        return sum(lines_height(lines, css_class) for css_class, lines in self.texts)


def fitted(lanes: Sequence[Lane], steps: Sequence[Step]) -> tuple[tuple[Lane, ...], tuple[Step, ...]]:
    """The same lanes and steps with text set as wide as their number allows."""
    room = WIDE if len(lanes) <= MOST_WIDE_LANES else NARROW
    return (
        tuple(Lane(tuple(replace(head, room=room) for head in lane.heads)) for lane in lanes),
        tuple(replace(step, room=room) for step in steps),
    )


@dataclass(frozen=True)
class LanePlaces:
    """Where the lanes stand."""

    middles: tuple[float, ...]
    width: float
    heads: float
    """The height of the tallest heads."""


def place_lanes(lanes: Sequence[Lane], steps: Sequence[Step]) -> LanePlaces:
    """Place the lanes so far apart that no head, label or note touches what is not its own."""
    apart = [*_between_heads(lanes), *(need for step in steps for need in _needs(step, len(lanes)))]
    # The lanes are placed from left to right; lane -1 is the left edge and one more lane is the right edge.
    middles = [0.0] * (len(lanes) + 1)
    for lane in range(len(middles)):
        needs = [
            (middles[before] if before >= 0 else 0.0) + distance
            for before, after, distance in apart
            if after == lane
        ]
        middles[lane] = max(needs, default=0.0)
    return LanePlaces(tuple(middles[:-1]), middles[-1], max(lane.height for lane in lanes))


def _between_heads(lanes: Sequence[Lane]) -> list[tuple[int, int, float]]:
    halves = [-MARGIN, *(lane.width / 2 for lane in lanes), -MARGIN]
    return [
        (before - 1, before, halves[before] + after + 2 * MARGIN) for before, after in enumerate(halves[1:])
    ]


def _needs(step: Step, count: int) -> list[tuple[int, int, float]]:
    """Which lanes must be how far apart for this step."""
    width = step.text_width
    if step.kind == "note":
        half = width / 2 + 10 + MARGIN
        return [(step.start - 1, step.start, half), (step.start, step.start + 1, half)]
    if step.kind == "loop":
        return [(step.start, step.start + 1, LOOP + width + 2 * MARGIN)]
    first, last = sorted((step.start, step.end))
    return [(first, last, max(width + 32, 130.0))] if last < count else []

"""Smooth lines from Graphviz's control points, with room between lines that meet the same side of a box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.diagrams.graph import Direction, Point
from build_tools.diagrams.svg import points

CLOSEST = 7.0
"""From the corner of a box to the outermost line."""
WIDEST_SPACE = 24.0


@dataclass(frozen=True)
class Side:
    """A side of a node or cell where lines arrive: its name and its extent along the side."""

    name: object
    start: float
    end: float


def spread(
    paths: Sequence[Sequence[Point]], sides: Sequence[tuple[Side, Side]], direction: Direction
) -> list[list[Point]]:
    """Move the ends of the lines apart along the sides they meet, in the order in which they arrive."""
    along = 1 if direction == "LR" else 0
    moved = [list(path) for path in paths]
    meeting: dict[object, list[tuple[float, int, int]]] = {}
    extents: dict[object, Side] = {}
    for number, (path, both) in enumerate(zip(paths, sides, strict=True)):
        for end, side in zip((0, -1), both, strict=True):
            extents[side.name] = side
            far = path[-1 if end == 0 else 0][along]
            near = path[min(3, len(path) - 1) if end == 0 else max(-4, -len(path))][along]
            meeting.setdefault(side.name, []).append((near * 0.9 + far * 0.1, number, end))
    for name, lines in meeting.items():
        for place, (_, number, end) in zip(_slots(extents[name], len(lines)), sorted(lines), strict=True):
            _move_end(moved[number], end, along, place)
    return [_smooth(path, direction) for path in moved]


def _slots(side: Side, count: int) -> list[float]:
    """Places for a number of lines, evenly around the middle of the side."""
    space = min(WIDEST_SPACE, (side.end - side.start - 2 * CLOSEST) / max(1, count - 1))
    middle = (side.start + side.end) / 2
    return [middle + (row - (count - 1) / 2) * space for row in range(count)]


def _move_end(path: list[Point], end: int, along: int, place: float) -> None:
    """Move an end of a path and its handle to a place along the side."""
    handle = 1 if end == 0 else -2
    shift = place - path[end][along]
    for index in (end, handle):
        point = list(path[index])
        point[along] += shift
        path[index] = (point[0], point[1])


def _smooth(path: list[Point], direction: Direction) -> list[Point]:
    """Let a line of one curve leave and arrive at a right angle to the sides; leave longer ones as they are."""
    if len(path) > 4:
        return path
    (x0, y0), (x1, y1) = path[0], path[-1]
    if direction == "LR":
        middle = (x0 + x1) / 2
        return [path[0], (middle, y0), (middle, y1), path[-1]]
    middle = (y0 + y1) / 2
    return [path[0], (x0, middle), (x1, middle), path[-1]]


def curve(path: Sequence[Point]) -> str:
    """Path data of a chain of cubic Bezier curves."""
    return f"M{points(path[:1])}C{points(path[1:])}"

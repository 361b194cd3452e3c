"""Smooth lines from Graphviz's control points, with room between lines that meet the same side of a box."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.diagrams.arrows import HEAD_LENGTH
from build_tools.diagrams.graph import Direction, Point
from build_tools.diagrams.svg import points

CLOSEST = 7.0
"""From the corner of a box to the outermost line."""
WIDEST_SPACE = 24.0
SHORTEST_HANDLE = 28.0
"""So far a line runs straight towards a box before it may bend."""


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
    return moved


def curve(path: Sequence[Point], direction: Direction, starts_with_arrow: bool, ends_with_arrow: bool) -> str:
    """Path data of a line that leaves and arrives at a right angle, straight under its arrowheads."""
    start = _beside(path[0], path[1], HEAD_LENGTH if starts_with_arrow else 0)
    end = _beside(path[-1], path[-2], HEAD_LENGTH if ends_with_arrow else 0)
    between = list(path[1:-1]) if len(path) > 4 else _handles(start, end, direction)
    return f"M{points([path[0], start])}C{points([*between, end])}L{points([path[-1]])}"


def _beside(point: Point, towards: Point, distance: float) -> Point:
    """The place at a distance from a point, along the axis on which the next point is further away."""
    across, down = towards[0] - point[0], towards[1] - point[1]
    if abs(across) > abs(down):
        return point[0] + distance * (1 if across > 0 else -1), point[1]
    return point[0], point[1] + distance * (1 if down > 0 else -1)


def _handles(start: Point, end: Point, direction: Direction) -> list[Point]:
    """The handles of a single curve between two ranks."""
    if direction == "LR":
        middle = (start[0] + end[0]) / 2
        return [(middle, start[1]), (middle, end[1])]
    middle = (start[1] + end[1]) / 2
    return [(start[0], middle), (end[0], middle)]


def _slots(side: Side, count: int) -> list[float]:
    """Places for a number of lines, evenly around the middle of the side."""
    space = min(WIDEST_SPACE, (side.end - side.start - 2 * CLOSEST) / max(1, count - 1))
    middle = (side.start + side.end) / 2
    return [middle + (row - (count - 1) / 2) * space for row in range(count)]


def _move_end(path: list[Point], end: int, along: int, place: float) -> None:
    """Move an end of a path and its handle to a place along the side."""
    handle = 1 if end == 0 else -2
    across = 1 - along
    reach = path[handle][across] - path[end][across]
    reach = math.copysign(max(abs(reach), SHORTEST_HANDLE), 1 if end == 0 else -1)
    for index, distance in ((end, 0.0), (handle, reach)):
        point = [0.0, 0.0]
        point[along], point[across] = place, path[end][across] + distance
        path[index] = (point[0], point[1])

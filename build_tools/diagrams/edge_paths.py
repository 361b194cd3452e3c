"""Smooth lines from Graphviz's control points, with room between lines that meet the same side of a box."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.diagrams.arrows import HEAD_LENGTH
from build_tools.diagrams.graph import Graph, Layout, Node, Point
from build_tools.diagrams.svg import points

CLOSEST = 7.0
"""From the corner of a box to the outermost line."""
WIDEST_SPACE = 24.0
"""Between two lines at the same side."""
NEXT_RANK = 56.0
"""So far from a box a line is among the nodes of the next rank."""
SHORTEST_HANDLE = 28.0
"""So far a line that spans several ranks runs straight towards a box before it may bend."""


@dataclass(frozen=True)
class LinePath:
    """One line of a graph: a chain of curves with a straight piece at both ends."""

    start: Point
    curves: tuple[Point, ...]
    """The control points of a chain of cubic Bezier curves."""
    end: Point

    def data(self, *, starts_with_arrow: bool = False, ends_with_arrow: bool = False) -> str:
        """Path data; under an arrowhead the line is straight."""
        first, last = self.curves[0], self.curves[-1]
        if starts_with_arrow:
            first = _at_least(self.start, first, self.curves[1])
        if ends_with_arrow:
            last = _at_least(self.end, last, self.curves[-2])
        curves = (*self.curves[1:-1], last)
        return f"M{points((self.start, first))}C{points(curves)}L{points((self.end,))}"

    def moved(self, by: float) -> LinePath:
        """The same line further right and further down."""
        start, *curves, end = ((x + by, y + by) for x, y in (self.start, *self.curves, self.end))
        return LinePath(start, tuple(curves), end)


def _at_least(tip: Point, point: Point, towards: Point) -> Point:
    """A point moved away from the tip of an arrow until it is behind the arrowhead."""
    if math.dist(tip, point) >= HEAD_LENGTH:
        return point
    across, down = towards[0] - tip[0], towards[1] - tip[1]
    if abs(across) > abs(down):
        return tip[0] + math.copysign(HEAD_LENGTH, across), tip[1]
    return tip[0], tip[1] + math.copysign(HEAD_LENGTH, down)


def line_paths(graph: Graph, layout: Layout) -> list[LinePath]:
    """The line of every edge: its ends apart from those of others, its bends where no box is in the way."""
    along = 1 if graph.direction == "LR" else 0
    nodes = {node.name: node for node in graph.nodes}
    paths = _spread(graph, layout, nodes, along)
    across = 1 - along
    edges = _rank_edges(graph, layout, across)
    lines = []
    for edge, path in zip(graph.edges, paths, strict=True):
        curves = tuple(path)
        if len(path) == 4:
            leaving = edges[layout.centres[edge.tail][across]][1]
            arriving = edges[layout.centres[edge.head][across]][0]
            curves = _one_curve(path, leaving, arriving, across)
        lines.append(LinePath(path[0], curves, path[-1]))
    return lines


def _rank_edges(graph: Graph, layout: Layout, across: int) -> dict[float, tuple[float, float]]:
    """Between which lines the nodes of every rank stand; the nodes of a rank have their centres in common."""
    found: dict[float, tuple[float, float]] = {}
    for node in graph.nodes:
        centre = layout.centres[node.name][across]
        half = (node.width, node.height)[across] / 2
        before, after = found.get(centre, (centre, centre))
        found[centre] = (min(before, centre - half), max(after, centre + half))
    return found


def _one_curve(path: Sequence[Point], leaving: float, arriving: float, across: int) -> tuple[Point, ...]:
    """An S between two ranks, which begins and ends where the widest nodes of the ranks do."""
    first, last = _with(path[0], across, leaving), _with(path[-1], across, arriving)
    middle = (leaving + arriving) / 2
    return first, _with(first, across, middle), _with(last, across, middle), last


def _with(point: Point, axis: int, value: float) -> Point:
    return (value, point[1]) if axis == 0 else (point[0], value)


def _spread(graph: Graph, layout: Layout, nodes: dict[str, Node], along: int) -> list[list[Point]]:
    """Move the ends of the lines apart along the sides they meet, in the order in which they arrive."""
    moved = [list(path) for path in layout.paths]
    meeting: dict[tuple[str, int | None, int], list[tuple[tuple[float, float], int]]] = {}
    for number, (edge, path) in enumerate(zip(graph.edges, layout.paths, strict=True)):
        for end in (0, -1):
            name, cell = (edge.tail, edge.tail_cell) if end == 0 else (edge.head, edge.head_cell)
            meeting.setdefault((name, cell, end), []).append((_comes_from(path, end, along), number))
    for (name, cell, end), lines in meeting.items():
        extent = _extent(nodes[name], cell, layout.centres[name][along], along)
        for place, (_, number) in zip(_slots(extent, len(lines)), sorted(lines), strict=True):
            _move_end(moved[number], end, along, place)
    return moved


def _comes_from(path: Sequence[Point], end: int, along: int) -> tuple[float, float]:
    """From where along the side a line comes; lines that meet a side are sorted by it."""
    line = path if end == 0 else path[::-1]
    across = 1 - along
    near = next((point for point in line[3::3] if abs(point[across] - line[0][across]) > NEXT_RANK), line[-1])
    return near[along], line[-1][along]


def _extent(node: Node, cell: int | None, centre: float, along: int) -> tuple[float, float]:
    """From where to where the side of a node or of one of its cells goes."""
    length = (node.width, node.height)[along]
    start = centre - length / 2
    if cell is None:
        return start, start + length
    start += sum(node.cells[:cell])
    return start, start + node.cells[cell]


def _slots(extent: tuple[float, float], count: int) -> list[float]:
    """Places for a number of lines, evenly around the middle of a side."""
    start, end = extent
    space = min(WIDEST_SPACE, (end - start - 2 * CLOSEST) / max(1, count - 1))
    return [(start + end) / 2 + (row - (count - 1) / 2) * space for row in range(count)]


def _move_end(path: list[Point], end: int, along: int, place: float) -> None:
    """Move an end of a path and its handle to a place along the side."""
    handle = 1 if end == 0 else -2
    across = 1 - along
    reach = path[handle][across] - path[end][across]
    reach = math.copysign(max(abs(reach), SHORTEST_HANDLE), 1 if end == 0 else -1)
    path[handle] = _with(_with(path[end], along, place), across, path[end][across] + reach)
    path[end] = _with(path[end], along, place)

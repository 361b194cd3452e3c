"""A graph for Graphviz to lay out, and the layout that comes back; sizes in pixels, y downwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Direction = Literal["LR", "TB"]
DIRECTIONS: tuple[Direction, ...] = ("LR", "TB")

POINTS_PER_INCH = 72
"""Graphviz gives sizes in inches and places in points; here a point is a pixel."""


@dataclass(frozen=True)
class Node:
    """A rectangle of fixed size; nothing about it depends on the fonts Graphviz finds."""

    name: str
    width: float
    height: float
    cells: tuple[float, ...] = ()
    """Lengths of the cells it is divided into, along the side where lines arrive; empty for an undivided one."""


@dataclass(frozen=True)
class Edge:
    """A line from one node to a node of a later rank."""

    tail: str
    head: str
    tail_cell: int | None = None
    head_cell: int | None = None


@dataclass(frozen=True)
class Graph:
    """A directed graph. Its edges run from rank to rank in its direction."""

    direction: Direction
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rank_gap: float = 34
    node_gap: float = 18

    @property
    def dot(self) -> str:
        """The graph in the DOT language; the same graph always gives the same text."""
        lines = [
            "digraph g {",
            f'rankdir={self.direction} ranksep="{_inches(self.rank_gap)}" nodesep="{_inches(self.node_gap)}"',
            'node [shape=box fixedsize=true label="" margin=0] edge [arrowhead=none]',
            *(self._node(node) for node in self.nodes),
            *(self._edge(number, edge) for number, edge in enumerate(self.edges)),
            "}\n",
        ]
        return "\n".join(lines)

    def _node(self, node: Node) -> str:
        if not node.cells:
            return f'{node.name} [width="{_inches(node.width)}" height="{_inches(node.height)}"]'
        rows = [
            f'<TD PORT="c{number}" FIXEDSIZE="TRUE" {self._cell_size(node, length)}></TD>'
            for number, length in enumerate(node.cells)
        ]
        table = (
            "".join(f"<TR>{row}</TR>" for row in rows)
            if self.direction == "LR"
            else f"<TR>{''.join(rows)}</TR>"
        )
        return (
            f"{node.name} [shape=plain fixedsize=false "
            f'label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">{table}</TABLE>>]'
        )

    def _cell_size(self, node: Node, length: float) -> str:
        width, height = (node.width, length) if self.direction == "LR" else (length, node.height)
        return f'WIDTH="{width:.0f}" HEIGHT="{height:.0f}"'

    def _edge(self, number: int, edge: Edge) -> str:
        leave, arrive = ("e", "w") if self.direction == "LR" else ("s", "n")
        tail = leave if edge.tail_cell is None else f"c{edge.tail_cell}:{leave}"
        head = arrive if edge.head_cell is None else f"c{edge.head_cell}:{arrive}"
        return f'{edge.tail} -> {edge.head} [id={number} tailport="{tail}" headport="{head}"]'


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS_PER_INCH:.4f}"


@dataclass(frozen=True)
class Layout:
    """Where Graphviz put the parts of a graph."""

    width: float
    height: float
    centres: dict[str, Point]
    """The middle of every node."""
    paths: tuple[tuple[Point, ...], ...]
    """For every edge, in the order of the graph, the control points of a chain of cubic Bezier curves."""

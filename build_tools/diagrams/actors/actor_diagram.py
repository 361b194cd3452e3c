"""Actor diagrams: boxes for the actors of a profile, lines for what each pair of them exchanges."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_tools.diagrams.actors.actor_map import ActorMap, End, actor_map
from build_tools.diagrams.actors.box_shape import BoxShape, box_shape
from build_tools.diagrams.actors.entry_list import Manner
from build_tools.diagrams.actors.label_shape import LabelShape, label_shapes
from build_tools.diagrams.actors.sentences import sentences
from build_tools.diagrams.arrows import arrowhead
from build_tools.diagrams.diagram import Diagram, DiagramKind, DiagramRequest, Href
from build_tools.diagrams.edge_paths import line_paths
from build_tools.diagrams.graph import DIRECTIONS, Direction, Edge, Graph, Layout, Node, Point
from build_tools.diagrams.svg import Canvas
from model.framework import Framework

MARGIN = 8.0
COMFORTABLE_WIDTH = 780.0
"""The width a page usually offers; wider diagrams are scaled down or scrolled."""
COMFORTABLE_HEIGHT = 900.0
"""What can be seen at once."""


MANNERS = tuple(
    Manner(direction, name_text, entry_text)
    for direction in DIRECTIONS
    for name_text, entry_text in ((165, 232), (140, 190), (125, 150))
)
"""The ways in which every diagram is laid out; the one that reads best is drawn."""


def _requests(framework: Framework) -> Iterator[DiagramRequest]:
    for profile in framework.profiles:
        if profile.actors:
            yield DiagramRequest("actors", f"actors-{profile.profile}", profile.key)


def _sketch(framework: Framework, request: DiagramRequest) -> ActorSketch:
    profile = framework.profile(request.key.name)
    if profile is None:
        raise LookupError(f"there is no profile {request.key.name}")
    found = actor_map(framework, profile)
    plans = tuple(Plan(found, manner) for manner in MANNERS)
    title = f"{profile.profile} Actor Diagram"
    return ActorSketch(request.name, title, plans, sentences(framework, profile))


@dataclass(frozen=True)
class Plan:
    """The diagram set in one manner."""

    content: ActorMap
    manner: Manner

    @property
    def direction(self) -> Direction:
        """The direction of its lines."""
        return self.manner.direction

    @cached_property
    def boxes(self) -> tuple[BoxShape, ...]:
        """The shapes of all boxes."""
        return tuple(
            box_shape(
                box,
                [self.content.inside.get(party, ()) for party in box.parties],
                [
                    self._lines_at(number, cell if box.shape == "joined" else None)
                    for cell in range(len(box.parties))
                ],
                self.manner,
            )
            for number, box in enumerate(self.content.boxes)
        )

    def _lines_at(self, box: int, cell: int | None) -> int:
        """How many lines meet the busier side of a box or cell."""
        connections = self.content.connections
        leaving = sum((end.box, end.cell) == (box, cell) for one in connections for end in one.tails)
        arriving = sum((end.box, end.cell) == (box, cell) for one in connections for end in one.heads)
        return max(leaving, arriving)

    @cached_property
    def labels(self) -> tuple[LabelShape, ...]:
        """The shapes of all labels."""
        return label_shapes(self.content.connections, self.manner)

    @cached_property
    def ends(self) -> tuple[tuple[int, End, bool], ...]:
        """For every line: its connection, its box, and whether it leaves the box."""
        return tuple(
            (number, end, leaves)
            for number, connection in enumerate(self.content.connections)
            for leaves, ends in ((True, connection.tails), (False, connection.heads))
            for end in ends
        )

    @cached_property
    def graph(self) -> Graph:
        """The graph of boxes and labels."""
        nodes = [
            Node(f"b{number}", *shape.size, shape.lengths if shape.box.shape == "joined" else ())
            for number, shape in enumerate(self.boxes)
        ]
        nodes += [Node(f"l{number}", *shape.size) for number, shape in enumerate(self.labels)]
        edges = [
            Edge(f"b{end.box}", f"l{number}", tail_cell=end.cell)
            if leaves
            else Edge(f"l{number}", f"b{end.box}", head_cell=end.cell)
            for number, end, leaves in self.ends
        ]
        return Graph(
            self.direction, tuple(nodes), tuple(edges), rank_gap=42 if self.direction == "LR" else 46
        )


def badness(plan: Plan, layout: Layout) -> float:
    """How hard a layout is to read: larger than needed or than a page, with long lines or with text broken early."""
    too_wide = max(1.0, layout.width / COMFORTABLE_WIDTH)
    too_tall = max(1.0, layout.height / COMFORTABLE_HEIGHT)
    length = sum(
        abs(a[0] - b[0]) + abs(a[1] - b[1]) for path in layout.paths for a, b in [(path[0], path[-1])]
    )
    size = layout.width * layout.height + 60 * length
    return size * math.pow(too_wide, 3) * math.pow(too_tall, 2) / math.pow(plan.manner.entry_text, 0.8)


@dataclass(frozen=True)
class ActorSketch:
    """An actor diagram with its plans, of which the best layout is drawn."""

    name: str
    title: str
    plans: tuple[Plan, ...]
    alternative: tuple[str, ...]

    @property
    def graphs(self) -> tuple[Graph, ...]:
        """One graph for each plan."""
        return tuple(plan.graph for plan in self.plans)

    def draw(self, layouts: Sequence[Layout], href: Href) -> Diagram:
        """Draw the plan whose layout reads best."""
        plan, layout = min(zip(self.plans, layouts, strict=True), key=lambda both: badness(*both))
        canvas = Canvas()
        _draw_lines(canvas, plan, layout)
        for number, shape in enumerate(plan.boxes):
            shape.draw(canvas, _inset(layout.centres[f"b{number}"]), href)
        for number, label in enumerate(plan.labels):
            label.draw(canvas, _inset(layout.centres[f"l{number}"]), href)
        size = (layout.width + 2 * MARGIN, layout.height + 2 * MARGIN)
        svg = canvas.document(self.name, self.title, " ".join(self.alternative), size)
        return Diagram(svg, self.title, self.alternative, *size)


def _inset(point: Point) -> Point:
    return point[0] + MARGIN, point[1] + MARGIN


def _draw_lines(canvas: Canvas, plan: Plan, layout: Layout) -> None:
    for path, (_, end, leaves) in zip(line_paths(plan.graph, layout), plan.ends, strict=True):
        line = path.moved(MARGIN)
        at_start, at_end = (
            (end.arrow_here, end.arrow_at_label) if leaves else (end.arrow_at_label, end.arrow_here)
        )
        canvas.path("edge", line.data(starts_with_arrow=at_start, ends_with_arrow=at_end))
        if at_start:
            arrowhead(canvas, line.start, line.curves[1])
        if at_end:
            arrowhead(canvas, line.end, line.curves[-2])


ACTORS = DiagramKind("actors", _requests, _sketch)

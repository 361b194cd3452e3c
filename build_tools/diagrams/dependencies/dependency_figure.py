"""Dependency figures: the profiles of a domain and the profiles they rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_tools.diagrams.arrows import arrowhead
from build_tools.diagrams.dependencies.needs import Need, needs, without_implied
from build_tools.diagrams.dependencies.profile_shapes import Shape, frame_shape, junction_shape, profile_shape
from build_tools.diagrams.diagram import Diagram, DiagramKind, DiagramRequest, Href
from build_tools.diagrams.edge_paths import line_paths
from build_tools.diagrams.graph import Edge, Graph, Layout, Node, Point
from build_tools.diagrams.svg import Canvas
from build_tools.diagrams.wording import listed
from model.framework import DomainFramework, Framework

MARGIN = 8.0
IMPLIED = "The figure leaves out lines to what follows through another profile."


def _requests(framework: Framework) -> Iterator[DiagramRequest]:
    for part in framework.domains:
        if part.domain and needs(part):
            yield DiagramRequest("dependencies", f"dependencies-{part.code}", part.domain.key)


def _sketch(framework: Framework, request: DiagramRequest) -> DependencySketch:
    part = framework.by_code(request.key.name)
    if part is None:
        raise LookupError(f"there is no domain {request.key.name}")
    found = needs(part)
    alternative = tuple(_sentence(name, needed) for name, needed in found.items())
    drawn = without_implied(found)
    if drawn != found:
        alternative = (*alternative, IMPLIED)
    builder = _Builder(framework, part, drawn)
    title = f"Dependencies of {part.code} Profiles"
    return DependencySketch(request.name, title, tuple(builder.shapes), tuple(builder.lines), alternative)


def _sentence(name: str, needed: Sequence[Need]) -> str:
    return f"{name} rests on {listed([_need(need) for need in needed])}."


def _need(need: Need) -> str:
    if need.is_class:
        return class_name(need.any_of[0])
    return need.any_of[0] if len(need.any_of) == 1 else f"one of {listed(need.any_of, 'or')}"


def class_name(name: str) -> str:
    """A class of profiles as it is printed: ``any content profile``."""
    return f"any {name} profile"


@dataclass(frozen=True)
class Line:
    """A line between two shapes, by their numbers."""

    start: int
    end: int
    is_choice: bool = False
    """From a junction to one of the profiles to choose from."""
    has_arrow: bool = True


class _Builder:
    """Collects the shapes and lines of one domain."""

    def __init__(
        self, framework: Framework, part: DomainFramework, found: dict[str, tuple[Need, ...]]
    ) -> None:
        self._framework = framework
        self._part = part
        self.shapes: list[Shape] = []
        self.lines: list[Line] = []
        self._numbers: dict[object, int] = {}
        needed = Counter(
            name for many in found.values() for need in many for name in need.any_of if not need.is_class
        )
        self._arriving = needed
        alike: dict[object, list[str]] = {}
        for name, many in found.items():
            # Only profiles on which no other rests share a frame; lines arrive at one profile, not at a frame.
            alike.setdefault(name if name in needed else many, []).append(name)
        for names in alike.values():
            start = self._number(tuple(names))
            for need in found[names[0]]:
                self._connect(start, need)

    def _number(self, what: object) -> int:
        """The number of a shape, which is made when it is first asked for."""
        if what not in self._numbers:
            self._numbers[what] = len(self.shapes)
            self.shapes.append(self._shape(what))
        return self._numbers[what]

    def _shape(self, what: object) -> Shape:
        if isinstance(what, Need):
            return junction_shape(class_name(what.any_of[0]) if what.is_class else "one of")
        assert isinstance(what, tuple)
        profiles = [profile_shape(self._framework, self._part, name, self._arriving[name]) for name in what]
        return profiles[0] if len(profiles) == 1 else frame_shape(profiles)

    def _connect(self, start: int, need: Need) -> None:
        if need.is_class:
            self.lines.append(Line(start, self._number(need)))
        elif len(need.any_of) == 1:
            self.lines.append(Line(start, self._number(need.any_of)))
        else:
            is_new = need not in self._numbers
            junction = self._number(need)
            self.lines.append(Line(start, junction, has_arrow=False))
            if is_new:
                choices = (Line(junction, self._number((name,)), is_choice=True) for name in need.any_of)
                self.lines.extend(choices)


@dataclass(frozen=True)
class DependencySketch:
    """A dependency figure before it is laid out."""

    name: str
    title: str
    shapes: tuple[Shape, ...]
    lines: tuple[Line, ...]
    alternative: tuple[str, ...]

    @cached_property
    def graphs(self) -> tuple[Graph, ...]:
        """The one graph of the figure, from left to right."""
        nodes = tuple(Node(f"p{number}", *shape.size) for number, shape in enumerate(self.shapes))
        edges = tuple(Edge(f"p{line.start}", f"p{line.end}") for line in self.lines)
        return (Graph("LR", nodes, edges, rank_gap=64, node_gap=16),)

    def draw(self, layouts: Sequence[Layout], href: Href) -> Diagram:
        """Draw the lines, then the shapes over them."""
        (layout,) = layouts
        canvas = Canvas()
        for line, path in zip(self.lines, line_paths(self.graphs[0], layout), strict=True):
            placed = path.moved(MARGIN)
            canvas.path("response" if line.is_choice else "edge", placed.data(ends_with_arrow=line.has_arrow))
            if line.has_arrow:
                arrowhead(canvas, placed.end, placed.curves[-2])
        for number, shape in enumerate(self.shapes):
            shape.draw(canvas, _inset(layout.centres[f"p{number}"]), href)
        size = (layout.width + 2 * MARGIN, layout.height + 2 * MARGIN)
        svg = canvas.document(self.name, self.title, " ".join(self.alternative), size)
        return Diagram(svg, self.title, self.alternative, *size)


def _inset(point: Point) -> Point:
    return point[0] + MARGIN, point[1] + MARGIN


DEPENDENCIES = DiagramKind("dependencies", _requests, _sketch)

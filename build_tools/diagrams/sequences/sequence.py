"""Draws lanes with their steps, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.diagrams.arrows import HEAD_LENGTH, arrowhead
from build_tools.diagrams.diagram import Diagram, Href
from build_tools.diagrams.graph import Graph, Layout, Point
from build_tools.diagrams.sequences.lanes import (
    HEAD_GAP,
    LOOP,
    MARGIN,
    Lane,
    LanePlaces,
    Step,
    fitted,
    place_lanes,
)
from build_tools.diagrams.svg import TARGET, Canvas, points
from build_tools.diagrams.wording import lines_height, lines_width

GAP = 14.0
"""Between one step and the next."""


@dataclass(frozen=True)
class SequenceSketch:
    """A sequence of steps between lanes: a sketch that needs no Graphviz."""

    name: str
    title: str
    lanes: tuple[Lane, ...]
    steps: tuple[Step, ...]
    alternative: tuple[str, ...]
    graphs: tuple[Graph, ...] = ()

    def draw(self, layouts: Sequence[Layout], href: Href) -> Diagram:  # noqa: ARG002  there is none to use
        """Draw the lanes, then the steps over them."""
        lanes, steps = fitted(self.lanes, self.steps)
        places = place_lanes(lanes, steps)
        tops, height = _tops(steps, MARGIN + places.heads + GAP)
        canvas = Canvas()
        for lane, x in zip(lanes, places.middles, strict=True):
            canvas.path("lane", "M" + points([(x, MARGIN + places.heads), (x, height - MARGIN)]))
            _draw_heads(canvas, lane, (x, MARGIN + places.heads), href)
        for step, top in zip(steps, tops, strict=True):
            _draw_step(canvas, step, places, top, href)
        description = " ".join(self.alternative)
        svg = canvas.document(self.name, self.title, description, (places.width, height))
        return Diagram(svg, self.title, self.alternative, places.width, height)


def _tops(steps: Sequence[Step], top: float) -> tuple[list[float], float]:
    """Where each step begins, and where the diagram ends."""
    tops = []
    for step in steps:
        tops.append(top)
        top += step.text_height + GAP + (14 if step.kind in ("note", "loop") else 8)
    return tops, top + GAP + MARGIN


def _draw_heads(canvas: Canvas, lane: Lane, bottom: Point, href: Href) -> None:
    """Draw the names of a lane, the last one standing on its line."""
    x, y = bottom[0], bottom[1] - lane.height
    for head in lane.heads:
        with canvas.link(href(head.key) if head.key else None, head.name):
            canvas.rectangle(head.look, (x - lane.width / 2, y), lane.width, head.height)
            canvas.text("name", (x, y + head.height / 2), head.lines)
        y += head.height + HEAD_GAP


def _draw_step(canvas: Canvas, step: Step, places: LanePlaces, top: float, href: Href) -> None:
    start, end = places.middles[step.start], places.middles[step.end]
    if step.kind == "note":
        width = step.text_width + 20
        canvas.rectangle("note", (start - width / 2, top), width, step.text_height + 14)
        _draw_texts(canvas, step, (start, top + 7), href)
    elif step.kind == "loop":
        _draw_loop(canvas, (start, top + 4), step.text_height)
        _draw_texts(canvas, step, (start + LOOP + MARGIN, top + 4), href, starts=True)
    else:
        _draw_label_background(canvas, step, places, top)
        _draw_texts(canvas, step, ((start + end) / 2, top), href)
        _draw_arrow(canvas, step, (start, end), top + step.text_height + 6)


def _draw_label_background(canvas: Canvas, step: Step, places: LanePlaces, top: float) -> None:
    """Keep the lines of lanes in between from running through the text."""
    if abs(step.start - step.end) > 1:
        middle = (places.middles[step.start] + places.middles[step.end]) / 2
        width = step.text_width + 8
        canvas.rectangle("label-bg", (middle - width / 2, top), width, step.text_height)


def _draw_texts(canvas: Canvas, step: Step, top: Point, href: Href, *, starts: bool = False) -> None:
    x, y = top
    for css_class, lines in step.texts:
        height = lines_height(lines, css_class)
        address = href(step.key) if step.key and css_class == "label" else None
        with canvas.link(address, step.title):
            if address is not None:
                width = lines_width(lines, css_class)
                canvas.target((x if starts else x - width / 2, y + (height - TARGET) / 2), width, TARGET)
            canvas.text(css_class, (x, y + height / 2), lines, "start" if starts else "middle")
        y += height


def _draw_arrow(canvas: Canvas, step: Step, ends: Point, y: float) -> None:
    start, end = ends
    canvas.path("response" if step.kind == "response" else "message", "M" + points([(start, y), (end, y)]))
    if step.kind != "line":
        back = HEAD_LENGTH if start < end else -HEAD_LENGTH
        arrowhead(canvas, (end, y), (end - back, y), is_open=step.kind == "response")


def _draw_loop(canvas: Canvas, top: Point, height: float) -> None:
    x, y = top
    low = y + max(height, 18)
    canvas.path("message", "M" + points([(x, y), (x + LOOP, y), (x + LOOP, low), (x, low)]))
    arrowhead(canvas, (x, low), (x + HEAD_LENGTH, low))

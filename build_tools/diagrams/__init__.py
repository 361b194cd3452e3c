"""Framework -> SVG: every figure is computed from the model, none is drawn by hand.

``requests`` tells which diagrams a framework has, ``draw`` draws them. Graphviz only places fixed rectangles; sizes
come from the metrics of one font and every line of SVG is written here, so that a diagram looks the same whatever
fonts a machine has. Adding a kind of diagram is one file and one line in ``DIAGRAMS``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_tools.diagrams.actors.actor_diagram import ACTORS
from build_tools.diagrams.dependencies.dependency_figure import DEPENDENCIES
from build_tools.diagrams.diagram import Diagram, DiagramKind, DiagramRequest, Href
from build_tools.diagrams.graphviz import GraphvizMissing
from build_tools.diagrams.layout_cache import cached_layouts
from build_tools.diagrams.sequences.interaction import INTERACTION
from build_tools.diagrams.sequences.process_flow import PROCESS_FLOW
from model.framework import Framework

__all__ = ["DIAGRAMS", "Diagram", "DiagramRequest", "GraphvizMissing", "Href", "draw", "requests"]

DIAGRAMS: tuple[DiagramKind, ...] = (ACTORS, INTERACTION, PROCESS_FLOW, DEPENDENCIES)
"""Every kind of diagram."""


def requests(framework: Framework) -> tuple[DiagramRequest, ...]:
    """All diagrams of all entities, kind by kind in the order of the framework. Draws nothing."""
    return tuple(request for kind in DIAGRAMS for request in kind.requests(framework))


def draw(
    framework: Framework, wanted: Sequence[DiagramRequest], href: Href, cache: Path | None = None
) -> dict[DiagramRequest, Diagram]:
    """Draw diagrams; all graphs that are not yet laid out in the cache folder are laid out in one ``dot`` run.

    Raises GraphvizMissing when a graph has to be laid out and there is no ``dot``.
    """
    kinds = {kind.kind: kind for kind in DIAGRAMS}
    sketches = {request: kinds[request.kind].sketch(framework, request) for request in wanted}
    dots = {request: [graph.dot for graph in sketch.graphs] for request, sketch in sketches.items()}
    layouts = cached_layouts([dot for graphs in dots.values() for dot in graphs], cache)
    return {
        request: sketch.draw([layouts[dot] for dot in dots[request]], href)
        for request, sketch in sketches.items()
    }

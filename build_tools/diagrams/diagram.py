"""What a diagram is, how one is asked for, and what every kind of diagram provides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from build_tools.diagrams.graph import Graph, Layout
from model.entity import Key
from model.framework import Framework


@dataclass(frozen=True)
class Diagram:
    """A finished diagram."""

    svg: str
    """A complete ``<svg>`` element with title and description; it can stand in a page or in a file."""
    title: str
    """Its title, for example ``XDS.b Actor Diagram``."""
    alternative: tuple[str, ...]
    """The same content as sentences, one per arrow or step."""
    width: float
    """Pixels at natural size."""
    height: float
    """Pixels at natural size."""


@dataclass(frozen=True)
class DiagramRequest:
    """One diagram that can be drawn."""

    kind: str
    """``actors``, ``interaction``, ``process-flow`` or ``dependencies``."""
    name: str
    """What the ids inside the SVG start with; no two requests of a framework share one."""
    key: Key
    """The entity it belongs to."""
    index: int = 0
    """Which use case of the profile, counted from 0; 0 for the other kinds."""


Href = Callable[[Key], str | None]
"""The address of an entity's page, or None when there is none to link to."""


class Sketch(Protocol):
    """A diagram whose content is known while the places of its parts may not be."""

    @property
    def graphs(self) -> tuple[Graph, ...]:
        """The graphs Graphviz has to lay out; with several, the sketch takes the best of them."""

    def draw(self, layouts: Sequence[Layout], href: Href) -> Diagram:
        """Draw it, given one layout per graph."""


@dataclass(frozen=True)
class DiagramKind:
    """One kind of diagram: one file, one entry in ``DIAGRAMS``."""

    kind: str
    """The name that requests carry."""
    requests: Callable[[Framework], Iterator[DiagramRequest]]
    """Every diagram of this kind that the framework has something to show in."""
    sketch: Callable[[Framework, DiagramRequest], Sketch]
    """The content of one of them."""

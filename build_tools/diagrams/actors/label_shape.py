"""The labels of an actor diagram: what a line carries, as a block in its middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.diagrams.actors.actor_map import Connection
from build_tools.diagrams.actors.entry_list import EntryList, Manner
from build_tools.diagrams.diagram import Href
from build_tools.diagrams.graph import Point
from build_tools.diagrams.svg import Canvas, points

PAD = 8.0
MODULE_PAD = 12.0
MODULE_CORNER = 14.0
HEADING = 20.0
"""The height of the words above content modules."""
SHARE_CONTENT = "Share Content"
"""What IHE writes between a Content Creator and a Content Consumer."""


@dataclass(frozen=True)
class LabelShape:
    """What a connection carries, as a block in the middle of its line."""

    connection: Connection
    manner: Manner
    width: float = 0.0
    """The width it is given, so that labels of one column line up; its own text needs at least ``text_width``."""

    @property
    def entries(self) -> EntryList:
        """The entries on the label."""
        return EntryList(self.connection.entries, self.manner, with_glyphs=not self.connection.is_content)

    @property
    def text_width(self) -> float:
        """The width with the space around the text."""
        return self.entries.width + 2 * (MODULE_PAD if self.connection.is_content else PAD)

    @property
    def size(self) -> Point:
        """Width and height with the space around the text."""
        height = self.entries.height + (self._heading + 8 if self.connection.is_content else 0)
        return max(self.width, self.text_width), height

    @property
    def _heading(self) -> float:
        """The height of the words above content modules; a module that is called so needs them not twice."""
        return 0.0 if any(entry.text == SHARE_CONTENT for entry in self.connection.entries) else HEADING

    def draw(self, canvas: Canvas, middle: Point, href: Href) -> None:
        """Draw the label around a point."""
        width, height = self.size
        x, y = middle[0] - width / 2, middle[1] - height / 2
        if self.connection.is_content:
            canvas.rectangle("module", (x, y), width, height, MODULE_CORNER)
            if self._heading:
                canvas.text("remark", (middle[0], y + 14), [((SHARE_CONTENT, ""),)])
            self.entries.draw(canvas, (middle[0] - self.entries.width / 2, y + self._heading + 4), href)
            return
        canvas.rectangle("label-bg", (x, y), self.text_width, height)
        if self.connection.heads and width > self.text_width and self.manner.direction == "LR":
            canvas.path("edge", "M" + points([(x + self.text_width, middle[1]), (x + width, middle[1])]))
        self.entries.draw(canvas, (x + PAD, y), href)


def label_shapes(connections: Sequence[Connection], manner: Manner) -> tuple[LabelShape, ...]:
    """The shapes of all labels, equally wide where they stand below each other."""
    shapes = [LabelShape(connection, manner) for connection in connections]
    if manner.direction == "TB":
        return tuple(shapes)
    widest = max((shape.text_width for shape in shapes), default=0.0)
    return tuple(replace(shape, width=widest) for shape in shapes)

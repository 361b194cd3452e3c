"""Transactions or content modules as a list, the text of labels and boxes."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.diagrams.actors.actor_map import Entry
from build_tools.diagrams.arrows import GLYPH_SIZE, glyph
from build_tools.diagrams.diagram import Href
from build_tools.diagrams.graph import Direction, Point
from build_tools.diagrams.svg import TARGET, Canvas, Line
from build_tools.diagrams.wording import lines_height, lines_width, text_lines

GLYPHS = {
    ("LR", "loop"): "loop", ("TB", "loop"): "loop",
    ("LR", "forward"): "right", ("LR", "backward"): "left", ("LR", "both"): "both", ("LR", "none"): "none",
    ("TB", "forward"): "down", ("TB", "backward"): "up", ("TB", "both"): "vertical", ("TB", "none"): "none",
}  # fmt: skip


@dataclass(frozen=True)
class Manner:
    """One way to set an actor diagram: the direction of its lines and how early text is broken."""

    direction: Direction
    name_text: float
    """The greatest width of a line of an actor's name."""
    entry_text: float
    """The greatest width of a line of a transaction's name."""


@dataclass(frozen=True)
class EntryList:
    """Transactions or content modules, one below the other, each with its small arrow."""

    entries: tuple[Entry, ...]
    manner: Manner
    with_glyphs: bool = True

    @property
    def blocks(self) -> tuple[tuple[Entry, tuple[Line, ...], float], ...]:
        """Each entry with its lines and its height."""
        return tuple(
            (entry, lines, max(TARGET, lines_height(lines, "label") + 7))
            for entry in self.entries
            for lines in (text_lines(entry.text, self.manner.entry_text, "label"),)
        )

    @property
    def width(self) -> float:
        """The width of the widest entry with its arrow."""
        text = max((lines_width(lines, "label") for _, lines, _ in self.blocks), default=0.0)
        return text + (GLYPH_SIZE + 7 if self.with_glyphs else 0)

    @property
    def height(self) -> float:
        """The height of all entries."""
        return sum(height for _, _, height in self.blocks)

    def draw(self, canvas: Canvas, corner: Point, href: Href) -> None:
        """Draw the entries from the upper left corner."""
        x, y = corner
        shift = GLYPH_SIZE + 7 if self.with_glyphs else 0
        for entry, lines, height in self.blocks:
            if self.with_glyphs:
                kind = GLYPHS[self.manner.direction, entry.sense]
                glyph(canvas, (x + GLYPH_SIZE / 2, y + height / 2), kind)
            address = href(entry.key)
            with canvas.link(address, entry.text):
                if address is not None:
                    canvas.target((x + shift, y), self.width - shift, height)
                canvas.text("label", (x + shift, y + height / 2), lines, "start")
            y += height

"""The sizes of boxes and labels in an actor diagram, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.diagrams.actors.actor_map import Connection, Entry
from build_tools.diagrams.actors.boxes import Box
from build_tools.diagrams.actors.exchange import Party
from build_tools.diagrams.arrows import GLYPH_SIZE, glyph
from build_tools.diagrams.diagram import Href
from build_tools.diagrams.graph import Direction, Point
from build_tools.diagrams.svg import Canvas, Line, points
from build_tools.diagrams.wording import lines_height, lines_width, text_lines
from model.entity import Key

NAME_TEXT = 165.0
ENTRY_TEXT = 214.0
PAD = 12.0
TARGET = 24.0
"""The least height of something to click or touch (WCAG 2.5.8)."""
LINE_SPACE = 15.0
"""Between lines that arrive at the same side."""
FRAME_PAD = 9.0
GLYPHS = {
    ("LR", "forward"): "right", ("LR", "backward"): "left", ("LR", "both"): "both", ("LR", "none"): "none",
    ("TB", "forward"): "down", ("TB", "backward"): "up", ("TB", "both"): "vertical", ("TB", "none"): "none",
}  # fmt: skip


def party_name(party: Party) -> str:
    """The name printed in the box, with the acronym of another profile before it."""
    return f"{party.profile}: {party.actor}" if party.profile else party.actor


@dataclass(frozen=True)
class EntryList:
    """Transactions or content modules, one below the other, each with its small arrow."""

    entries: tuple[Entry, ...]
    direction: Direction
    with_glyphs: bool = True
    loops: bool = False
    """Whether what has no direction is drawn with the arrow of a behaviour."""

    @property
    def blocks(self) -> tuple[tuple[Entry, tuple[Line, ...], float], ...]:
        """Each entry with its lines and its height."""
        return tuple(
            (entry, lines, max(TARGET, lines_height(lines, "label") + 7))
            for entry in self.entries
            for lines in (text_lines(entry.text, ENTRY_TEXT, "label"),)
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
                kind = "loop" if self.loops else GLYPHS[self.direction, entry.sense]
                glyph(canvas, (x + GLYPH_SIZE / 2, y + height / 2), kind)
            with canvas.link(href(entry.key), entry.text):
                canvas.text("label", (x + shift, y + height / 2), lines, "start")
            y += height


@dataclass(frozen=True)
class Cell:
    """One actor with what it does inside its box."""

    party: Party
    inside: EntryList

    @property
    def lines(self) -> tuple[Line, ...]:
        """The name, broken into lines."""
        return text_lines(party_name(self.party), NAME_TEXT, "name")

    @property
    def width(self) -> float:
        """The least width of its box."""
        return max(lines_width(self.lines, "name"), self.inside.width) + 2 * PAD

    @property
    def name_height(self) -> float:
        """The height of the part with the name."""
        return lines_height(self.lines, "name") + 16

    @property
    def height(self) -> float:
        """The least height of its box."""
        return self.name_height + (self.inside.height + 8 if self.inside.entries else 0)

    def draw(self, canvas: Canvas, corner: Point, size: Point, href: Href) -> None:
        """Draw the box with its upper left corner at a point."""
        (x, y), (width, height) = corner, size
        name_height = height - self.height + self.name_height
        look = "actor" if self.party.profile is None else "actor other"
        address = None if self.party.members else _address(self.party, href)
        with canvas.link(address, party_name(self.party)):
            canvas.rectangle(look, corner, width, height)
            canvas.text("name", (x + width / 2, y + name_height / 2), self.lines)
        if self.inside.entries:
            canvas.path("edge", "M" + points([(x, y + name_height), (x + width, y + name_height)]))
            self.inside.draw(canvas, (x + (width - self.inside.width) / 2, y + name_height + 4), href)


def _address(party: Party, href: Href) -> str | None:
    return href(Key("actor", party.actor)) or (href(Key("profile", party.profile)) if party.profile else None)


@dataclass(frozen=True)
class BoxShape:
    """A box with the size it has in one direction of layout."""

    box: Box
    cells: tuple[Cell, ...]
    direction: Direction
    lengths: tuple[float, ...]
    """The size of each cell along the side where lines arrive."""

    @property
    def stacked(self) -> bool:
        """Whether the cells stand one below the other."""
        return self.box.shape == "framed" or self.direction == "LR"

    @property
    def size(self) -> Point:
        """Width and height of the whole box."""
        widths = [cell.width for cell in self.cells]
        heights = [cell.height for cell in self.cells]
        if self.box.shape == "framed":
            gaps = FRAME_PAD * (len(self.cells) + 1)
            return max(110.0, *widths) + 2 * FRAME_PAD, sum(heights) + gaps
        if self.direction == "LR":
            return max(110.0, *widths), sum(self.lengths)
        return sum(self.lengths), max(heights)

    def draw(self, canvas: Canvas, middle: Point, href: Href) -> None:
        """Draw the box around a point."""
        width, height = self.size
        x, y = middle[0] - width / 2, middle[1] - height / 2
        if self.box.shape == "framed":
            canvas.rectangle("frame", (x, y), width, height, 8)
            for cell in self.cells:
                y += FRAME_PAD
                cell.draw(canvas, (x + FRAME_PAD, y), (width - 2 * FRAME_PAD, cell.height), href)
                y += cell.height
            return
        for cell, length in zip(self.cells, self.lengths, strict=True):
            if self.direction == "LR":
                cell.draw(canvas, (x, y), (width, length), href)
                y += length
            else:
                cell.draw(canvas, (x, y), (length, height), href)
                x += length


def box_shape(
    box: Box, inside: Sequence[tuple[Entry, ...]], lines: Sequence[int], direction: Direction
) -> BoxShape:
    """The shape of a box, large enough for its text and for the lines that arrive at each of its cells."""
    cells = tuple(
        Cell(party, EntryList(entries, direction, loops=True))
        for party, entries in zip(box.parties, inside, strict=True)
    )
    lengths = tuple(
        max(cell.height if direction == "LR" else max(110.0, cell.width), LINE_SPACE * (count + 1))
        for cell, count in zip(cells, lines, strict=True)
    )
    return BoxShape(box, cells, direction, lengths)


@dataclass(frozen=True)
class LabelShape:
    """What a connection carries, as a block in the middle of its line."""

    connection: Connection
    direction: Direction

    @property
    def entries(self) -> EntryList:
        """The entries on the label."""
        return EntryList(self.connection.entries, self.direction, with_glyphs=not self.connection.is_content)

    @property
    def size(self) -> Point:
        """Width and height with the space around the text."""
        heading = 20.0 if self.connection.is_content else 0.0
        return self.entries.width + 2 * PAD, self.entries.height + heading + 8

    def draw(self, canvas: Canvas, middle: Point, href: Href) -> None:
        """Draw the label around a point."""
        width, height = self.size
        x, y = middle[0] - width / 2, middle[1] - height / 2
        if self.connection.is_content:
            canvas.rectangle("module", (x, y), width, height, 14)
            canvas.text("remark", (middle[0], y + 14), [(("Share Content", ""),)])
            y += 20
        else:
            canvas.rectangle("label-bg", (x, y), width, height)
        self.entries.draw(canvas, (x + PAD, y + 4), href)

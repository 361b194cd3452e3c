"""The sizes of the boxes of an actor diagram, and how they are drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.diagrams.actors.actor_map import Entry
from build_tools.diagrams.actors.boxes import Box
from build_tools.diagrams.actors.entry_list import EntryList, Manner
from build_tools.diagrams.actors.exchange import Party
from build_tools.diagrams.diagram import Href
from build_tools.diagrams.graph import Direction, Point
from build_tools.diagrams.svg import Canvas, Line, points
from build_tools.diagrams.wording import lines_height, lines_width, text_lines
from model.entity import Key

PAD = 12.0
LINE_SPACE = 15.0
"""Between lines that arrive at the same side."""
FRAME_PAD = 9.0
MOST_ROWS = 8
"""A frame with more actors gets several columns."""
SMALLEST = 110.0
"""The least length of a box across the lines that leave and reach it."""


def party_name(party: Party) -> str:
    """The name printed in the box, with the acronym of another profile before it."""
    return f"{party.profile}: {party.actor}" if party.profile else party.actor


@dataclass(frozen=True)
class Cell:
    """One actor with what it does inside its box."""

    party: Party
    inside: EntryList

    @property
    def lines(self) -> tuple[Line, ...]:
        """The name, broken into lines."""
        return text_lines(party_name(self.party), self.inside.manner.name_text, "name")

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
    def size(self) -> Point:
        """Width and height of the whole box."""
        if self.box.shape == "framed":
            rows = self._rows
            gaps = FRAME_PAD * (len(rows) + 1)
            columns = len(rows[0])
            return columns * (self._cell_width + FRAME_PAD) + FRAME_PAD, sum(map(_tallest, rows)) + gaps
        if self.direction == "LR":
            return self._cell_width, sum(self.lengths)
        return sum(self.lengths), _tallest(self.cells)

    @property
    def _cell_width(self) -> float:
        return max(SMALLEST, *(cell.width for cell in self.cells))

    @property
    def _rows(self) -> list[tuple[Cell, ...]]:
        """The cells of a frame, in as many columns as keep it from growing too tall."""
        columns = math.ceil(len(self.cells) / MOST_ROWS)
        return [self.cells[at : at + columns] for at in range(0, len(self.cells), columns)]

    def draw(self, canvas: Canvas, middle: Point, href: Href) -> None:
        """Draw the box around a point."""
        width, height = self.size
        x, y = middle[0] - width / 2, middle[1] - height / 2
        if self.box.shape == "framed":
            self._draw_frame(canvas, (x, y), href)
            return
        for cell, length in zip(self.cells, self.lengths, strict=True):
            if self.direction == "LR":
                cell.draw(canvas, (x, y), (width, length), href)
                y += length
            else:
                cell.draw(canvas, (x, y), (length, height), href)
                x += length

    def _draw_frame(self, canvas: Canvas, corner: Point, href: Href) -> None:
        canvas.rectangle("frame", corner, *self.size, 8)
        y = corner[1] + FRAME_PAD
        for row in self._rows:
            x = corner[0] + FRAME_PAD
            for cell in row:
                cell.draw(canvas, (x, y), (self._cell_width, _tallest(row)), href)
                x += self._cell_width + FRAME_PAD
            y += _tallest(row) + FRAME_PAD


def _tallest(cells: Sequence[Cell]) -> float:
    return max(cell.height for cell in cells)


def box_shape(
    box: Box, inside: Sequence[tuple[Entry, ...]], lines: Sequence[int], manner: Manner
) -> BoxShape:
    """The shape of a box, large enough for its text and for the lines that arrive at each of its cells."""
    cells = tuple(
        Cell(party, EntryList(entries, manner)) for party, entries in zip(box.parties, inside, strict=True)
    )
    lengths = tuple(
        max(cell.height if manner.direction == "LR" else max(SMALLEST, cell.width), LINE_SPACE * (count + 1))
        for cell, count in zip(cells, lines, strict=True)
    )
    return BoxShape(box, cells, manner.direction, lengths)

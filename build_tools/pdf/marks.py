"""Marks in the text, by which a printed line is known again: what stands at each, and where it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.document.blocks import Prose
from model.entity import Key

FIRST_WORDS = 8


@dataclass(eq=False)
class Piece:
    """A paragraph, heading, cell, caption or block of code, as it is printed; equal only to itself."""

    address: str
    """The page of the site on which it stands."""
    anchor: str
    """The nearest id around it on that page."""
    section: str
    """The number of its section."""
    source: str
    """The file of the page, when it is no prose."""
    key: Key | None
    """The entity that the section belongs to."""
    prose: Prose | None
    """The text of the author in which it stands; None for what is generated."""
    context: str = ""
    """What stands around it, such as the row of a cell."""
    place: str = ""
    """The lasting id of the paragraph, item, row or heading, where it has one."""
    words: list[str] = field(default_factory=list)
    """Its words in order."""


@dataclass(frozen=True)
class Mark:
    """A mark before a word of a piece."""

    piece: Piece
    word: int

    @property
    def words(self) -> Sequence[str]:
        """The first words after it."""
        return self.piece.words[self.word : self.word + FIRST_WORDS]

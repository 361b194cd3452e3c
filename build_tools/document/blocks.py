"""Blocks: the small frozen values that pages are made of. They can be printed, compared and tested alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from build_tools.diagrams import DiagramRequest
from model.entity import Key


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a place of the site (``ITI/index.html#x``) or to a full ``https:`` address."""

    text: str
    address: str | None
    """None when there is nothing to lead to; then the text alone is printed."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label with a meaning, such as the stage of a profile."""

    text: str
    style: str
    """CSS classes, for example ``stage stage-final-text``."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a cell."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown text, with the field it was written in."""

    text: str
    key: Key
    path: tuple[str | int, ...]
    tables: tuple[tuple[str, Table], ...] = ()
    """Tables that stand inside the text: each with the heading it stands under, or with nothing before the first."""
    change_in: tuple[str, str] | None = None
    """For a text that marks what it inserts and deletes: domain and volume of the text that it changes."""


Inline = str | Link | Badge | Break
"""A piece of a line: plain text, or one of the values above."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of generated text."""

    parts: tuple[Inline, ...]
    style: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose items are lines."""

    items: tuple[tuple[Inline, ...], ...]
    style: str = ""
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with its definition and an anchor."""

    term: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    anchor: str = ""
    key: Key | None = None
    """The entity that it is made from, when it is not that of the section."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """A list of definitions."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: a line, or Markdown text."""

    content: tuple[Inline, ...] | Prose
    rows: int = 1
    """How many rows the cell spans."""
    heads: Literal["", "row", "rows"] = ""
    """Whether it is the heading of its row, or of the rows it spans."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; cells that a row above spans into are left out."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    key: Key | None = None
    """The entity that it is made from, when it is not that of the section."""
    attributes: tuple[tuple[str, str], ...] = ()
    """What a filter asks of it: ``data-state`` and its value."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above and its notes below."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    """The caption as printed, number included; empty for a table without one."""
    anchor: str = ""
    style: str = "plain"
    notes: tuple[Prose, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A generated diagram with its caption below and its text alternative."""

    diagram: DiagramRequest
    caption: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks in a container of their own: a card, an aside, a group of cards."""

    blocks: tuple[Block, ...]
    style: str = ""
    element: Literal["div", "aside", "article", "section", "form"] = "div"
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """A heading inside a box, outside the numbered outline."""

    parts: tuple[Inline, ...]
    level: int = 3


@dataclass(frozen=True, slots=True)
class Filter:
    """Controls that narrow a list of cards: groups of (field, label, [(value, label)])."""

    target: str
    groups: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    noun: str
    count: int


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page with its number, title and anchor."""

    number: str
    title: str
    anchor: str
    blocks: tuple[Block, ...] = ()
    key: Key | None = None
    """The entity to which problems in the section's place belong."""


Block = Prose | Paragraph | Bullets | Definitions | Table | Figure | Box | Title | Filter | Section


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way to a page, or the page before or after it."""

    title: str
    address: str


@dataclass(frozen=True)
class Page:
    """A page of the site."""

    address: str
    title: str
    kind: str
    """What it shows: ``chapter``, ``transaction``, ``actor``, ...; chooses its style."""
    blocks: tuple[Block, ...]
    description: str = ""
    domain: str = ""
    """The code of its domain, or empty."""
    volume: str = ""
    """The number of its volume, or empty."""
    stage: str = ""
    citation: str = ""
    """How to cite it, for example ``ITI TF-1: 10``."""
    source: str = ""
    """The file to edit."""
    keys: tuple[Key, ...] = ()
    """The entities printed on it, whose problems it shows."""
    crumbs: tuple[Crumb, ...] = ()
    nav: str = ""
    """The id of the volume's navigation list, for example ``ITI-1``."""
    previous: Crumb | None = None
    next: Crumb | None = None
    searchable: bool = field(default=True)
    history: str = ""
    """The address of the page that lists the editions of its document, or empty."""

    @property
    def is_cited(self) -> bool:
        """Whether its places are cited and commented on; ways to other pages, and guides, are not."""
        return self.kind not in ("home", "search", "domain", "actor", "guide", "comments")

    def citations_in(self, prose: Prose) -> tuple[str, str]:
        """Domain and volume in which a citation in a text of the page counts when it names neither."""
        return prose.change_in or (self.domain, self.volume or "1")

    @property
    def scope(self) -> str:
        """What it is about, whatever its address or number: the entity it shows, or else its address."""
        return " ".join(self.keys[0]) if self.keys else self.address

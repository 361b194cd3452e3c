"""What the blocks of a page hold: figures, texts, and the ids that are given away before its prose is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.diagrams import DiagramRequest
from build_tools.document import blocks as b

FRAME_IDS = frozenset({"content", "problems-title", "search-form-query", "volume-nav"})
"""The ids in the theme's templates."""


def figures(blocks: Iterable[b.Block]) -> Iterator[DiagramRequest]:
    """Every diagram that the blocks show."""
    for block in blocks:
        match block:
            case b.Figure():
                yield block.diagram
            case b.Section() | b.Box():
                yield from figures(block.blocks)


def texts(blocks: Iterable[b.Block]) -> Iterator[b.Prose]:
    """Every Markdown text of the blocks, those in tables included."""
    for block in blocks:
        match block:
            case b.Prose():
                yield block
                yield from texts(table for _, table in block.tables)
            case b.Section() | b.Box():
                yield from texts(block.blocks)
            case b.Table():
                cells = (cell.content for row in block.rows for cell in row.cells)
                yield from (content for content in cells if isinstance(content, b.Prose))
                yield from block.notes
            case b.Definitions():
                yield from (text for entry in block.entries for text in texts(entry.blocks))


def ids(blocks: Iterable[b.Block]) -> Iterator[str]:
    """Every id that the blocks carry, those of rows and captions included."""
    for block in blocks:
        match block:
            case b.Figure() | b.Paragraph():
                yield block.anchor
            case b.Section():
                yield block.anchor
                yield from ids(block.blocks)
            case b.Box():
                yield from (value for name, value in block.attributes if name == "id")
                yield from ids(block.blocks)
            case b.Prose():
                yield from ids(table for _, table in block.tables)
            case b.Table():
                yield from (block.anchor, f"{block.anchor}-caption", *(row.anchor for row in block.rows))
            case b.Definitions():
                yield from (entry.anchor for entry in block.entries)

"""From an outline to sections: every heading gets the blocks of its slot, then its sub-sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_tools.document.blocks import Block, Cell, Inline, Paragraph, Prose, Section
from build_tools.outline import Heading
from model.entity import Entity, Key

Fill = Callable[[Heading], Iterable[Block]]


def sections(root: Heading, fill: Fill, key: Key) -> Section:
    """The section of a heading, filled by slot, with its sub-sections."""
    inner = tuple(sections(child, fill, key) for child in root.children if not child.is_written)
    return Section(root.number, root.title, root.anchor, (*fill(root), *inner), key)


def prose(entity: Entity, field: str, text: str | None, fixed: str) -> tuple[Block, ...]:
    """A field's text, or IHE's fixed phrase for a section that is empty."""
    return (Prose(text, entity.key, (field,)),) if text and text.strip() else (fixed_phrase(fixed),)


def fixed_phrase(text: str) -> Paragraph:
    """One of the phrases that IHE prints where there is nothing else to say."""
    return Paragraph((text,), "fixed-phrase")


def line(*parts: Inline | None) -> Cell:
    """A table cell of inline parts; None and empty texts are left out."""
    return Cell(tuple(part for part in parts if part))

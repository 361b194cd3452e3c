"""What is written under a heading, as plain words: whether a change quotes what really stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from build_tools.outline.headings import Heading
from build_tools.outline.written_headings import plain_title
from model.entity import Entity, Value
from model.framework import Framework

_HEADING_LINE = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_LINK = re.compile(r"\]\([^()\s]*\)|https?://")
_MARKUP = re.compile(r"[*_`~+|\\#<>\[\]]+")
_FIELDS = {
    "actors": ("actors", "notes"),
    "requirements": ("actors",),
    "options": ("options", "option_families", "notes"),
    "groupings": ("groupings", "notes"),
    "overview": ("concepts", "use_cases"),
    "security": ("security", "audit"),
}
"""The fields that a section of a profile or transaction is made of, where they are not called like its slot."""


def section_words(
    framework: Framework, entity: Entity, heading: Heading, above: Heading | None = None
) -> str:
    """All words of a section and its sub-sections; empty when nothing is written there.

    ``above`` is the section in whose prose the heading stands, when it stands in prose.
    """
    texts = list(_texts(_written_under(entity, (above or heading).slot)))
    if above:
        texts = [part for text in texts for part in _under(text, heading.title)]
    if not any(text.strip() for text in texts):
        return ""
    names = [found.title for found in map(framework.transaction, texts) if found]
    titles = [inside.title for inside in heading.walk()]
    return plain_words("\n".join((*titles, *texts, *names)))


def plain_words(text: str) -> str:
    """The words of a Markdown text in lower case, one blank between them."""
    return " ".join(_MARKUP.sub(" ", _LINK.sub(" ", text)).casefold().split())


def _written_under(entity: Entity, slot: str) -> Any:
    """The part of an entity that a section prints."""
    kind, _, name = slot.partition(":")
    if kind == entity.kind_name:
        return entity
    if name:
        return _item(entity, kind, name)
    return tuple(getattr(entity, field, None) for field in _FIELDS.get(kind, (kind,)))


def _item(entity: Entity, kind: str, name: str) -> Any:
    """One option, use case, message ...: by its number, or by its name."""
    field = next((f for f in (f"{kind}s", kind.replace("family", "families")) if hasattr(entity, f)), kind)
    items: tuple[Value, ...] = getattr(entity, field, ())
    number, _, part = name.partition(":")
    if number.isdigit():
        item = items[int(number)]
        return (getattr(item, part), getattr(item, "tables", None)) if hasattr(item, part) else item
    return next((item for item in items if getattr(item, kind.partition("_")[2] or kind, "") == name), None)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Value):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _under(text: str, title: str) -> Iterator[str]:
    """What stands under the headings of that title, down to the next one that is not deeper."""
    found = [*_HEADING_LINE.finditer(text)]
    for index, heading in enumerate(found):
        if plain_title(heading[2]) == title:
            ends = (other.start() for other in found[index + 1 :] if len(other[1]) <= len(heading[1]))
            yield text[heading.start() : next(ends, len(text))]

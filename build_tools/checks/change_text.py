"""The text of a change, in which words are marked as inserted or deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator

OMISSION = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in the text of a change for what is left out."""

_BLANK = re.compile(r"[^\n]")
_DELETED = re.compile(r"~~(?![\s~])(.+?)(?<!\s)~~(?!~)", re.DOTALL)
_CODE = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
INSERTED = re.compile(r"\+\+(?=[^\s+])[^\n]*?[^\s+]\+\+(?!\+)")
"""Words that are marked as inserted, on one line."""


def is_change_text(path: tuple[str | int, ...]) -> bool:
    """Whether the text at a path of an entity is that of a change."""
    return path[-1] == "text" and "changes" in path


def deletions(text: str) -> Iterator[tuple[int, str]]:
    """Where each deletion begins, and its words."""
    for found in _DELETED.finditer(_CODE.sub(lambda code: code[0].replace("~", " "), text)):
        yield found.start(1), text[slice(*found.span(1))]


def has_marks(text: str) -> bool:
    """Whether anything is marked as inserted or deleted."""
    prose = _CODE.sub("", text)
    return bool(_DELETED.search(prose)) or prose.count("++") > 1


def as_it_will_be(text: str) -> str:
    """The text without what is deleted, the other marks and omissions, every character at its place."""
    kept = _DELETED.sub(lambda found: _BLANK.sub(" ", found[0]), text)
    return kept.replace("++", "  ").replace(OMISSION, " ")

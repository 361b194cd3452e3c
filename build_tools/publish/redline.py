"""Word by word: what was inserted into a text and what was deleted from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"\s+|[^\s]+")

Piece = tuple[Literal["same", "inserted", "deleted"], str]
"""A stretch of text and what became of it."""


def redline(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of a changed text in order; deletions stand before what replaces them.

    All pieces but the inserted ones make the former text, all but the deleted ones the new one.
    """
    return tuple(_joined(list(_pieces(before, after))))


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", "".join(old[start:end])
            continue
        if start < end:
            yield "deleted", "".join(old[start:end])
        if first < last:
            yield "inserted", "".join(new[first:last])


def _joined(found: list[Piece]) -> Iterator[Piece]:
    """The pieces without white space alone between two changes: what is replaced word after word is replaced once."""
    index = 0
    while index < len(found):
        deleted, inserted = "", ""
        end = index
        while end < len(found) and (found[end][0] != "same" or _is_between(found, index, end)):
            kind, text = found[end]
            deleted += text if kind != "inserted" else ""
            inserted += text if kind != "deleted" else ""
            end += 1
        if end == index:
            yield found[index]
            index += 1
            continue
        if deleted:
            yield "deleted", deleted
        if inserted:
            yield "inserted", inserted
        index = end


def _is_between(found: list[Piece], start: int, index: int) -> bool:
    """Whether a piece is a blank after a change and before another one."""
    return (
        index > start
        and index + 1 < len(found)
        and not found[index][1].strip()
        and found[index + 1][0] != "same"
    )

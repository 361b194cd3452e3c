"""The outline of a chapter of the General Introduction, read from the headings of its Markdown."""

from __future__ import annotations

import re

from build_tools.outline.headings import Heading
from model.general import Chapter

_HEADING = re.compile(r"^(#{2,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")


def chapter_outline(chapter: Chapter) -> Heading:
    """The chapter and its sections: ``##`` is 3.1 in chapter 3, ``###`` below it 3.1.1."""
    titles = _titles(chapter.text)
    shallowest = min((level for level, _ in titles), default=2)
    children, _ = _nested(titles, 0, shallowest, chapter.chapter)
    return Heading(chapter.chapter, chapter.title, "chapter", children)


def _titles(text: str) -> list[tuple[int, str]]:
    """Level and text of every heading outside code."""
    found: list[tuple[int, str]] = []
    in_code = False
    for line in text.splitlines():
        if _FENCE.match(line):
            in_code = not in_code
        elif not in_code and (match := _HEADING.match(line)):
            found.append((len(match[1]), match[2]))
    return found


def _nested(
    titles: list[tuple[int, str]], start: int, level: int, number: str
) -> tuple[tuple[Heading, ...], int]:
    """The headings of one level from a position on, and the position after them."""
    found: list[Heading] = []
    while start < len(titles) and titles[start][0] >= level:
        own = f"{number}.{len(found) + 1}"
        children, after = _nested(titles, start + 1, titles[start][0] + 1, own)
        found.append(Heading(own, titles[start][1], f"heading:{own}", children))
        start = after
    return tuple(found), start

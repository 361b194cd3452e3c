"""The headings that an author writes in Markdown, found as the page's own parser finds them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt  # importing it takes as long as checking a hundred files

_MAY_HAVE = re.compile(r"\n {0,3}(?:#{1,6}(?:\s|$)|=+\s*$|-+\s*$)", re.MULTILINE)
"""A line break stands before it: a fixed character makes the search ten times as quick as ``^`` does."""
_CODE = re.compile(r"^(`{3,})[^`\n]*\n(?:.*?\n)?? {0,3}\1`*[ \t]*$", re.MULTILINE | re.DOTALL)
_MISLEADING = ("```", "~~~", "\r", "\t#")
_MAY_MISLEAD = re.compile(r"\n(?: {1,3}#| {0,3}[:~]| {0,3}(?:=+|-+)[ \t]*$|#.*(?:#[ \t]*$|\|))", re.MULTILINE)
"""What may hide a heading, or make one in another way than by ``#`` at the beginning of a line."""
_HEADING = re.compile(r"\n(#{1,6})(?:[ \t]+(.*))?$", re.MULTILINE)
_PLAIN = re.compile(r"(?:[^\\`*_\[\]<>&~!]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*\Z")
"""A line without markup; inside a word, as in ``XFRM_RPLC``, Markdown leaves a ``_`` alone."""


@lru_cache(maxsize=2048)
def written_headings(text: str) -> tuple[tuple[int, str], ...]:
    """Level and title of every heading of a text; those in code, lists and quotations are none."""
    lines = f"\n{text}"
    if not _MAY_HAVE.search(lines):
        return ()
    lines = _CODE.sub("", lines)
    if any(mark in lines for mark in _MISLEADING) or _MAY_MISLEAD.search(lines):
        return _parsed_headings(text)
    return tuple((len(found[1]), plain_title((found[2] or "").strip())) for found in _HEADING.finditer(lines))


def _parsed_headings(text: str) -> tuple[tuple[int, str], ...]:
    """The same from the parser, which knows all of Markdown."""
    from markdown_it.rules_core import StateCore

    state = StateCore(text, _blocks(), {})
    state.md.core.process(state)
    return tuple(
        (int(token.tag[1]), plain_title(state.tokens[index + 1].content))
        for index, token in enumerate(state.tokens)
        if token.type == "heading_open" and token.level == 0
    )


def plain_title(title: str) -> str:
    """A heading without its markup."""
    if _PLAIN.match(title):
        return title
    (line,) = _inline().parseInline(title)
    return "".join(part.content for part in line.children or () if part.type != "html_inline")


@cache
def _blocks() -> MarkdownIt:
    """A parser that leaves the lines as they are written."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable("table").disable("html_block").use(deflist_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


@cache
def _inline() -> MarkdownIt:
    """A parser for one line."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("strikethrough").disable("html_inline")

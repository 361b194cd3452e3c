"""The headings that an author writes in Markdown, found as the page's own parser finds them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

_MAY_HAVE = re.compile(r"^ {0,3}(?:#{1,6}(?:\s|$)|=+\s*$|-+\s*$)", re.MULTILINE)
_PLAIN = re.compile(r"[^\\`*_\[\]<>&~!]*\Z")


@lru_cache(maxsize=2048)
def written_headings(text: str) -> tuple[tuple[int, str], ...]:
    """Level and title of every heading of a text; those in code, lists and quotations are none."""
    if not _MAY_HAVE.search(text):
        return ()
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
    parser = MarkdownIt("commonmark").enable("table").disable("html_block").use(deflist_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


@cache
def _inline() -> MarkdownIt:
    """A parser for one line."""
    return MarkdownIt("commonmark").enable("strikethrough").disable("html_inline")

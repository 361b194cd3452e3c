"""Titles without markup are read without the Markdown parser, and read the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from build_tools.outline.written_headings import plain_title

TITLES = st.text(st.sampled_from("ab1_ -.é*"), min_size=1, max_size=9).map(str.strip).filter(bool)


@given(TITLES)
def test_a_title_is_what_the_parser_prints(title: str) -> None:
    """An underscore inside a word stays, one around a word is markup; the quick way never differs from the parser."""
    (line,) = MarkdownIt("commonmark").parseInline(title)
    assert plain_title(title) == "".join(part.content for part in line.children or ())


def test_an_identifier_stays_whole() -> None:
    """``XFRM_RPLC`` is a word, and ``_so_`` is emphasis."""
    assert plain_title("XFRM_RPLC") == "XFRM_RPLC"
    assert plain_title("_so_ it is") == "so it is"

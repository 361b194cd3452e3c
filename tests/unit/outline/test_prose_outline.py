"""The outline of prose is what the page prints: the same headings with the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from build_tools.outline import Heading
from build_tools.outline.prose_outline import prose_outline
from build_tools.sphinx_ext.prose import ProseReader
from build_tools.sphinx_ext.prose_sections import number_sections

READER = ProseReader()


def printed(text: str) -> list[tuple[str, str]]:
    """Number and title of every section that the page of section 3 prints."""
    found = READER.read(text, lambda _: [], lambda _line, _text: None)
    number_sections(found, "3", set())
    return [
        (section[0]["number"], section[0].astext())
        for node in found
        for section in node.findall(nodes.section)
    ]


def outlined(headings: tuple[Heading, ...]) -> Iterator[tuple[str, str]]:
    """Number and title of every heading of an outline, in reading order."""
    for heading in headings:
        for one in heading.walk():
            yield one.number, one.title


WORDS = st.text("abc XYZ0189", min_size=1, max_size=12).filter(lambda text: text.strip()).map(str.strip)
PIECES = st.one_of(
    st.tuples(st.integers(2, 5), WORDS).map(lambda piece: f"{'#' * piece[0]} {piece[1]}"),
    st.tuples(st.integers(2, 5), WORDS).map(lambda piece: f"{'#' * piece[0]} {piece[1]} {'#' * piece[0]}"),
    WORDS.map(lambda words: f"Some {words}."),
    WORDS.map(lambda words: f"```\n## {words}\n```"),
    WORDS.map(lambda words: f"~~~ text\n## {words}\n```\n## {words}\n~~~"),
    WORDS.map(lambda words: f"- {words}\n- ## {words}"),
    WORDS.map(lambda words: f"> ## {words}"),
    WORDS.map(lambda words: f"1. {words}\n\n   ## {words}"),
    WORDS.map(lambda words: f"    ## {words}"),
    WORDS.map(lambda words: f"##{words}"),
    st.just("####### seven"),
    st.just("| a |\n|---|\n| ## b |"),
)


@given(st.lists(PIECES, max_size=8))
def test_the_outline_lists_what_is_printed(pieces: list[str]) -> None:
    """Whatever an author writes, every section of the page is in the outline under its number, and no other."""
    text = "\n\n".join(pieces)
    assert list(outlined(prose_outline(text, "3"))) == printed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("No heading.", []),
        ("## One\n\n### Two\n\n## Three", [("3.1", "One"), ("3.1.1", "Two"), ("3.2", "Three")]),
        ("#### Deep\n\n## Shallow", [("3.1", "Deep"), ("3.2", "Shallow")]),
        ("## With `code` and *stress*", [("3.1", "With code and stress")]),
        ("# First\n\n## Second", [("3.1", "First"), ("3.1.1", "Second")]),
        ("Title\n---\n\ntext", [("3.1", "Title")]),
        ("## [A link](https://www.ihe.net/)", [("3.1", "A link")]),
    ],
)
def test_headings(text: str, expected: list[tuple[str, str]]) -> None:
    """``##`` is 3.1 in section 3, ``###`` below it 3.1.1; markup is not part of the title."""
    assert printed(text) == expected
    assert list(outlined(prose_outline(text, "3"))) == expected

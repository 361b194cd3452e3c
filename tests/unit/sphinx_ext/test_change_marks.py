"""Insertions and deletions in the text of a change, and plus signs that are none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from build_tools.sphinx_ext.prose import ProseReader

READER = ProseReader()


def read(text: str, *, is_change: bool = True) -> list[nodes.Node]:
    """The nodes of a text; a warning fails the test."""
    return READER.read(
        text, lambda _: [], lambda line, words: pytest.fail(f"{line}: {words}"), is_change=is_change
    )


def marked(found: list[nodes.Node]) -> Iterator[tuple[str, str]]:
    """What is marked, and how, in order."""
    for node in found:
        for inline in node.findall(nodes.inline):
            yield inline["classes"][0], inline.astext()


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("a ++b c++ d", [("inserted", "b c")]),
        ("++a++b", [("inserted", "a")]),
        ("a ~~b~~ ++c++", [("deleted", "b"), ("inserted", "c")]),
        ("++a **b** `c`++", [("inserted", "a b c")]),
        ("++a\nb++", [("inserted", "a\nb")]),
        ("| A | B |\n|---|---|\n| ++x++ | ~~y~~ |", [("inserted", "x"), ("deleted", "y")]),
        ("- ++x++\n- y", [("inserted", "x")]),
        ("+++a+++", [("inserted", "+a")]),
    ],
)
def test_marked_words_become_nodes_of_their_class(text: str, marks: list[tuple[str, str]]) -> None:
    """In lines, lists, tables and across lines; other markup inside stays."""
    assert list(marked(read(text))) == marks


@pytest.mark.parametrize("text", ["C++ and D++", "a + b ++ c", "`++a++`", "1++", "```\n++a++ ~~b~~\n```"])
def test_other_plus_signs_are_left_alone(text: str) -> None:
    """A language's name, a sum and code are no insertions, and nothing of them is lost."""
    found = read(text)
    assert list(marked(found)) == []
    assert "++" in "".join(node.astext() for node in found)


def test_only_the_text_of_a_change_has_insertions() -> None:
    """Elsewhere the marks are printed, as a rule says to their author."""
    found = read("a ++b++", is_change=False)
    assert list(marked(found)) == []
    assert found[0].astext() == "a ++b++"


@given(st.text(st.sampled_from("ab +~`*|\n"), max_size=30))
def test_no_word_is_ever_lost(text: str) -> None:
    """Whatever is marked how, every letter is printed once and in order."""
    found = READER.read(text, lambda _: [], lambda _line, _words: None, is_change=True)
    shown = "".join(node.astext() for node in found)
    assert [letter for letter in shown if letter in "ab"] == [letter for letter in text if letter in "ab"]

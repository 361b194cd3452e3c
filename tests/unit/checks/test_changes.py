"""The text of changes: what is deleted has to stand in the section, whatever an author deletes of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.checks import check
from build_tools.checks.change_text import as_it_will_be, deletions, has_marks
from build_tools.loading import LoadedFramework, Sources
from model.framework import Framework
from tests.unit.document.written import part, profile, transaction

WORDS = st.sampled_from(
    ["a", "the", "record", "**bold**", "`code`", "is", "kept", "*now*", "[x](https://x.y)", "…"]
)
SENTENCES = st.lists(WORDS.filter(lambda word: word != "…"), min_size=2, max_size=12)


def codes(framework: Framework) -> list[str]:
    """The codes of what is found about changes."""
    found = check(LoadedFramework(framework, Sources({}), ()))
    return [p.code for p in found.problems if p.code in ("TF231", "TF332")]


def changed(place: str, text: str, **fields: object) -> Framework:
    """A transaction with some fields, and a supplement that amends a place in it."""
    change = {"place": place, "kind": "amend", "text": text}
    supplement = profile(stage="trial-implementation", changes=[change])
    return Framework((part(supplement, transaction(**fields)),))


@given(SENTENCES, st.data())
def test_words_that_stand_there_may_be_deleted(sentence: list[str], data: st.DataObject) -> None:
    """Any run of words of the section, with its markup, and over the end of a line."""
    start = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(start + 1, len(sentence)))
    blank = data.draw(st.sampled_from([" ", "\n"]))
    text = f"… ~~{blank.join(sentence[start:end])}~~ ++new++ …"
    assert codes(changed("DOM TF-2: 3.1.1", text, scope=" ".join(sentence))) == []


@given(SENTENCES)
def test_other_words_may_not(sentence: list[str]) -> None:
    """One word that is not in the section is enough."""
    text = f"~~{' '.join(sentence)} elsewhere~~"
    assert codes(changed("DOM TF-2: 3.1.1", text, scope=" ".join(sentence))) == ["TF332"]


@pytest.mark.parametrize(
    ("place", "quoted"),
    [
        ("DOM TF-2: 3.1.1", "the scope"),
        ("DOM TF-2: 3.1.1.1", "inside it"),
        ("DOM TF-2: Table 3.1.2-1", "Starts it."),
        ("DOM TF-2: 3.1.4.1.2", "field id"),
        ("DOM TF-2: Table 3.1.4.1.2-1", "the id"),
        ("DOM TF-2: 3.1.4.1", "because"),
        ("DOM TF-2: 3.1.6", "secret"),
        ("DOM TF-2: 3.1", "Do 1 [DOM-1]"),
    ],
)
def test_each_place_has_the_words_that_are_printed_there(place: str, quoted: str) -> None:
    """Prose, headings in prose, tables that are made of fields and tables that are written."""
    fields: dict[str, object] = {
        "scope": "This is the scope.\n\n## Inside\n\nWhat is inside it.",
        "roles": [{"actor": "A", "role": "initiator", "does": "Starts it."}],
        "messages": [
            {
                "message": "M",
                "from": "A",
                "to": "A",
                "trigger_events": "It comes because it must.",
                "semantics": "It has a field id.",
                "tables": [{"caption": "Fields", "columns": ["F"], "rows": [["the id"]]}],
            }
        ],
        "security": "All is secret.",
    }
    assert codes(changed(place, f"~~{quoted}~~", **fields)) == []
    assert codes(changed(place, "~~nowhere~~", **fields)) == ["TF332"]


def test_words_of_another_section_are_not_those_of_this_one() -> None:
    """A heading in prose ends where the next one begins."""
    scope = "First.\n\n## One\n\nSaid in one.\n\n### Deeper\n\nSaid deeper.\n\n## Two\n\nSaid in two."
    assert codes(changed("DOM TF-2: 3.1.1.1", "~~Said deeper.~~", scope=scope)) == []
    assert codes(changed("DOM TF-2: 3.1.1.1", "~~Said in two.~~", scope=scope)) == ["TF332"]


def test_a_section_that_is_not_written_cannot_be_compared() -> None:
    """Nobody is blamed for quoting a text that is not kept here."""
    assert codes(changed("DOM TF-2: 3.1.5", "~~anything~~")) == []


@given(st.text(st.sampled_from("ab ~+`\n…"), max_size=60))
def test_taking_the_marks_out_moves_nothing(text: str) -> None:
    """Every line and character that stays is where it was, so that problems show at their place."""
    after = as_it_will_be(text)
    assert len(after) == len(text)
    assert [i for i, c in enumerate(after) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(new in (old, " ") for old, new in zip(text, after, strict=True))


@given(st.lists(st.tuples(st.sampled_from(["a b", "c", "`~~d~~`", "e\nf"]), st.booleans()), max_size=8))
def test_every_deletion_is_found_at_its_place(parts: list[tuple[str, bool]]) -> None:
    """Code is never taken for a deletion."""

    def pieces() -> Iterator[str]:
        for words, is_deleted in parts:
            yield f"~~{words}~~" if is_deleted and "`" not in words else words

    text = " ".join(pieces())
    wanted = [words for words, is_deleted in parts if is_deleted and "`" not in words]
    found = list(deletions(text))
    assert [words for _, words in found] == wanted
    assert all(text[offset:].startswith(words) for offset, words in found)
    assert has_marks(text) == bool(wanted)

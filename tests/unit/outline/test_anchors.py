"""Lasting ids: a text keeps its id, and no other text takes it over."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from build_tools.outline.anchors import KnownPlace, WrittenPlace, id_of_name, lasting_ids
from build_tools.outline.recognition import likeness

WORDS = [
    f"{first}{last}"
    for first in ("ba", "de", "ki", "lo", "mu", "ra")
    for last in ("bel", "dor", "fin", "gul", "nak")
]
"""Words of which paragraphs are made."""


def paragraphs(*texts: str) -> list[WrittenPlace]:
    """Paragraphs with these texts."""
    return [WrittenPlace("paragraph", text) for text in texts]


def publish(places: Sequence[WrittenPlace], known: Sequence[KnownPlace] = ()) -> list[KnownPlace]:
    """The places as an edition holds them that is published after another one."""
    found = lasting_ids("MHD", places, known)
    return [KnownPlace(id_, place.kind, place.text) for id_, place in zip(found, places, strict=True)]


texts = st.lists(st.sampled_from(WORDS), min_size=6, max_size=14).map(" ".join)
pages = st.lists(texts, min_size=1, max_size=12, unique=True)
edits = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "move", "edit"]), st.integers(0, 50), st.integers(0, 50), texts
    ),
    max_size=8,
)


def changed(page: list[str], changes: list[tuple[str, int, int, str]]) -> list[str]:
    """A page after an editor's day: texts inserted, deleted, moved, or with one word replaced."""
    page = list(page)
    for what, place, other, text in changes:
        at = place % (len(page) + 1)
        if what == "insert":
            page.insert(at, text)
        elif page and what == "delete":
            page.pop(place % len(page))
        elif page and what == "move":
            moved = page.pop(place % len(page))
            page.insert(other % (len(page) + 1), moved)
        elif page:
            words = page[place % len(page)].split()
            words[other % len(words)] = "edited"
            page[place % len(page)] = " ".join(words)
    return page


@given(pages, edits)
def test_untouched_text_keeps_its_id(page: list[str], changes: list[tuple[str, int, int, str]]) -> None:
    """Whatever happens to the other paragraphs, one that is not touched has the id that it had."""
    before = publish(paragraphs(*page))
    after = changed(page, changes)
    had = {place.text: place.id for place in before}
    for place in publish(paragraphs(*after), before):
        if after.count(place.text) == 1 and place.text in had:
            assert place.id == had[place.text]


@given(pages, st.lists(edits, min_size=1, max_size=4))
def test_no_id_goes_to_a_different_text(page: list[str], days: list[list[tuple[str, int, int, str]]]) -> None:
    """Edition after edition, an id stays with its text or with one in which that is recognised, and is given once."""
    edition = publish(paragraphs(*page))
    for changes in days:
        page = changed(page, changes)
        texts_before = {place.id: place.text for place in edition}
        edition = publish(paragraphs(*page), edition)
        ids = [place.id for place in edition]
        assert len(set(ids)) == len(ids)
        for place in edition:
            if place.id in texts_before and place.text != texts_before[place.id]:
                assert likeness("paragraph", place.text, texts_before[place.id]) >= 0.5


@given(pages, st.data())
def test_an_edited_text_is_recognised(page: list[str], data: st.DataObject) -> None:
    """A paragraph in which one word was replaced keeps its id, when no other text is as much like what it was."""
    place = data.draw(st.integers(0, len(page) - 1))
    before = publish(paragraphs(*page))
    after = changed(page, [("edit", place, data.draw(st.integers(0, 50)), "")])
    found = publish(paragraphs(*after), before)
    assert found[place].id == before[place].id
    assert [one.id for one in found] == [one.id for one in before]


@given(pages)
def test_ids_need_nothing_but_the_text(page: list[str]) -> None:
    """Without any edition a paragraph has the same id in every order of the page."""
    forward = {place.text: place.id for place in publish(paragraphs(*page))}
    assert forward == {place.text: place.id for place in publish(paragraphs(*reversed(page)))}


def test_equal_texts_are_told_apart_by_their_neighbours() -> None:
    """Of two paragraphs that say the same, the second keeps its id when the first is deleted."""
    before = publish(paragraphs("One is first.", "Not applicable.", "Two is second.", "Not applicable."))
    after = publish(paragraphs("One is first.", "Two is second.", "Not applicable."), before)
    assert [place.id for place in after] == [before[0].id, before[2].id, before[3].id]


def test_a_text_that_comes_back_takes_no_id_from_the_one_that_was_edited() -> None:
    """Where an edited text kept its id, the former words, written anew, get another one."""
    first = publish(paragraphs("The source sends the document to the recipient at once."))
    second = publish(paragraphs("The source sends the document to the recipient within a minute."), first)
    assert second[0].id == first[0].id
    third = publish(
        paragraphs(
            "The source sends the document to the recipient within a minute.",
            "The source sends the document to the recipient at once.",
        ),
        second,
    )
    assert third[0].id == first[0].id
    assert third[1].id != first[0].id


def test_rows_of_other_things_never_share_an_id() -> None:
    """A row that names another thing in its first cell is another row, however alike the rest is."""
    rest = "R | The code of the thing as the registry lists it"
    before = publish([WrittenPlace("row", f"classCode | {rest}")])
    after = publish([WrittenPlace("row", f"typeCode | {rest}")], before)
    assert after[0].id != before[0].id
    edited = publish([WrittenPlace("row", f"classCode | O | {rest[4:]}")], before)
    assert edited[0].id == before[0].id


def test_what_a_name_says_needs_no_text() -> None:
    """The row of an actor and a transaction keeps its id whatever its cells say."""
    named = [WrittenPlace("row", "Source | Send [ITI-1] | R", "r-source-iti-1", is_named=True)]
    before = publish(named)
    after = publish([WrittenPlace("row", "Anything else", "r-source-iti-1", is_named=True)], before)
    assert [place.id for place in after] == ["r-source-iti-1"]


def test_a_renamed_section_keeps_its_id() -> None:
    """A heading that is reworded is the same section, and a new one with the former words gets an id of its own."""
    before = publish([WrittenPlace("section", "Security Considerations", "s-mhd-security-considerations")])
    after = publish(
        [
            WrittenPlace(
                "section", "Security and Privacy Considerations", "s-mhd-security-and-privacy-considerations"
            ),
            WrittenPlace("section", "Concepts", "s-mhd-concepts"),
        ],
        before,
    )
    assert [place.id for place in after] == ["s-mhd-security-considerations", "s-mhd-concepts"]


def test_ids_of_names_stay_short() -> None:
    """An id made of words has at most 72 characters, and long names that differ at their end keep different ids."""
    one, two = (id_of_name("section", "word " * 30 + end) for end in ("a", "b"))
    assert len(one) <= 72
    assert one != two

"""Places of one edition in a later one: found, or honestly lost."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.locations.edition import Anchor, Edition
from review.locations.reanchor import Fate, Reanchoring
from tests.review.locations.edition_text import WORDS, edition


def sentence(seed: int, length: int = 14) -> str:
    """A sentence that only this seed has."""
    chosen = random.Random(seed)  # noqa: S311  # the same words in every run
    return f"The {' '.join(chosen.choice(WORDS) for _ in range(length))} {seed}."


def test_the_four_fates() -> None:
    """Exact, moved, text changed and text gone are told apart, by ids that stay."""
    old = edition(
        ("a", "paragraph", "", "3.1", sentence(1)),
        ("b", "paragraph", "", "3.1", sentence(2)),
        ("c", "paragraph", "", "3.1", sentence(3)),
        ("d", "paragraph", "", "3.1", sentence(4)),
    )
    new = edition(
        ("a", "paragraph", "", "3.1", sentence(1)),
        ("b", "paragraph", "", "3.2", sentence(2)),
        ("c", "paragraph", "", "3.1", sentence(3) + " It retries."),
    )
    find = Reanchoring(old, new).find
    assert [find(id_).fate for id_ in "abcd"] == [Fate.EXACT, Fate.MOVED, Fate.CHANGED, Fate.GONE]
    assert find("nowhere").fate is Fate.GONE


def test_texts_are_found_without_ids() -> None:
    """Where an edition gave other ids, the words lead to the place, a changed one too."""
    old = edition(*((f"o{i}", "paragraph", "", "3.1", sentence(i)) for i in range(6)))
    texts = [sentence(0), "A new paragraph.", sentence(1), sentence(2).replace("The", "Each"), sentence(5)]
    new = edition(*((f"n{i}", "paragraph", "", "3.1", text) for i, text in enumerate(texts)))
    found = {f"o{i}": Reanchoring(old, new).find(f"o{i}") for i in range(6)}
    assert {id_: place.anchor and place.anchor.id for id_, place in found.items()} == {
        "o0": "n0",
        "o1": "n2",
        "o2": "n3",
        "o3": None,
        "o4": None,
        "o5": "n4",
    }
    assert found["o2"].fate is Fate.CHANGED


def test_equal_texts_are_told_by_their_neighbours() -> None:
    """`None.` stands everywhere; only the one between the same neighbours is the same."""
    old = edition(
        ("a", "paragraph", "", "3.1", sentence(1)),
        ("b", "paragraph", "", "3.1", "None."),
        ("c", "paragraph", "", "3.1", sentence(2)),
        ("d", "paragraph", "", "3.1", "None."),
    )
    new = edition(
        ("w", "paragraph", "", "3.1", "None."),
        ("x", "paragraph", "", "3.1", sentence(1)),
        ("y", "paragraph", "", "3.1", "None."),
        ("z", "paragraph", "", "3.1", sentence(2)),
    )
    find = Reanchoring(old, new).find
    assert find("b").anchor is not None
    assert find("b").anchor.id == "y"
    assert find("d").fate is Fate.GONE


def test_two_that_could_be_meant_are_named() -> None:
    """Where two new paragraphs are about as like the old one, none is taken and both are suggested."""
    old = edition(("a", "paragraph", "", "3.1", "The registry shall answer each query within one second."))
    new = edition(
        ("x", "paragraph", "", "3.1", "The registry shall answer each query within two seconds."),
        ("y", "paragraph", "", "3.1", "The registry shall answer each query within ten seconds."),
    )
    place = Reanchoring(old, new).find("a")
    assert place.fate is Fate.GONE
    assert set(place.suggestions) == {"x", "y"}


@dataclass(frozen=True)
class Later:
    """A paragraph of the later edition."""

    origin: int
    """The paragraph of the old edition that it was; -1 for a new one."""
    section: str
    text: str
    is_copy: bool = False
    """A copy of a paragraph with another word, as editors make them."""


def an_edit(draw: st.DrawFn, later: list[Later]) -> None:
    """Insert, delete, move, edit, copy or renumber one paragraph."""
    kind = draw(st.sampled_from(["insert", "delete", "move", "edit", "copy", "renumber"]))
    at = draw(st.integers(0, max(len(later) - 1, 0)))
    if kind == "insert" or not later:
        later.insert(at, Later(-1, "3.1", sentence(1000 + draw(st.integers(0, 999)))))
    elif kind == "delete":
        later.pop(at)
    elif kind == "move":
        later.insert(draw(st.integers(0, len(later) - 1)), later.pop(at))
    elif kind == "edit":
        words = later[at].text.split()
        words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
        later[at] = replace(later[at], text=" ".join(words))
    elif kind == "copy":
        later.insert(at, replace(later[at], text=later[at].text.replace("The", "Any", 1), is_copy=True))
    else:
        later[at] = replace(later[at], section="9.9")


@st.composite
def edited_editions(draw: st.DrawFn) -> tuple[list[Later], bool]:
    """The paragraphs of a later edition, and whether ids stay."""
    later = [Later(i, f"3.{i // 5}", sentence(i)) for i in range(20)]
    for _ in range(draw(st.integers(0, 12))):
        an_edit(draw, later)
    return later, draw(st.booleans())


@settings(max_examples=300)
@given(edited_editions())
def test_no_confident_wrong_match(edited: tuple[list[Later], bool]) -> None:
    """After any edits, a place that is found is the right one, or a copy of it; what stayed as it was is found."""
    later, keeps_ids = edited
    old = Edition([Anchor(f"p{i}", "paragraph", "", f"3.{i // 5}", sentence(i)) for i in range(20)])
    by_id = {
        f"p{one.origin}" if keeps_ids and one.origin >= 0 and not one.is_copy else f"n{index}": one
        for index, one in enumerate(later)
    }
    new = Edition([Anchor(id_, "paragraph", "", one.section, one.text) for id_, one in by_id.items()])
    reanchoring = Reanchoring(old, new)
    for index in range(20):
        place = reanchoring.find(f"p{index}")
        if place.anchor is not None:
            assert by_id[place.anchor.id].origin == index
        if keeps_ids and f"p{index}" in by_id:
            assert place.anchor is not None
            assert place.anchor.id == f"p{index}"
        if [one.text for one in later].count(sentence(index)) == 1:
            assert place.anchor is not None
            assert place.fate is not Fate.GONE


def test_a_chain_of_editions() -> None:
    """From edition to edition, a place is followed as long as its words are."""
    first = edition(("a", "paragraph", "", "3.1", sentence(1)))
    second = edition(("a", "paragraph", "", "3.1", sentence(1) + " It retries."))
    third = edition(("a", "paragraph", "", "3.2", sentence(1) + " It retries."))
    assert Reanchoring(first, third).find("a").fate is Fate.CHANGED
    assert Reanchoring(second, third).find("a").fate is Fate.MOVED


@pytest.mark.parametrize("kind", ["section", "row"])
def test_places_keep_their_kind(kind: str) -> None:
    """A row never becomes a paragraph, even if their words are alike."""
    old = Edition([Anchor("a", kind, "", "3.1", sentence(1))])
    new = Edition([Anchor("b", "paragraph", "", "3.1", sentence(1) + " more")])
    assert Reanchoring(old, new).find("a").fate is Fate.GONE

"""Ids that outlive numbers and positions: what stands on a page, and what was published of it -> an id for each place.

An id belongs to a text. Untouched text keeps its id wherever it moves on its page, edited text keeps it as long as it
is recognised, and no other text ever takes it over. New text gets an id made from what it says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from build_tools.outline.headings import free, slug_words
from build_tools.outline.recognition import recognised

PlaceKind = Literal["title", "section", "paragraph", "row", "table", "figure", "issue"]
"""What a place on a page is; list items, terms and blocks of code count as paragraphs."""

_DIGITS = 10
"""Of a digest: enough for two texts of a volume never to share an id, few enough to be read out."""
_LONGEST = 72
"""Characters of an id that is made of words."""


class WrittenPlace(NamedTuple):
    """A place on a page as it is now."""

    kind: PlaceKind
    text: str
    """Its plain text, white space collapsed; what has a name may do without as long as nothing was published."""
    name: str = ""
    """The id that its own name gives it, such as the heading of a section; empty where only its text tells it apart."""
    is_named: bool = False
    """Whether the name says what it is, whatever its text: the row of an actor and a transaction, an issue."""


class KnownPlace(NamedTuple):
    """A place as the newest published edition has it."""

    id: str
    kind: PlaceKind
    text: str


def lasting_ids(
    scope: str, written: Sequence[WrittenPlace], known: Sequence[KnownPlace] = ()
) -> tuple[str, ...]:
    """The id of every place of a page, in order, no two alike.

    ``scope`` names what the page is about, and stays when its address or number changes; ``known`` are the places of the
    same scope in the newest published edition.
    """
    if not known:
        return _first_ids(scope, written)
    kept = recognised(written, known)
    taken = {place.id for place in known}
    return tuple(
        kept[index] if index in kept else free(place.name or id_of_text(scope, place.kind, place.text), taken)
        for index, place in enumerate(written)
    )


def _first_ids(scope: str, written: Sequence[WrittenPlace]) -> tuple[str, ...]:
    """The ids of a page of which nothing was published."""
    found: list[str] = []
    taken: set[str] = set()
    for kind, text, name, _ in written:
        wanted = name or id_of_text(scope, kind, text)
        if wanted in taken:
            wanted = free(wanted, taken)
        taken.add(wanted)
        found.append(wanted)
    return tuple(found)


def id_of_text(scope: str, kind: str, text: str) -> str:
    """The id that a text gives: ``p-3f9a2c71d0``, ``r-`` for a row."""
    digest = hashlib.blake2b(f"{scope}\0{kind}\0{text}".encode(), digest_size=_DIGITS // 2)
    return f"{kind[0]}-{digest.hexdigest()}"


@lru_cache(maxsize=4096)
def id_of_name(kind: str, *words: str) -> str:
    """The id that a name gives: ``s-mhd-overview-concepts`` for the section Concepts in the overview of MHD."""
    found = f"{kind[0]}-{'-'.join(slug_words(word) for word in words if word)}"
    if len(found) <= _LONGEST:
        return found
    digest = hashlib.blake2b(found.encode(), digest_size=3).hexdigest()
    return f"{found[: _LONGEST - 7].rstrip('-.')}-{digest}"

"""Anchors of one edition -> where they are in a later one: exact, moved, text changed, text gone.

A wrong place is worse than none: where two places could be meant, the text is gone, and they are named as
suggestions. Everything is looked up by id and by exact text first; only what is left is compared, with the few
paragraphs that nobody else claims in the same section or between the same neighbours.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz, process

from review.locations.edition import Anchor, Edition, as_key

_ALIKE = 72.0
"""How alike two texts must be, of 100, for one to be the other's revision."""
_AHEAD = 12.0
"""How much more alike than any other."""
_SHORTEST = 12
"""Characters that a text must have to be compared at all: `None` and `Required` are alike everywhere."""
_WINDOW = 40
"""How many unclaimed paragraphs between the neighbours are compared at most."""


class Fate(StrEnum):
    """What became of a place."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "text changed"
    GONE = "text gone"


@dataclass(frozen=True, slots=True)
class NewPlace:
    """What became of a place, and where it is."""

    fate: Fate
    anchor: Anchor | None = None
    suggestions: tuple[str, ...] = ()


class Reanchoring:
    """Finds the places of one edition again in another; made once for a pair of editions."""

    def __init__(self, old: Edition, new: Edition) -> None:
        """Prepare what all places need."""
        self._old, self._new = old, new

    def find(self, id_: str) -> NewPlace:
        """What became of a place of the old edition."""
        anchor = self._old.get(id_)
        if anchor is None:
            return NewPlace(Fate.GONE)
        same = self._new.get(id_)
        if same is not None:
            return self._of_same_id(anchor, same)
        index = self._matches.get(self._old.position[id_])
        if index is not None:
            return self._of_same_id(anchor, self._new.anchors[index])
        return self._nearest(anchor)

    def _of_same_id(self, anchor: Anchor, there: Anchor) -> NewPlace:
        if anchor.text != there.text:
            return NewPlace(Fate.CHANGED, there)
        is_still = as_key(anchor.section) == as_key(there.section) and anchor.number == there.number
        return NewPlace(Fate.EXACT if is_still else Fate.MOVED, there)

    @cached_property
    def _matches(self) -> Mapping[int, int]:
        """Old position -> new position of what has the same id or, beyond doubt, the same text."""
        found = {
            index: self._new.position[anchor.id]
            for index, anchor in enumerate(self._old.anchors)
            if anchor.id in self._new.position
        }
        taken = set(found.values())
        old_places, new_places = _by_text(self._old), _by_text(self._new)
        for text, places in old_places.items():
            open_old = [place for place in places if place not in found]
            open_new = [place for place in new_places.get(text, ()) if place not in taken]
            for place, there in self._pairs(open_old, open_new):
                found[place] = there
                taken.add(there)
        return found

    def _pairs(self, olds: Sequence[int], news: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Equal texts that belong together: the only one here and there, or the only ones between the same neighbours."""
        if len(olds) == 1 and len(news) == 1:
            if _is_telling(self._old.anchors[olds[0]].text) or self._has_same_neighbour(olds[0], news[0]):
                yield olds[0], news[0]
            return
        by_context: dict[tuple[str, str, str], list[int]] = {}
        for place in news:
            by_context.setdefault(_context(self._new, place), []).append(place)
        old_contexts: dict[tuple[str, str, str], list[int]] = {}
        for place in olds:
            old_contexts.setdefault(_context(self._old, place), []).append(place)
        for context, places in old_contexts.items():
            there = by_context.get(context, [])
            if len(places) == 1 and len(there) == 1:
                yield places[0], there[0]

    def _has_same_neighbour(self, old: int, new: int) -> bool:
        before, after, _ = _context(self._old, old)
        new_before, new_after, _ = _context(self._new, new)
        return before == new_before or after == new_after

    @cached_property
    def _matched_old(self) -> list[int]:
        return sorted(self._matches)

    @cached_property
    def _unclaimed(self) -> list[int]:
        """New positions that nothing of the old edition claims."""
        claimed = set(self._matches.values())
        return [i for i in range(len(self._new.anchors)) if i not in claimed]

    @cached_property
    def _unclaimed_by_section(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index in self._unclaimed:
            found.setdefault(as_key(self._new.anchors[index].section), []).append(index)
        return found

    def _nearest(self, anchor: Anchor) -> NewPlace:
        """The one unclaimed text nearby that can only be this one, revised."""
        candidates = self._candidates(anchor)
        texts = {index: self._new.anchors[index].text for index in candidates}
        if len(anchor.text) < _SHORTEST or not texts:
            return NewPlace(Fate.GONE)
        scored = process.extract(anchor.text, texts, scorer=fuzz.ratio, score_cutoff=_ALIKE - _AHEAD, limit=2)
        if not scored:
            return NewPlace(Fate.GONE)
        _, best, index = scored[0]
        rival = scored[1][1] if len(scored) > 1 else 0.0
        if best < _ALIKE or best - rival < _AHEAD or self._has_rival(anchor, index, best):
            return NewPlace(Fate.GONE, suggestions=tuple(self._new.anchors[i].id for _, _, i in scored))
        return NewPlace(Fate.CHANGED, self._new.anchors[index])

    def _has_rival(self, anchor: Anchor, index: int, score: float) -> bool:
        """Whether another lost text of the old edition is about as like the one found."""
        text = self._new.anchors[index].text
        others = [t for i, t in self._lost_near(anchor) if i != self._old.position[anchor.id]]
        found = process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=max(score - _AHEAD, 0.0))
        return found is not None

    def _lost_near(self, anchor: Anchor) -> list[tuple[int, str]]:
        """Old texts that were not found either, near a place."""
        here = bisect_left(self._lost, self._old.position[anchor.id])
        near = self._lost[max(0, here - _WINDOW) : here + _WINDOW]
        return [(index, self._old.anchors[index].text) for index in near]

    @cached_property
    def _lost(self) -> list[int]:
        return [i for i in range(len(self._old.anchors)) if i not in self._matches]

    def _candidates(self, anchor: Anchor) -> list[int]:
        """Unclaimed new positions in the same section, or between the neighbours that were found."""
        same_section = self._unclaimed_by_section.get(as_key(anchor.section), [])
        found = dict.fromkeys(same_section[: 2 * _WINDOW])
        low, high = self._between(self._old.position[anchor.id])
        first = bisect_left(self._unclaimed, low)
        for index in self._unclaimed[first : first + _WINDOW]:
            if index < high:
                found[index] = None
        return [index for index in found if self._new.anchors[index].kind == anchor.kind]

    def _between(self, position: int) -> tuple[int, int]:
        """The new positions of the nearest places before and after that were found."""
        at = bisect_left(self._matched_old, position)
        low = self._matches[self._matched_old[at - 1]] if at else -1
        high = self._matches[self._matched_old[at]] if at < len(self._matched_old) else len(self._new.anchors)
        return low, high


def _by_text(edition: Edition) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, anchor in enumerate(edition.anchors):
        if anchor.text:
            found.setdefault(anchor.text, []).append(index)
    return found


def _context(edition: Edition, index: int) -> tuple[str, str, str]:
    """The texts before and after, and the kind."""
    before = edition.anchors[index - 1].text if index else ""
    after = edition.anchors[index + 1].text if index + 1 < len(edition.anchors) else ""
    return before, after, edition.anchors[index].kind


def _is_telling(text: str) -> bool:
    """Whether a text says enough to be known again anywhere."""
    return len(text) >= 3 * _SHORTEST

"""What differs between two editions of a document: place by place, and in IHE's words."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from build_tools.loading.editions import Edition
from build_tools.publish.model_changes import Change, model_changes
from build_tools.publish.text_changes import text_changes

Anchor = Mapping[str, Any]
Status = Literal["same", "moved", "changed", "inserted", "deleted"]


@dataclass(frozen=True)
class ComparedPlace:
    """One place in one of two editions, or in both."""

    status: Status
    before: Anchor | None
    after: Anchor | None

    @property
    def shown(self) -> Anchor:
        """The place as the newer edition has it, or else the older one."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True)
class Comparison:
    """Everything that differs."""

    before: str
    """The older edition: ``1.0-public-comment``."""
    changes: tuple[Change, ...]
    """What changed, in IHE's words."""
    places: tuple[ComparedPlace, ...]
    """Every place in reading order; what was deleted stands where it stood."""

    @property
    def counts(self) -> dict[str, int]:
        """How many places of each status there are."""
        return dict(Counter(place.status for place in self.places))

    def as_data(self, document: str, edition: str) -> dict[str, Any]:
        """The comparison as plain data: the changes, and the ids of all places that are not the same."""
        return {
            "format": "framework-press-changes/1",
            "document": document,
            "from": self.before,
            "to": edition,
            "changes": [change.as_data() for change in self.changes],
            "counts": self.counts,
            "places": [
                {
                    "id": place.shown["id"],
                    "status": place.status,
                    "before": place.before["text"] if place.before else None,
                    "after": place.after["text"] if place.after else None,
                }
                for place in self.places
                if place.status != "same"
            ],
        }


def compare(before: Edition, anchors: Sequence[Anchor], model: Mapping[str, Any]) -> Comparison:
    """An edition against a later state of its document: the anchors of that and its ``framework.json``."""
    places = tuple(compared(before.anchors(), anchors))
    changes = (*model_changes(before.model(), model), *text_changes(places))
    return Comparison(before.edition, changes, places)


def compared(before: Sequence[Anchor], after: Sequence[Anchor]) -> Iterator[ComparedPlace]:
    """The places of both, aligned by their ids."""
    old = {anchor["id"]: anchor for anchor in before}
    new = {anchor["id"]: anchor for anchor in after}
    kept = _in_order([i for i in old if i in new], [i for i in new if i in old])
    waiting = deque(anchor for anchor in before if anchor["id"] in kept or anchor["id"] not in new)
    yield from _deleted(waiting, kept)
    for anchor in after:
        name = anchor["id"]
        yield _placed(old.get(name), anchor, is_moved=name not in kept)
        if name in kept:
            waiting.popleft()
            yield from _deleted(waiting, kept)


def _deleted(waiting: deque[Anchor], kept: frozenset[str]) -> Iterator[ComparedPlace]:
    """What stood in the older edition before the next place that both have."""
    while waiting and waiting[0]["id"] not in kept:
        yield ComparedPlace("deleted", waiting.popleft(), None)


def _placed(before: Anchor | None, after: Anchor, *, is_moved: bool) -> ComparedPlace:
    if before is None:
        return ComparedPlace("inserted", None, after)
    if before["text"] != after["text"]:
        return ComparedPlace("changed", before, after)
    return ComparedPlace("moved" if is_moved else "same", before, after)


def _in_order(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The ids that follow each other in both; the others were moved."""
    if before == after:
        return frozenset(before)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return frozenset(
        name for block in matcher.get_matching_blocks() for name in before[block.a : block.a + block.size]
    )

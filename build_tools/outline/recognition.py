"""Which text of a page is which of the texts published before: untouched, moved, edited, or a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Protocol

_ALIKE_IN_PLACE = 0.5
"""The share of words, in their order, that an edited text has kept between the same neighbours."""
_ALIKE_ELSEWHERE = 0.75
"""The same for a text that was edited and moved."""
CELLS = " | "
"""Stands between the cells of a row."""


class _Text(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


class _Written(_Text, Protocol):
    @property
    def name(self) -> str: ...
    @property
    def is_named(self) -> bool: ...


class _Known(_Text, Protocol):
    @property
    def id(self) -> str: ...


def recognised(written: Sequence[_Written], known: Sequence[_Known]) -> dict[int, str]:
    """The published id of every written place that is recognised, by its position."""
    pairs = match(written, known)
    return {index: known[other].id for index, other in pairs.items()}


def match(written: Sequence[_Written], known: Sequence[_Known]) -> dict[int, int]:
    """The position among the known places of every written place that is recognised."""
    found = _by_name(written, known)
    new = [i for i, place in enumerate(written) if i not in found and not place.is_named]
    old = _others(range(len(known)), found.values())
    marks = [_mark(written[i]) for i in new], [_mark(known[j]) for j in old]
    if marks[0] == marks[1]:
        return found | dict(zip(new, old, strict=True))
    found |= _in_order(new, old, marks)
    new, old = _others(new, found), _others(old, found.values())
    found |= _moved(written, known, new, old)
    new, old = _others(new, found), _others(old, found.values())
    found |= _edited_in_place(written, known, found, (new, old))
    new, old = _others(new, found), _others(old, found.values())
    return found | _most_alike(written, known, (new, old), _ALIKE_ELSEWHERE)


def likeness(kind: str, text: str, other: str) -> float:
    """From 0 to 1 the share of words, in their order, that two texts have in common; rows of other things have none."""
    from rapidfuzz.distance import Indel  # loaded only where a text was changed

    if kind == "row" and text.partition(CELLS)[0].casefold() != other.partition(CELLS)[0].casefold():
        return 0.0
    return Indel.normalized_similarity(text.casefold().split(), other.casefold().split())


def _mark(place: _Text) -> Hashable:
    return (place.kind, place.text)


def _others(positions: Iterable[int], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [position for position in positions if position not in gone]


def _by_name(written: Sequence[_Written], known: Sequence[_Known]) -> dict[int, int]:
    """Places whose name says what they are."""
    by_id = {(place.kind, place.id): index for index, place in enumerate(known)}
    wanted = {i: by_id.get((p.kind, p.name)) for i, p in enumerate(written) if p.is_named}
    return {index: other for index, other in wanted.items() if other is not None}


def _in_order(
    new: Sequence[int], old: Sequence[int], marks: tuple[list[Hashable], list[Hashable]]
) -> dict[int, int]:
    """Untouched texts that follow each other as before, which tells equal ones apart."""
    matcher = SequenceMatcher(None, *marks, autojunk=False)
    return {
        new[block.a + step]: old[block.b + step]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


def _moved(
    written: Sequence[_Written], known: Sequence[_Known], new: Sequence[int], old: Sequence[int]
) -> dict[int, int]:
    """Untouched texts that stand elsewhere."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index in reversed(old):
        waiting[_mark(known[index])].append(index)
    return {
        index: waiting[_mark(written[index])].pop() for index in new if waiting.get(_mark(written[index]))
    }


def _edited_in_place(
    written: Sequence[_Written],
    known: Sequence[_Known],
    found: dict[int, int],
    left: tuple[list[int], list[int]],
) -> dict[int, int]:
    """Changed texts of which a neighbour, the nearest one that is recognised, is the same as before."""
    back = {other: index for index, other in found.items()}
    near: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
    for index in left[0]:
        for side in _sides(index, {i: i for i in found}, len(written)):
            near.setdefault(side, ([], []))[0].append(index)
    for other in left[1]:
        for side in _sides(other, back, len(known)):
            near.setdefault(side, ([], []))[1].append(other)
    pairs: dict[int, int] = {}
    for new, old in near.values():
        pairs |= _most_alike(
            written, known, (_others(new, pairs), _others(old, pairs.values())), _ALIKE_IN_PLACE
        )
    return pairs


def _sides(position: int, recognised_: dict[int, int], size: int) -> tuple[tuple[str, int], tuple[str, int]]:
    """The nearest recognised place before and after a position, each as the written place that it is; -1 for none."""
    before = next((recognised_[i] for i in range(position - 1, -1, -1) if i in recognised_), -1)
    after = next((recognised_[i] for i in range(position + 1, size) if i in recognised_), -1)
    return ("after", before), ("before", after)


def _most_alike(
    written: Sequence[_Written], known: Sequence[_Known], left: tuple[list[int], list[int]], least: float
) -> dict[int, int]:
    """Pairs of texts of one kind that are alike, the most alike first, and of these the nearest."""
    pairs = sorted(
        (-alike, abs(index - other), index, other)
        for index in left[0]
        if not written[index].is_named
        for other in left[1]
        if written[index].kind == known[other].kind
        if (alike := likeness(written[index].kind, written[index].text, known[other].text)) >= least
    )
    found: dict[int, int] = {}
    gone: set[int] = set()
    for _, _, index, other in pairs:
        if index not in found and other not in gone:
            found[index] = other
            gone.add(other)
    return found

"""Comments that say nearly the same, grouped for one discussion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from review.register.models import Comment

_ALIKE = 82.0
_RARE = 4
"""How many of its rarest words lead from one comment to others."""
_CROWD = 60
"""A word that more comments share tells nothing."""
_SHORT = 25
"""Shorter texts (`typo`) are the same comment only at the same place."""
_WORD = re.compile(r"[^\W_]{3,}")


def near_duplicates(comments: Sequence[Comment]) -> list[tuple[Comment, ...]]:
    """Groups of two and more, in the order of their first comments."""
    texts = {comment.pk: _text(comment) for comment in comments}
    leader = {comment.pk: comment.pk for comment in comments}

    def root(pk: int) -> int:
        while leader[pk] != pk:
            leader[pk] = leader[leader[pk]]
            pk = leader[pk]
        return pk

    by_pk = {comment.pk: comment for comment in comments}
    for one, other in _pairs(comments, texts):
        first, second = root(one), root(other)
        if first != second and _alike(by_pk[one], by_pk[other], texts):
            leader[max(first, second)] = min(first, second)
    groups: dict[int, list[Comment]] = {}
    for comment in comments:
        groups.setdefault(root(comment.pk), []).append(comment)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _text(comment: Comment) -> str:
    return " ".join(f"{comment.issue} {comment.proposed_change}".casefold().split())[:2_000]


def _pairs(comments: Sequence[Comment], texts: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: those that share a rare word, or short texts at one place."""
    words = {pk: set(_WORD.findall(text)) for pk, text in texts.items()}
    common = Counter(word for found in words.values() for word in found)
    shelves: dict[str, list[int]] = {}
    for comment in comments:
        pk = comment.pk
        rare = sorted((word for word in words[pk] if common[word] > 1), key=lambda word: (common[word], word))
        for word in (*rare[:_RARE], f"\0{comment.section} {comment.line}"):
            shelves.setdefault(word, []).append(pk)
    seen: set[tuple[int, int]] = set()
    for shelf in shelves.values():
        if len(shelf) <= _CROWD:
            for index, one in enumerate(shelf):
                for other in shelf[index + 1 :]:
                    if (one, other) not in seen:
                        seen.add((one, other))
                        yield one, other


def _alike(one: Comment, other: Comment, texts: dict[int, str]) -> bool:
    first, second = texts[one.pk], texts[other.pk]
    if min(len(first), len(second)) < _SHORT:
        return bool(first) and first == second and (one.section, one.line) == (other.section, other.line)
    return max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)) >= _ALIKE


def names(group: Iterable[Comment]) -> tuple[str, ...]:
    """The ids of a group."""
    return tuple(comment.name for comment in group)

"""Comments in the order in which a committee takes them up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.comment_period import PlaceKind, Priority
from review.locations.edition import Edition
from review.register.duplicates import near_duplicates
from review.register.models import Comment

_LAST = 10**9
_PARTS = re.compile(r"\d+|[A-Za-z]+")


def in_order(comments: Sequence[Comment], by: str, edition: Edition | None = None) -> list[Comment]:
    """The comments by ``document`` order, by ``number``, or with the most controversial first."""
    if by == "number":
        return sorted(comments, key=lambda comment: comment.number)
    placed = sorted(comments, key=lambda comment: (_place(comment, edition), comment.number))
    if by == "document":
        return placed
    shared = {one.pk: len(group) for group in near_duplicates(comments) for one in group}
    return sorted(placed, key=lambda comment: -_weight(comment, shared.get(comment.pk, 1)))


def _place(comment: Comment, edition: Edition | None) -> tuple[object, ...]:
    """By the edition's own order where it is known, then by printed line, then by section number."""
    if edition and comment.anchors:
        return (0, edition.position.get(comment.anchors[0], _LAST), _line(comment), ())
    return (1, _LAST, _line(comment), _section(comment))


def _line(comment: Comment) -> int:
    lines = [int(p.name) for p in comment.cited_places if p.kind is PlaceKind.LINES]
    return min(lines, default=_LAST)


def _section(comment: Comment) -> tuple[tuple[int, str], ...]:
    return tuple(
        (int(part), "") if part.isdigit() else (_LAST, part) for part in _PARTS.findall(comment.section[:80])
    )


def _weight(comment: Comment, alike: int) -> int:
    """High priority and many who say the same come first."""
    ranks = {Priority.HIGH.value: 30, Priority.MEDIUM.value: 20, "": 10, Priority.LOW.value: 0}
    return ranks.get(comment.priority, 10) + 5 * (alike - 1) + (3 if comment.kind == "technical" else 0)

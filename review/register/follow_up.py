"""After the changes are made: accepted comments are implemented where the text differs, with the words before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from model.comment_period import Change, WorkState
from review.locations.edition import Edition
from review.locations.reanchor import Fate, NewPlace, Reanchoring
from review.register.gate import differs
from review.register.models import Comment, Disposition
from review.register.people import Action, Person
from review.register.transitions import Request, change


@dataclass(frozen=True)
class Followed:
    """What became of a comment's place, and whether the comment is implemented by that."""

    comment: Comment
    places: tuple[NewPlace, ...]
    is_implemented: bool


def where_now(
    comments: Iterable[Comment], old: Edition, new: Edition
) -> list[tuple[Comment, tuple[NewPlace, ...]]]:
    """Where each comment's place is in a later edition; none is left out."""
    reanchoring = Reanchoring(old, new)
    return [(comment, tuple(reanchoring.find(anchor) for anchor in comment.anchors)) for comment in comments]


@dataclass(frozen=True)
class Step:
    """From which edition to which, by whom and when."""

    old: Edition
    new: Edition
    label: str
    """The new edition's label, or the commit that carries the changes."""
    by: Person
    at: datetime


def implement(comments: Iterable[Comment], step: Step) -> list[Followed]:
    """Mark what is accepted and changed as implemented, and keep the words before and after."""
    reanchoring = Reanchoring(step.old, step.new)
    found = []
    for comment, places in where_now(comments, step.old, step.new):
        decision = comment.decision
        is_due = (
            decision is not None
            and comment.state == WorkState.DECIDED.value
            and decision.is_accepted
            and decision.change != Change.NONE.value
        )
        if (
            decision is None
            or not is_due
            or not differs(comment, decision.changed_at, reanchoring, (step.old, step.new))
        ):
            found.append(Followed(comment, places, is_implemented=False))
            continue
        fields = {
            "carried_by": decision.carried_by or step.label,
            "before": _before(comment, decision, step.old),
            "after": _after(decision, places, step.new),
        }
        request = Request(Action.IMPLEMENT, step.by, step.at, fields, f"the text differs in {step.label}")
        found.append(Followed(change(comment, request), places, is_implemented=True))
    return found


def _before(comment: Comment, decision: Disposition, old: Edition) -> str:
    return old.text_at(decision.changed_at) or comment.quoted


def _after(decision: Disposition, places: Iterable[NewPlace], new: Edition) -> str:
    """The words at the place named for the change, or where the comment's place is now."""
    named = new.text_at(decision.changed_at)
    texts = (place.anchor.text for place in places if place.anchor and place.fate is not Fate.GONE)
    return named or "\n".join(dict.fromkeys(texts))

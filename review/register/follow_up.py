"""After the changes are made: accepted comments are implemented where the text differs, with the words before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from model.comment_period import Change, WorkState
from review.locations.edition import Anchor, Edition
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
    comments: Iterable[Comment], reanchoring: Reanchoring
) -> list[tuple[Comment, tuple[NewPlace, ...]]]:
    """Where each comment's place is in a later edition; none is left out."""
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
    for comment, places in where_now(comments, reanchoring):
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
            **_before_and_after(comment, decision, places, step),
        }
        request = Request(Action.IMPLEMENT, step.by, step.at, fields, f"the text differs in {step.label}")
        found.append(Followed(change(comment, request), places, is_implemented=True))
    return found


def _before_and_after(
    comment: Comment, decision: Disposition, places: Sequence[NewPlace], step: Step
) -> dict[str, str]:
    """The words that changed: of a section or table, only the paragraphs or rows that differ."""
    if decision.changed_at:
        old = _texts(step.old, [step.old.place(decision.changed_at)])
        new = _texts(step.new, [step.new.place(decision.changed_at)])
    else:
        old = _texts(step.old, [step.old.get(id_) for id_ in comment.anchors])
        new = _texts(step.new, [place.anchor for place in places if place.fate is not Fate.GONE])
    stayed = set(old) & set(new)
    return {
        "before": "\n".join(text for text in old if text not in stayed),
        "after": "\n".join(text for text in new if text not in stayed),
    }


def _texts(edition: Edition, anchors: Iterable[Anchor | None]) -> list[str]:
    return list(dict.fromkeys(text for anchor in anchors if anchor for text in edition.texts_of(anchor)))

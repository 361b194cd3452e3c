"""What must hold about the comments before a document is published for trial implementation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from model.comment_period import SHORTEST_PERIOD, Change, Outcome, WorkState
from review.locations.edition import Anchor, Edition
from review.locations.reanchor import Fate, Reanchoring
from review.register.models import Comment, Disposition, Period


@dataclass(frozen=True)
class GateItem:
    """One question of the gate with its answer."""

    question: str
    holds: bool
    evidence: str
    comments: tuple[str, ...] = ()
    """The comments that keep it from holding."""


def gate(period: Period, old: Edition | None, new: Sequence[Anchor], today: date) -> tuple[GateItem, ...]:
    """Every question about the comments of a period, against the text as it is now."""
    comments = list(period.comments.select_related("period").prefetch_related("dispositions"))  # type: ignore[attr-defined]  # Django adds it
    return (
        _long_enough(period),
        _over(period, today),
        *(_asked(question, comments) for question in _QUESTIONS),
        _text_differs(comments, old, Edition(new)),
    )


def _long_enough(period: Period) -> GateItem:
    days = (period.closes - period.opens).days
    return GateItem(
        f"Was the comment period at least {SHORTEST_PERIOD} days long?",
        days >= SHORTEST_PERIOD,
        f"{period.opens} to {period.closes}: {days} days",
    )


def _over(period: Period, today: date) -> GateItem:
    return GateItem("Is the comment period over?", today > period.closes, f"it closes on {period.closes}")


@dataclass(frozen=True)
class _Question:
    text: str
    fails: Callable[[Comment, Disposition | None], bool]


def _undecided(comment: Comment, _decision: Disposition | None) -> bool:
    return not WorkState(comment.state).is_decided


def _unanswered(_comment: Comment, decision: Disposition | None) -> bool:
    """A question needs words; whatever is accepted or withdrawn is answered by that."""
    needs_words = (Outcome.ANSWERED.value, Outcome.MODIFIED.value)
    return decision is not None and decision.outcome in needs_words and not decision.response.strip()


def _names_no_change(_comment: Comment, decision: Disposition | None) -> bool:
    return decision is not None and decision.is_accepted and decision.change == Change.NONE.value


def _rejected_without_reason(_comment: Comment, decision: Disposition | None) -> bool:
    return (
        decision is not None and decision.outcome == Outcome.REJECTED.value and not decision.response.strip()
    )


_QUESTIONS = (
    _Question("Is every comment decided?", _undecided),
    _Question("Is every comment answered that needs an answer?", _unanswered),
    _Question("Does every accepted comment name its change?", _names_no_change),
    _Question("Has every rejection a reason?", _rejected_without_reason),
)


def _asked(question: _Question, comments: Iterable[Comment]) -> GateItem:
    asked = list(comments)
    failing = tuple(c.name for c in asked if question.fails(c, c.decision))
    evidence = (
        f"not for {len(failing)} of {len(asked)} comments" if failing else f"for all {len(asked)} comments"
    )
    return GateItem(question.text, not failing, evidence, failing)


def _text_differs(comments: Iterable[Comment], old: Edition | None, new: Edition) -> GateItem:
    question = "Does the text differ where an accepted comment changes it?"
    accepted = [
        c for c in comments if c.decision and c.decision.is_accepted and c.decision.change != Change.NONE
    ]
    if old is None:
        unnamed = tuple(c.name for c in accepted if not (c.decision and c.decision.carried_by))
        evidence = "the edition commented on is not here; each must name the edition or commit that carries its change"
        return GateItem(question, not unnamed, evidence, unnamed)
    failing = tuple(_unchanged(accepted, old, new))
    evidence = (
        f"{len(accepted) - len(failing)} of {len(accepted)} places differ from the edition commented on"
    )
    return GateItem(question, not failing, evidence, failing)


def _unchanged(accepted: Iterable[Comment], old: Edition, new: Edition) -> Iterator[str]:
    reanchoring = Reanchoring(old, new)
    for comment in accepted:
        decision = comment.decision
        assert decision is not None
        if not (
            differs(comment, decision.changed_at, reanchoring, (old, new)) or _is_nowhere(comment, decision)
        ):
            yield comment.name


def _is_nowhere(comment: Comment, decision: Disposition) -> bool:
    """A comment on no place in particular: the edition or commit that carries the change is all that can be named."""
    return not comment.anchors and not decision.changed_at and bool(decision.carried_by)


def differs(
    comment: Comment, changed_at: str, reanchoring: Reanchoring, editions: tuple[Edition, Edition]
) -> bool:
    """Whether the text a comment is about, or the place named for its change, is not what it was."""
    old, new = editions
    if changed_at:
        return _differs_at(changed_at, old, new)
    return any(_differs(anchor, old, new, reanchoring) for anchor in comment.anchors)


def _differs(id_: str, old: Edition, new: Edition, reanchoring: Reanchoring) -> bool:
    """Whether a place, with all that it comprises, is not what it was."""
    found = reanchoring.find(id_)
    if found.fate in (Fate.CHANGED, Fate.GONE):
        return True
    anchor = old.get(id_)
    if anchor is None or found.anchor is None:
        return False
    return old.texts_of(anchor) != new.texts_of(found.anchor)


def _differs_at(place: str, old: Edition, new: Edition) -> bool:
    """Whether the place that a decision names is not what it was; one that neither edition has is not."""
    before, after = old.place(place), new.place(place)
    if before is None or after is None:
        return before is not after
    return old.texts_of(before) != new.texts_of(after)

"""The one function through which a comment changes: permission, order of states, revision, log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from model.comment_period import Authority, Outcome, WorkState
from review.refusals import ConflictError, RefusedError
from review.register.models import Comment, Disposition, LogEntry
from review.register.people import Action, Person, may, who_may

_OPEN = (WorkState.NEW, WorkState.ASSIGNED, WorkState.PROPOSED)
_DONE = (WorkState.DECIDED, WorkState.IMPLEMENTED, WorkState.VERIFIED)

STEPS: Mapping[Action, tuple[tuple[WorkState, ...], WorkState | None]] = {
    Action.ASSIGN: (_OPEN, WorkState.ASSIGNED),
    Action.PROPOSE: (_OPEN, WorkState.PROPOSED),
    Action.DECIDE: (_OPEN, WorkState.DECIDED),
    Action.REVISE: (_DONE, None),
    Action.IMPLEMENT: ((WorkState.DECIDED, WorkState.IMPLEMENTED), WorkState.IMPLEMENTED),
    Action.VERIFY: ((WorkState.IMPLEMENTED,), WorkState.VERIFIED),
    Action.REOPEN: (_DONE, WorkState.ASSIGNED),
    Action.ACCEPT: (_DONE, None),
    Action.WITHDRAW: (tuple(WorkState), WorkState.DECIDED),
}
"""Action -> the states it starts from, and the state it leads to (None: the same)."""

_STANDING = {Action.PROPOSE: Disposition.PROPOSED}
_NEEDS_REASON = frozenset({Action.REVISE, Action.REOPEN})


@dataclass(frozen=True)
class Request:
    """What somebody asks to be done with a comment."""

    action: Action
    by: Person
    at: datetime
    fields: Mapping[str, Any] = field(default_factory=dict)
    """The disposition's fields to set, or ``assignee``."""
    why: str = ""
    revision: int | None = None
    """The revision the person has seen; None takes whatever there is."""


def change(comment: Comment, request: Request) -> Comment:
    """Do what is asked and log it, or raise `RefusedError` and change nothing."""
    with transaction.atomic():
        fresh = Comment.objects.select_for_update(of=("self",)).select_related("period").get(pk=comment.pk)
        _require(fresh, request)
        old_state, old_text = fresh.state, _text(fresh, request.action)
        target = STEPS[request.action][1]
        if request.action is Action.ASSIGN:
            fresh.assignee = str(request.fields.get("assignee", ""))
            target = WorkState.PROPOSED if fresh.state == WorkState.PROPOSED else target
        else:
            _set_disposition(fresh, request)
        fresh.state = (target or WorkState(fresh.state)).value
        fresh.revision += 1
        fresh.save(update_fields=("state", "assignee", "revision"))
        LogEntry.objects.create(
            period=fresh.period,
            comment=fresh,
            action=request.action.value,
            old=f"{old_state} {old_text}".strip(),
            new=f"{fresh.state} {_text(fresh, request.action)}".strip(),
            by=request.by.name,
            at=request.at,
            why=request.why,
        )
    return fresh


def _require(comment: Comment, request: Request) -> None:
    """Raise unless the action is allowed, in order and not overtaken."""
    action = request.action
    if request.revision is not None and request.revision != comment.revision:
        raise ConflictError(
            f"{comment.name} was changed since: you have revision {request.revision}, it is at {comment.revision}"
        )
    if comment.state not in STEPS[action][0]:
        raise RefusedError(f"{comment.name} is {comment.state}; {_what_else(action)}")
    authority = str(request.fields.get("authority", ""))
    if not may(request.by, action, comment, authority):
        raise RefusedError(f"{request.by.name} may not {action.value} {comment.name}: {who_may(action)} may")
    if action in _NEEDS_REASON and not request.why.strip():
        raise RefusedError(f"to {action.value} {comment.name}, say why")
    if action in (Action.DECIDE, Action.REVISE):
        _require_whole(comment, request.fields)


def _what_else(action: Action) -> str:
    if action in (Action.ASSIGN, Action.PROPOSE, Action.DECIDE):
        return "a decision is changed with its reason (revise), or reopened by the chair"
    if action is Action.VERIFY:
        return "only what is implemented can be verified"
    return "only what is decided can be followed up"


def _require_whole(comment: Comment, fields: Mapping[str, Any]) -> None:
    """Raise unless a decision says enough to be one."""
    outcome = fields.get("outcome") or (comment.decision.outcome if comment.decision else "")
    if not outcome:
        raise RefusedError(f"{comment.name}: a decision has an outcome: {', '.join(Outcome)}")
    if outcome not in tuple(Outcome):
        raise RefusedError(f"{comment.name}: `{outcome}` is no outcome; use {', '.join(Outcome)}")
    if fields.get("authority") == Authority.COMMITTEE and not fields.get("decided_on"):
        raise RefusedError(f"{comment.name}: a decision of the committee has a date")
    if outcome == Outcome.DUPLICATE:
        other = str(fields.get("refers_to") or "")
        siblings = Comment.objects.filter(period=comment.period).exclude(pk=comment.pk)
        number = other.removeprefix(f"{comment.period.name}-")
        if not (number.isdecimal() and siblings.filter(number=int(number)).exists()):
            raise RefusedError(
                f"{comment.name}: a duplicate names another comment of its period, not `{other}`"
            )


def _set_disposition(comment: Comment, request: Request) -> None:
    standing = _STANDING.get(request.action, Disposition.DECIDED)
    fields = dict(request.fields)
    if request.action is Action.WITHDRAW:
        fields = {"outcome": Outcome.WITHDRAWN.value, "authority": Authority.EDITOR.value, **fields}
    if request.action in (Action.PROPOSE, Action.DECIDE, Action.WITHDRAW):
        fields["by"] = request.by.name
    if request.action is Action.REOPEN:
        decided = comment.decision
        if decided:  # the decision becomes a recommendation again, unless there is one
            Disposition.objects.filter(comment=comment, standing=Disposition.PROPOSED).delete()
            Disposition.objects.filter(pk=decided.pk).update(standing=Disposition.PROPOSED)
    elif fields:
        Disposition.objects.update_or_create(comment=comment, standing=standing, defaults=fields)
    comment._prefetched_objects_cache = {}  # type: ignore[attr-defined]  # noqa: SLF001


def _text(comment: Comment, action: Action) -> str:
    """What the log says of a comment, beside its state."""
    if action is Action.ASSIGN:
        return comment.assignee
    found = comment.proposal if action is Action.PROPOSE else comment.decision
    if found is None:
        return ""
    if action is Action.ACCEPT:
        return found.acceptance
    parts = (
        found.outcome,
        found.refers_to,
        found.authority,
        found.change,
        found.changed_at,
        found.carried_by,
    )
    return "; ".join(part for part in (*parts, found.response) if part)

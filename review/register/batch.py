"""The committee's sheet coming back: many decisions at once, each only if nobody was faster."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from model.comment_period import Acceptance, Authority, Change, Outcome, WorkState
from review.doors.row import Decided, RowProblem
from review.refusals import RefusedError
from review.register.models import Comment
from review.register.people import Action, Person
from review.register.transitions import Request, change

_CHOICES = {"outcome": Outcome, "authority": Authority, "change": Change, "acceptance": Acceptance}


@dataclass(frozen=True)
class Applied:
    """What came of one row."""

    changed: bool = False
    problem: RowProblem | None = None


def apply(decided: Decided, by: Person, at: datetime) -> Applied:
    """Do what a row of the sheet says, or tell why not; a row that says what is known changes nothing."""
    comment = find(decided.comment)
    if comment is None:
        return _problem(decided, f"there is no comment `{decided.comment}`")
    try:
        fields = read_fields(decided.fields)
        requests = _requests(comment, decided, fields, by, at)
        revision = decided.revision
        for request in requests:
            comment = change(comment, replace(request, revision=revision))
            revision = comment.revision
    except RefusedError as refusal:
        return _problem(decided, str(refusal))
    return Applied(changed=bool(requests))


def find(name: str) -> Comment | None:
    """The comment of that id."""
    period, _, number = name.strip().rpartition("-")
    if not number.isdecimal():
        return None
    return Comment.objects.select_related("period").filter(period__name=period, number=int(number)).first()


def read_fields(written: dict[str, str] | Any) -> dict[str, Any]:
    """Cells of a sheet as values; a word that is none of the choices is refused."""
    fields: dict[str, Any] = {}
    for name, text in written.items():
        choices = _CHOICES.get(name)
        if choices:
            word = "-".join(text.strip().casefold().replace("_", " ").split())
            if word not in tuple(choices):
                raise RefusedError(f"`{text}` is not one of {', '.join(choices)}")
            fields[name] = word
        elif name == "decided_on":
            fields[name] = _day(text)
        else:
            fields[name] = text
    return fields


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        raise RefusedError(f"`{text}` is no day; write it like 2026-11-24") from None


def _requests(
    comment: Comment, decided: Decided, fields: dict[str, Any], by: Person, at: datetime
) -> list[Request]:
    found = []
    if decided.assignee and decided.assignee != comment.assignee and not WorkState(comment.state).is_decided:
        found.append(Request(Action.ASSIGN, by, at, {"assignee": decided.assignee}))
    action = _action(comment, fields)
    if action is not None and _says_more(comment, fields, action):
        found.append(Request(action, by, at, fields, "from the sheet"))
    return found


def _action(comment: Comment, fields: dict[str, Any]) -> Action | None:
    """Deciding names an authority; an outcome without one is a recommendation."""
    if WorkState(comment.state).is_decided:
        is_answer_only = set(fields) == {"acceptance"} or not _says_more(
            comment, {k: v for k, v in fields.items() if k != "acceptance"}, Action.REVISE
        )
        return Action.ACCEPT if is_answer_only and "acceptance" in fields else Action.REVISE
    if "outcome" not in fields:
        return None
    return Action.DECIDE if fields.get("authority") else Action.PROPOSE


def _says_more(comment: Comment, fields: dict[str, Any], action: Action) -> bool:
    known = comment.proposal if action is Action.PROPOSE else comment.decision
    return any(getattr(known, name, None) != value for name, value in fields.items())


def _problem(decided: Decided, reason: str) -> Applied:
    return Applied(problem=RowProblem(decided.sheet, decided.row, reason))

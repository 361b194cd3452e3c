"""A comment in the public record is decided without saying enough.

Everybody who comments gets an answer: a rejection has its reason, an accepted comment says what kind of change it
makes, and what is called decided has a disposition.

Wrong: `outcome: rejected` without `response`

Right: `response:` with the reason, written in the register and recorded again with `tf comments record`
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.comment_period import Change, Comment, Outcome


def check(subject: Subject) -> Iterator[Finding]:
    """Every comment of every period."""
    for part in subject.framework.domains:
        for period in part.comment_periods:
            for index, comment in enumerate(period.comments):
                for field, message, severity in _missing(comment):
                    yield Finding(period.key, ("comments", index, *field), message, severity=severity)


def _missing(comment: Comment) -> Iterator[tuple[tuple[str, ...], str, Severity]]:
    decided = comment.disposition
    if decided is None:
        if comment.state.is_decided:
            message = f"{comment.comment} is {comment.state.value} and has no disposition"
            yield ("state",), message, Severity.ERROR
        return
    if not comment.state.is_decided:
        message = f"{comment.comment} has a disposition and is {comment.state.value}"
        yield ("state",), message, Severity.ERROR
    if decided.outcome is Outcome.REJECTED and not (decided.response or "").strip():
        yield ("disposition", "outcome"), f"{comment.comment} is rejected without a reason", Severity.ERROR
    if decided.outcome is Outcome.ANSWERED and not (decided.response or "").strip():
        yield ("disposition", "outcome"), f"{comment.comment} is answered without an answer", Severity.ERROR
    if decided.outcome.is_accepted and decided.change is Change.NONE:
        message = f"{comment.comment} is accepted and names no change"
        yield ("disposition", "outcome"), message, Severity.WARNING


RULE = Rule(ProblemKind("TF722", "comment-disposition", Severity.ERROR, __doc__), check)

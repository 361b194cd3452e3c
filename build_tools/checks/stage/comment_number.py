"""A comment's number is not one of its period, or stands there twice.

A comment is cited by its number for good: in minutes, in replies, in other dispositions. It begins with the id of its
period, belongs to one comment, and a duplicate names another comment that is there.

Wrong: `comment: ITI-MHD-2026-2-001` in the record of ITI-MHD-2026-1

Right: `comment: ITI-MHD-2026-1-001`
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity
from model.comment_period import Comment, CommentPeriod, Outcome


def check(subject: Subject) -> Iterator[Finding]:
    """The numbers in every period."""
    for part in subject.framework.domains:
        for period in part.comment_periods:
            names = [comment.comment for comment in period.comments]
            known = set(names)
            seen: set[str] = set()
            for index, comment in enumerate(period.comments):
                path = ("comments", index, "comment")
                if not comment.comment.startswith(f"{period.period}-"):
                    yield Finding(period.key, path, f"`{comment.comment}` is no number of {period.period}")
                elif comment.comment in seen:
                    yield Finding(period.key, path, f"the number `{comment.comment}` is given twice")
                seen.add(comment.comment)
                yield from _duplicate(period, index, comment, known)


def _duplicate(period: CommentPeriod, index: int, comment: Comment, known: set[str]) -> Iterator[Finding]:
    decided = comment.disposition
    if decided is None or decided.outcome is not Outcome.DUPLICATE:
        return
    other = decided.refers_to or ""
    if other == comment.comment or other not in known:
        path = ("comments", index, "disposition", "refers_to" if decided.refers_to else "outcome")
        no_other = (
            f"of `{other}`, which is no other comment of this period"
            if other
            else "and names no other comment"
        )
        message = f"{comment.comment} is a duplicate {no_other}"
        yield Finding(period.key, path, message, did_you_mean(other, known - {comment.comment}) or "")


RULE = Rule(ProblemKind("TF724", "comment-number", Severity.ERROR, __doc__), check)

"""Open and closed issues of a draft that come from its public comments.

What was deferred is an open issue of the next edition. A question of design that the committee decided is a closed
one: a comment of high priority, or one that asks, once it is rejected, answered, or accepted with modification.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import Badge, Block, Break, Inline, Link, Paragraph
from build_tools.document.disposition_page import is_about
from build_tools.document.links import Linker
from model.comment_period import Comment, CommentKind, CommentPeriod, Outcome, Priority
from model.framework import DomainFramework
from model.profile import Profile

_TELLING = (Outcome.REJECTED, Outcome.ANSWERED, Outcome.MODIFIED)


def is_open_issue(comment: Comment) -> bool:
    """Whether the next edition asks its reviewers about it."""
    decided = comment.disposition
    return decided is not None and decided.outcome is Outcome.DEFERRED


def is_closed_issue(comment: Comment) -> bool:
    """Whether the next edition tells what was decided."""
    decided = comment.disposition
    asks = comment.priority is Priority.HIGH or comment.kind is CommentKind.QUESTION
    return decided is not None and asks and decided.outcome in _TELLING and bool(decided.response)


def comment_issues(
    linker: Linker, part: DomainFramework, profile: Profile, *, closed: bool
) -> Iterator[Block]:
    """The open or closed issues of a profile from the records of its comment periods, period by period."""
    if profile.stage.in_volume:
        return  # final text has no list of issues
    for period in part.comment_periods:
        if is_about(period, part, profile):
            for comment in period.comments:
                if is_closed_issue(comment) if closed else is_open_issue(comment):
                    yield from _issue(linker, period, comment, closed=closed)


def _issue(linker: Linker, period: CommentPeriod, comment: Comment, *, closed: bool) -> Iterator[Block]:
    address = linker.address("comment_period", period.period)
    source = Link(f"from {comment.submitter or 'a comment'}", f"{address}#{comment.comment}")
    yield Paragraph((Badge(comment.comment, "issue-id"), " ", source), anchor=f"issue-{comment.comment}")
    yield Paragraph(_lines(comment.issue))
    decided = comment.disposition
    if decided is None:
        return
    if decided.refers_to and not closed:
        yield Paragraph((f"Deferred to {decided.refers_to}.",))
    if decided.response:
        yield Paragraph(("Resolution:" if closed else "So far:",), "resolution")
        yield Paragraph(_lines(decided.response))


def _lines(text: str) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    for written in text.split("\n"):
        parts += [Break(), written] if parts else [written]
    return tuple(parts)

"""The record of a comment period says what cannot be: its days, its document or its place.

A period lasts thirty days at least, so that reviewers all over the world can take part, and stands in the folder of
the domain whose document it is about.

Wrong: `opens: 2026-11-24` with `closes: 2026-12-01`

Right: `closes: 2026-12-24` or later
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.comment_period import SHORTEST_PERIOD


def check(subject: Subject) -> Iterator[Finding]:
    """The periods of every domain."""
    for part in subject.framework.domains:
        for period in part.comment_periods:
            key = period.key
            if period.closes <= period.opens:
                message = f"the period closes on {period.closes}, before or as it opens on {period.opens}"
                yield Finding(key, ("closes",), message)
            elif period.days < SHORTEST_PERIOD:
                message = f"the period lasts {period.days} days; {SHORTEST_PERIOD} are the least"
                yield Finding(key, ("closes",), message, severity=Severity.WARNING)
            if period.document.partition("/")[0] not in (part.code, "GeneralIntro"):
                message = f"`{period.document}` is no document of the domain {part.code}"
                yield Finding(key, ("document",), message, f"write it as `{part.code}/...`, or move the file")


RULE = Rule(
    ProblemKind("TF721", "comment-period", Severity.ERROR, __doc__, "General Introduction, section 8"), check
)

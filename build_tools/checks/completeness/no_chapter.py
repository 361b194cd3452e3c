"""A profile at final text has no chapter.

Final text is part of Volume 1, so the profile needs its place there (Gazelle's consistency check 19).

Wrong: `stage: final-text` without `chapter`

Right: `chapter: "10"`, as the committee assigned it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage


def check(subject: Subject) -> Iterator[Finding]:
    """Profiles at final text."""
    for profile in subject.framework.profiles:
        if profile.stage is Stage.FINAL_TEXT and not profile.chapter:
            message = f"`{profile.profile}` is final text but has no chapter"
            yield Finding(profile.key, ("stage",), message, "add its chapter in Volume 1")


RULE = Rule(
    ProblemKind("TF506", "no-chapter", Severity.WARNING, __doc__, "General Introduction, section 5"), check
)

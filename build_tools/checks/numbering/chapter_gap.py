"""A chapter of Volume 1 is missing and nobody says why, or one is said to be missing although it is there.

A chapter belongs to a profile for life, so a gap means that a profile was withdrawn, is still reserved, or has been
forgotten.

Wrong: chapters 3 and 5, and nothing about 4

Right: the profile, or in `framework.yaml`: `absent_chapters: {"4": Enterprise User Authentication is not kept here}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.numbering.gaps import gaps
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Chapters from 1 to the highest one, domain by domain."""
    for part in subject.framework.domains:
        if part.domain and part.profiles and not subject.framework.unread:
            chapters = {p.chapter for p in part.profiles} | {p.former_chapter for p in part.profiles}
            numbers = {int(chapter) for chapter in chapters if chapter and chapter.isdigit()}
            yield from gaps(
                part.domain.key, "absent_chapters", part.domain.absent_chapters, numbers, "chapter "
            )


RULE = Rule(
    ProblemKind("TF408", "chapter-gap", Severity.HINT, __doc__, "General Introduction, section 5"), check
)

"""Two profiles of one domain claim the same chapter of Volume 1.

A chapter belongs to a profile for life; citations such as `ITI TF-1: 10.2` would become ambiguous, and both pages
would be published at one address.

Wrong: `chapter: "10"` in two profiles of ITI

Right: the next free chapter, or no chapter until the committee has assigned one. A chapter that a profile once had is
written as `former_chapter`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage
from model.profile import Profile

_YOUNG = {Stage.TRIAL_IMPLEMENTATION: 1, Stage.PUBLIC_COMMENT: 2, Stage.DRAFT: 3}


def check(subject: Subject) -> Iterator[Finding]:
    """Assigned chapters, domain by domain; the profile at the later stage keeps the chapter."""
    for part in subject.framework.domains:
        holder: dict[str, Profile] = {}
        for profile in sorted(part.profiles, key=lambda profile: _YOUNG.get(profile.stage, 0)):
            chapter = profile.chapter or ""
            if not chapter.isdigit():
                continue
            first = holder.setdefault(chapter, profile)
            if first is not profile:
                message = f"chapter `{chapter}` already belongs to `{first.profile}`"
                yield Finding(profile.key, ("chapter",), message)


RULE = Rule(
    ProblemKind("TF401", "chapter-twice", Severity.ERROR, __doc__, "General Introduction, section 5"), check
)

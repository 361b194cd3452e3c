"""A profile has no actors, and nothing says that they are not known.

Nobody can claim to support such a profile (Gazelle's consistency check 4).

Wrong: a profile without `actors`

Right: the actors, or `unknown: [actors]` when the table is not publicly known; the chapter then says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Profiles that are still in use."""
    for profile in subject.framework.profiles:
        if not profile.actors and "actors" not in profile.unknown and not profile.stage.is_past:
            hint = "add actors, or unknown: [actors]"
            yield Finding(profile.key, ("profile",), f"the profile `{profile.profile}` has no actors", hint)


RULE = Rule(ProblemKind("TF501", "no-actors", Severity.WARNING, __doc__, "Table X.1-1"), check)

"""An actor of a profile has neither a transaction nor a content module, a grouping or a requirement in words.

A product that claims the actor would have nothing to do (Gazelle's consistency checks 5 and 6).

Wrong: `- actor: Document Registry` and nothing else

Right: its transactions; `unknown: [actors]` at the actor when its rows are not publicly known.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Actors of profiles in use whose table is known."""
    for profile in subject.framework.profiles:
        if profile.stage.is_past or "actors" in profile.unknown:
            continue
        grouped = {grouping.actor for grouping in profile.groupings}
        for i, actor in enumerate(profile.actors):
            does = (
                actor.transactions or actor.content_modules or actor.description or actor.notes or actor.rules
            )
            if not does and "actors" not in actor.unknown and actor.actor not in grouped:
                message = f"`{actor.actor}` has neither transactions nor content modules"
                yield Finding(
                    profile.key,
                    ("actors", i, "actor"),
                    message,
                    "add what it supports, or `unknown: [actors]`",
                )


RULE = Rule(ProblemKind("TF512", "idle-actor", Severity.WARNING, __doc__, "Table X.1-1"), check)

"""No actor of the profile can declare an option.

It is described, but no product may claim it (Gazelle's consistency check 13). When a new option was added, the table
was perhaps not brought up to date.

Wrong: `- {option: On-Demand Documents, actors: [], ...}`

Right: `actors: [Document Consumer]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Options of profiles in use."""
    for profile in subject.framework.profiles:
        for i, option in enumerate(profile.options):
            if not option.actors and not profile.stage.is_past:
                yield Finding(
                    profile.key,
                    ("options", i, "option"),
                    f"no actor can declare the option `{option.option}`",
                    "name its actors",
                )


RULE = Rule(ProblemKind("TF514", "option-without-actors", Severity.WARNING, __doc__, "Table X.2-1"), check)

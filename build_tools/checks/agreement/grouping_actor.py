"""A grouping is required of an actor that the profile does not have.

Wrong: `- actor: Document Recipient` under `groupings` of a profile without a Document Recipient

Right: an actor that stands under `actors` of the same profile.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Groupings of profiles whose table of actors is known and spelled right."""
    for profile in subject.framework.profiles:
        actors = subject.listed_actors(profile)
        if not actors:
            continue
        for i, grouping in enumerate(profile.groupings):
            if grouping.actor not in actors and grouping.actor in subject.defined["actor"]:
                message = f"`{grouping.actor}` has a grouping but is no actor of this profile"
                hint = did_you_mean(grouping.actor, actors)
                yield Finding(profile.key, ("groupings", i, "actor"), message, hint)


RULE = Rule(ProblemKind("TF306", "grouping-actor", Severity.ERROR, __doc__, "Table X.3-1"), check)

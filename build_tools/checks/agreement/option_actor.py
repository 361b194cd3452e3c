"""An option is offered to an actor that the profile does not have.

Wrong: `actors: [Document Consumer]` in an option of a profile whose actors are Document Source and Document Recipient

Right: an actor that stands under `actors` of the same profile.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Options of profiles whose table of actors is known and spelled right."""
    for profile in subject.framework.profiles:
        actors = subject.listed_actors(profile)
        if not actors:
            continue
        for i, option in enumerate(profile.options):
            for j, row in enumerate(option.actors):
                if row.actor not in actors and row.actor in subject.defined["actor"]:
                    message = f"`{row.actor}` is offered the option `{option.option}` but is no actor of this profile"
                    hint = did_you_mean(row.actor, actors)
                    yield Finding(profile.key, ("options", i, "actors", j, "actor"), message, hint)


RULE = Rule(ProblemKind("TF304", "option-actor", Severity.ERROR, __doc__, "Table X.2-1"), check)

"""A row of an actor depends on an option that this actor cannot declare.

The table of options and the table of transactions then contradict each other: either the actor is missing in the list
of the option, or the condition stands at the wrong actor.

Wrong: `{transaction: ITI-61, optionality: O, when: {option: On-Demand Documents}}` for the Document Registry, while the
option lists only the Document Consumer

Right: the actor in the option's `actors`, or the row without the condition.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.named import conditions
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Conditions of rows and groupings that name options of the same profile."""
    for profile in subject.framework.profiles:
        offered = {option.option: {row.actor for row in option.actors} for option in profile.options}
        for path, condition in conditions(profile):
            actor = profile.actors[path[1]].actor if path[0] == "actors" else profile.groupings[path[1]].actor  # type: ignore[index]
            if not any(actor in offered.get(name, {actor}) for name in condition.options or ("",)):
                names = " or ".join(f"`{name}`" for name in condition.options)
                field = ("option",) if condition.option else ("any_option", 0)
                message = f"`{actor}` cannot declare the option {names} on which this depends"
                yield Finding(
                    profile.key,
                    (*path, *field),
                    message,
                    "add the actor to the option, or correct the condition",
                )


RULE = Rule(ProblemKind("TF318", "condition-actor", Severity.ERROR, __doc__, "Table X.2-1"), check)

"""The absence of options or groupings is typed as if it were one.

The tables print *No options defined* and *None* by themselves for every actor without rows, and test tools are given
the option NONE that they expect (Gazelle's consistency checks 7 to 9).

Wrong: `- {option: No options defined, actors: [Time Server]}`

Right: no entry for the actor.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_NONE = frozenset(
    {"none", "no options", "no options defined", "no option", "n/a", "na", "not applicable", "-", "--"}
)


def check(subject: Subject) -> Iterator[Finding]:
    """Options and grouped actors of profiles."""
    for profile in subject.framework.profiles:
        for i, option in enumerate(profile.options):
            if option.option.strip(" .").casefold() in _NONE:
                message = f"`{option.option}` is no option; the table prints it for actors without options"
                yield Finding(profile.key, ("options", i, "option"), message, "delete the entry")


RULE = Rule(ProblemKind("TF513", "none-as-option", Severity.WARNING, __doc__, "Table X.2-1"), check)

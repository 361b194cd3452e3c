"""An actor is defined but takes part in no profile and no transaction.

It is printed in Appendix A without any place where it appears (Gazelle's consistency check 10). Perhaps a profile
spells it differently.

Example: `Alert Manager` in `actors.yaml`, while the profile calls it `Alert Aggregator`

Instead: use the actor, delete it, or say what it is: `same_as`, `abstract: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Actors that are neither other spellings nor abstract."""
    used = {reference.name for reference in subject.named.get("actor", ())}
    for actor in subject.framework.actors:
        if actor.actor not in used and not actor.same_as and not actor.abstract:
            message = f"the actor `{actor.actor}` takes part in no profile and no transaction"
            yield Finding(actor.key, ("actor",), message)


RULE = Rule(
    ProblemKind("TF502", "unused-actor", Severity.HINT, __doc__, "General Introduction, Appendix A"), check
)

"""A process flow shows an actor, with a transaction, that the profile does not have.

Readers of the drawing look for the actor in the table of the profile.

Wrong: `{from: Document Source, to: Document Registry, transaction: ITI-42}` in a profile without a Document Source

Right: an actor of the profile; an actor of another profile is written with it, `XDS.b:Document Source`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.use_case import player


def check(subject: Subject) -> Iterator[Finding]:
    """Steps with a transaction, in profiles whose actors are known; grouped actors and counterparts belong to them."""
    for profile in subject.framework.profiles:
        listed = subject.listed_actors(profile) if profile.use_cases else ()
        if not listed:
            continue
        known = {
            *listed,
            *(grouped.actor for grouping in profile.groupings for grouped in grouping.grouped_actors),
        }
        known.update(
            use.counterpart.actor for actor in profile.actors for use in actor.transactions if use.counterpart
        )
        for i, case in enumerate(profile.use_cases):
            for j, step in enumerate(case.process_flow):
                for field, name in (("from", step.sender), ("to", step.receiver)):
                    other, actor = player(name or "")
                    if (
                        step.transaction
                        and actor
                        and not other
                        and actor not in known
                        and actor in subject.defined["actor"]
                    ):
                        message = f"`{actor}` is no actor of this profile"
                        hint = f"write the profile before it, as in `XDS.b:{actor}`, or choose one of {', '.join(listed)}"
                        yield Finding(profile.key, ("use_cases", i, "process_flow", j, field), message, hint)


RULE = Rule(ProblemKind("TF326", "flow-actor", Severity.WARNING, __doc__, "Section X.4.2"), check)

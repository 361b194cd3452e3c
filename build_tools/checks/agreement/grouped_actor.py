"""A grouping or a counterpart names an actor that the other profile does not have.

The implementer cannot support an actor that is not in that profile; the slip is mostly one of name or of profile.

Wrong: `with: [{profile: CT, actor: Secure Node}]`

Right: `with: [{profile: CT, actor: Time Client}]`. For a profile of a domain that is not kept here, the actor is
entered in `frameworks/general/domains.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.named import FieldPath, grouped_actors
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity
from model.profile import Profile


def check(subject: Subject) -> Iterator[Finding]:
    """Grouped actors and counterparts in profiles whose actors are known."""
    for profile in subject.framework.profiles:
        for path, other, actor in _far_actors(profile):
            known = subject.framework.profile(other)
            cited = subject.framework.cited_profiles.get(other)
            actors = subject.listed_actors(known) if known else cited[1].actors if cited else ()
            if actors and actor not in actors and (cited or actor in subject.defined["actor"]):
                message = f"`{actor}` is no actor of `{other}`"
                hint = did_you_mean(actor, actors) or f"its actors are {', '.join(actors)}"
                yield Finding(profile.key, (*path, "actor"), message, hint)


def _far_actors(profile: Profile) -> Iterator[tuple[FieldPath, str, str]]:
    """The path, profile and name of each actor of another profile."""
    for path, grouped in grouped_actors(profile):
        if grouped.profile:
            yield path, grouped.profile, grouped.actor
    for i, actor in enumerate(profile.actors):
        for j, use in enumerate(actor.transactions):
            if use.counterpart:
                at = ("actors", i, "transactions", j, "counterpart")
                yield at, use.counterpart.profile, use.counterpart.actor


RULE = Rule(ProblemKind("TF307", "grouped-actor", Severity.ERROR, __doc__, "Table X.3-1"), check)

"""A field names an actor that no `actors.yaml` defines.

Readers follow the name to the actor's page and to Appendix A of the General Introduction. A misspelt name leads
nowhere, and what the actor must do is missing from every table that is put together by name.

Wrong: `actor: Document Registri`

Right: `actor: Document Registry`, or a new entry in the `actors.yaml` of the domain that owns the actor. In a
process flow, a person is named in a step without a transaction; `ATNA:Secure Node` names an actor of another profile.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Actors of profiles that are kept elsewhere count as the catalogue of domains cites them."""
    known, cited = subject.defined["actor"], subject.framework.cited_profiles
    for reference in subject.named.get("actor", ()):
        if reference.name not in known and reference.profile not in cited:
            yield Finding(
                reference.key,
                reference.path,
                f"the actor `{reference.name}` is not defined",
                _renamed(subject, reference.name) or did_you_mean(reference.name, sorted(known)),
            )


def _renamed(subject: Subject, name: str) -> str:
    """A hint for a name that the actor had in earlier documents."""
    actor = next((actor.actor for actor in subject.framework.actors if name in actor.formerly), None)
    return f"it is now called `{actor}`" if actor else ""


RULE = Rule(
    ProblemKind("TF201", "unknown-actor", Severity.ERROR, __doc__, "General Introduction, Appendix A"), check
)

"""An audit message is recorded by, or names, an actor that has no role in the transaction.

Wrong: `{actor: Document Repository, event: Query}` in ITI-18, whose roles are Document Consumer and Document Registry

Right: an actor that stands under `roles`, in the same spelling.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Actors, sources and destinations of audit messages."""
    for name, roles in subject.roles.items():
        transaction = subject.transactions[name]
        for i, audit in enumerate(transaction.audit if roles else ()):
            for field, actors in (
                ("actor", audit.actors),
                ("source", audit.sources),
                ("destination", audit.destinations),
            ):
                for actor in actors:
                    if not subject.directions(name, actor) and actor in subject.defined["actor"]:
                        text = f"`{actor}` has no role in this transaction"
                        yield Finding(
                            transaction.key, ("audit", i, field), text, f"its roles are {', '.join(roles)}"
                        )


RULE = Rule(ProblemKind("TF311", "audit-actor", Severity.ERROR, __doc__, "Section 3.Y.6.1"), check)

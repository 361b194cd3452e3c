"""An audit record names the same actor as its source and as its destination.

The record tells who sent and who received; with one actor at both ends, an auditor cannot follow the data.

Wrong: `{actor: Document Consumer, event: Query, source: Document Consumer, destination: Document Consumer}`

Right: `destination: Document Registry`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Audit records with both ends."""
    for transaction in subject.framework.transactions:
        for i, audit in enumerate(transaction.audit):
            if audit.sources and audit.sources == audit.destinations:
                message = f"`{audit.destinations[0]}` is both source and destination of the record"
                yield Finding(transaction.key, ("audit", i, "destination"), message)


RULE = Rule(ProblemKind("TF319", "audit-ends", Severity.ERROR, __doc__, "Section 3.Y.6.1"), check)

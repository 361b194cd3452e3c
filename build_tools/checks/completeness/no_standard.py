"""A current transaction rests on no standard.

IHE profiles standards; a transaction without one is incomplete (Gazelle's consistency check 18).

Example: ITI-18 without `standards`

Instead: `standards: [ebRIM 3.0]`, ids from `frameworks/general/standards.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions with messages that are not past."""
    for transaction in subject.framework.transactions:
        if not transaction.standards and not transaction.behaviour and not transaction.stage.is_past:
            name = transaction.transaction
            yield Finding(
                transaction.key, ("transaction",), f"`{name}` rests on no standard", "add standards"
            )


RULE = Rule(ProblemKind("TF504", "no-standard", Severity.HINT, __doc__, "Section 3.Y.3"), check)

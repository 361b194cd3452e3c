"""A current transaction has no section in Volume 2.

Tables of profiles refer to that section (Gazelle's consistency check 17).

Wrong: ITI-18 without `section`

Right: `section: "3.18"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions that are not deprecated, retired, withdrawn or unassigned."""
    for transaction in subject.framework.transactions:
        if not transaction.section and not transaction.stage.is_past:
            name = transaction.transaction
            yield Finding(
                transaction.key, ("transaction",), f"`{name}` has no section", "add its section in Volume 2"
            )


RULE = Rule(
    ProblemKind("TF505", "no-section", Severity.WARNING, __doc__, "Table X.1-1, column Reference"), check
)

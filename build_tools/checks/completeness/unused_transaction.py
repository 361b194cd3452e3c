"""A current transaction is used by no profile.

A transaction lives from the profiles that use it (Gazelle's consistency check 11); without one, the row in a profile
has been forgotten, or the transaction is withdrawn.

Example: RAD-129 with `stage: trial-implementation` and no profile that lists it

Instead: add the row, or set the stage that is true.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions that are not deprecated, retired, withdrawn or unassigned."""
    used = subject.framework.uses
    optional = {
        reference.name for reference in subject.named.get("transaction", ()) if reference.path[0] == "options"
    }
    for transaction in subject.framework.transactions:
        name = transaction.transaction
        if name not in used and name not in optional and not transaction.stage.is_past:
            yield Finding(transaction.key, ("transaction",), f"no profile uses `{name}`")


RULE = Rule(
    ProblemKind("TF503", "unused-transaction", Severity.HINT, __doc__, "General Introduction, Appendix B"),
    check,
)

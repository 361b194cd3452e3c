"""A transaction is kept in the folder of a domain that does not own it.

The letters before the number say who maintains the transaction, and where it is published.

Wrong: `transaction: RAD-14` in `frameworks/iti/transactions/`

Right: the file in the folder of the owner. Profiles of any domain may use it from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions of domains that are written."""
    for part in subject.framework.domains:
        for transaction in part.transactions if part.domain else ():
            if transaction.domain != part.code:
                message = f"`{transaction.transaction}` belongs to the domain {transaction.domain}, not to {part.code}"
                yield Finding(transaction.key, ("transaction",), message)


RULE = Rule(
    ProblemKind("TF406", "transaction-domain", Severity.ERROR, __doc__, "General Introduction, section 5"),
    check,
)

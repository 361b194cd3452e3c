"""The section of a transaction is not the one that its number gives it.

In every volume the section of a transaction ends with the number of the transaction, so that readers find ITI-18 in
3.18 without looking it up.

Wrong: `section: "3.81"` for ITI-18

Right: `section: "3.18"`; RAD-14 has `section: "4.14"`. The first part is in `framework.yaml`, at the volume that holds
transactions.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Sections of transactions, in domains whose volume says what they start with."""
    for part in subject.framework.domains:
        volume = part.domain.volume("transactions") if part.domain else None
        if not volume or not volume.section:
            continue
        for transaction in part.transactions:
            expected = f"{volume.section}.{transaction.number}"
            if transaction.section and transaction.section != expected and transaction.domain == part.code:
                message = f"section `{transaction.section}` is not the one of `{transaction.transaction}`"
                yield Finding(transaction.key, ("section",), message, f'use "{expected}"')


RULE = Rule(
    ProblemKind("TF405", "transaction-section", Severity.ERROR, __doc__, "General Introduction, section 5"),
    check,
)

"""A field names a transaction that is not defined.

The table of actors and transactions would list a number without a name and without a section to read.

Wrong: `transaction: ITI-81` where there is no ITI-81

Right: `transaction: ITI-18`, or a new file in `transactions/`. Transactions of domains that are not kept here are not
checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.undefined import undefined
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Rows, rules, options, process flows and replacements."""
    catalogue = {entry.domain for entry in subject.framework.catalogue}
    elsewhere = catalogue - {part.code for part in subject.framework.domains}
    for finding in undefined(subject, "transaction", "transaction"):
        if not any(f"`{code}-" in finding.message for code in elsewhere):
            yield finding


RULE = Rule(
    ProblemKind("TF204", "unknown-transaction", Severity.ERROR, __doc__, "General Introduction, Appendix B"),
    check,
)

"""A transaction is in use, but every profile that lists it is given up.

With its last profile a transaction is deprecated as well, or another profile takes it over.

Example: a transaction at final text whose only profile is retired

Instead: the stage of the profile, or a row in the profile that took its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions that are not past and are listed by profiles."""
    for transaction in subject.framework.transactions:
        uses = subject.framework.uses.get(transaction.transaction, ())
        if uses and not transaction.stage.is_past and all(profile.stage.is_past for profile, _, _ in uses):
            names = ", ".join(sorted({f"`{profile.profile}`" for profile, _, _ in uses}))
            yield Finding(
                transaction.key,
                ("stage",),
                f"every profile that uses `{transaction.transaction}` is given up: {names}",
            )


RULE = Rule(
    ProblemKind("TF708", "orphaned-transaction", Severity.HINT, __doc__, "General Introduction, section 8"),
    check,
)

"""A profile says that an actor uses a transaction in which that actor has no role.

Volume 1 and Volume 2 then disagree: the reader of the profile expects something of the actor that the transaction
does not describe. This went unnoticed for years in published frameworks.

Wrong: `Document Source` uses ITI-18 in the profile, while ITI-18 has the roles Document Consumer and Document Registry

Right: the transaction that the actor really uses, or the actor among the `roles` of the transaction.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Rows whose transaction says who takes part; unknown actors and transactions have rules of their own."""
    known = subject.defined["actor"]
    for row in subject.rows:
        roles = subject.roles.get(row.use.transaction)
        name = row.actor.actor
        if (
            roles
            and name not in roles
            and name in known
            and not subject.directions(row.use.transaction, name)
        ):
            yield Finding(
                row.profile.key,
                (*row.path, "transaction"),
                f"`{name}` has no role in `{row.use.transaction}`",
                f"its roles are {', '.join(roles)}",
            )


RULE = Rule(
    ProblemKind("TF301", "actor-without-role", Severity.ERROR, __doc__, "Tables X.1-1 and 3.Y.2-1"), check
)

"""A row of a profile states a direction that the transaction does not give the actor.

The diagrams and the column *Initiator or Responder* take the direction from the row, so they would contradict the
transaction in Volume 2.

Wrong: `{transaction: ITI-18, optionality: R, direction: initiator}` for the Document Registry, which answers ITI-18

Right: no `direction`, or one that the actor has among the `roles` of the transaction.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Rows with a direction of their own."""
    for row in subject.rows:
        stated = row.use.direction
        if not stated:
            continue
        directions = subject.directions(row.use.transaction, row.actor.actor)
        if directions and None not in directions and stated not in directions:
            yield Finding(
                row.profile.key,
                (*row.path, "direction"),
                f"`{stated}` contradicts `{row.use.transaction}`, in which `{row.actor.actor}` is "
                f"{' and '.join(sorted({d for d in directions if d}))}",
                "leave the direction out, or correct the roles of the transaction",
            )


RULE = Rule(
    ProblemKind("TF302", "direction-contradicts", Severity.ERROR, __doc__, "Tables X.1-1 and 3.Y.2-1"), check
)

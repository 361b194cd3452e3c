"""A profile rests on a transaction that is at an earlier stage than the profile itself.

Final text is stable; a transaction under trial may still change, and with it the profile that requires it.

Wrong: a profile with `stage: final-text` and a row for a transaction with `stage: public-comment`

Right: the transaction brought to the same stage, or the row marked with the supplement that adds it: `added_by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage

_RANK = {Stage.DRAFT: 0, Stage.PUBLIC_COMMENT: 1, Stage.TRIAL_IMPLEMENTATION: 2, Stage.FINAL_TEXT: 3}


def check(subject: Subject) -> Iterator[Finding]:
    """Rows that no supplement adds, of actors that no supplement adds; once in each profile."""
    told: set[tuple[str, str]] = set()
    for row in subject.rows:
        if row.use.added_by or row.actor.added_by or (row.profile.profile, row.use.transaction) in told:
            continue
        transaction = subject.transactions.get(row.use.transaction)
        if transaction and _RANK.get(transaction.stage, 9) < _RANK.get(row.profile.stage, 0):
            told.add((row.profile.profile, transaction.transaction))
            yield Finding(
                row.profile.key,
                (*row.path, "transaction"),
                f"`{row.profile.profile}` is {row.profile.stage.label} but `{transaction.transaction}` "
                f"is only {transaction.stage.label}",
                "add added_by, when a supplement brings the row",
            )


RULE = Rule(
    ProblemKind("TF701", "earlier-stage", Severity.WARNING, __doc__, "General Introduction, section 8"), check
)

"""A row is required under a condition, but nothing says under which.

The column *Optionality* prints C, and the implementer cannot tell whether the transaction has to be supported.

Wrong: `{transaction: ITI-12, optionality: C}`

Right: `{transaction: ITI-12, optionality: C, when: {option: Persistent Document}}`, or a note that tells the condition.
Where the source does not tell it, the doubt stands in the provenance of the row or of the profile's actors.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Provenance


def check(subject: Subject) -> Iterator[Finding]:
    """Rows with C, in tables whose source is not in doubt."""
    for row in subject.rows:
        use = row.use
        told = use.when or use.notes or row.actor.notes or row.actor.rules
        if (
            use.optionality == "C"
            and not told
            and not _is_in_doubt(row.profile.provenance.actors, use.provenance)
        ):
            message = f"`{use.transaction}` is required under a condition that is not written"
            yield Finding(row.profile.key, (*row.path, "optionality"), message, "add `when`, or a note")


def _is_in_doubt(*provenances: Provenance | None) -> bool:
    return any(provenance and provenance.doubt for provenance in provenances)


RULE = Rule(
    ProblemKind("TF317", "missing-condition", Severity.WARNING, __doc__, "General Introduction, section 7.1"),
    check,
)

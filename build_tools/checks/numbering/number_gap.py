"""A transaction number is missing and nobody says why, or one is said to be missing although it is there.

Numbers are never reused, so a gap means that something was withdrawn, is still reserved, or has been forgotten.
Readers who look for the number want to know which.

Wrong: ITI-1 and ITI-3, and nothing about 2

Right: the transaction, or in `framework.yaml`: `absent_numbers: {"2": withdrawn in 2007}`. Ranges are written `76-79`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.numbering.gaps import gaps
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Plain numbers from 1 to the highest one, domain by domain."""
    for part in subject.framework.domains:
        if part.domain and part.transactions:
            numbers = {
                int(t.number) for t in part.transactions if t.number.isdigit() and t.domain == part.code
            }
            unread = {key.name for key in subject.framework.unread if key.kind == "transaction"}
            numbers.update(
                int(name.rpartition("-")[2]) for name in unread if name.rpartition("-")[2].isdigit()
            )
            absent = part.domain.absent_numbers
            yield from gaps(part.domain.key, "absent_numbers", absent, numbers, f"{part.code}-")


RULE = Rule(
    ProblemKind(
        "TF407", "transaction-number-gap", Severity.HINT, __doc__, "General Introduction, Appendix B"
    ),
    check,
)

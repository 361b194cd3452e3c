"""A text writes the name of a transaction with a slip.

The name is not linked, and a reader who searches for it does not find the place.

A name with *Message*, *Request* or *Response* after it is taken for another thing, unless a message is called so.

Wrong: `a Registery Stored Query`, `a Record Audit Event Message`

Right: `a Registry Stored Query [ITI-18]`, `a Record Audit Event [ITI-20] message`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.slips import slips_of
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Phrases that differ from a name in one word, by one or two letters."""
    return slips_of(subject, "transaction", "transaction")


RULE = Rule(
    ProblemKind(
        "TF227", "misspelt-transaction", Severity.WARNING, __doc__, "General Introduction, Appendix B"
    ),
    check,
)

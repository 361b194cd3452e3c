"""A text cites a transaction, as `[ITI-81]`, that is not defined.

The citation cannot be linked, and the reader looks in vain for the section.

Wrong: `The Document Consumer sends a Registry Stored Query [ITI-81].`

Right: `The Document Consumer sends a Registry Stored Query [ITI-18].` Transactions of domains that are not kept here
are not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.undefined import meant
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Ids in square brackets; code and links are not text."""
    known = subject.defined["transaction"]
    for (key, path, text), mentions in subject.cited:
        for mention in mentions:
            if mention.kind != "transaction" or mention.key or mention.number in known:
                continue
            if subject.framework.by_code(mention.number.partition("-")[0]):
                yield Finding(
                    key,
                    path,
                    f"the transaction `{mention.number}` is cited but not defined",
                    meant(mention.number, known),
                    offset=mention.start,
                    prose=text,
                )


RULE = Rule(
    ProblemKind("TF212", "cited-transaction", Severity.ERROR, __doc__, "General Introduction, section 7.5"),
    check,
)

"""A transaction or content module rests on a standard that `frameworks/general/standards.yaml` does not list.

The section *Referenced Standards* prints the title and the address of the standard from that list.

Wrong: `standards: [ebRIM 3]`

Right: `standards: [ebRIM 3.0]`. A detail may be added: `{standard: ebRIM 3.0, printed: "ebRIM 3.0, chapter 4"}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.undefined import undefined
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Referenced standards of transactions and content modules."""
    return undefined(subject, "standard", "standard")


RULE = Rule(ProblemKind("TF206", "unknown-standard", Severity.ERROR, __doc__, "Section 3.Y.3"), check)

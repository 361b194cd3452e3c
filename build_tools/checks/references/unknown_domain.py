"""A field names a domain that is neither kept here nor listed in the catalogue of domains.

Wrong: `domain: Radiology`

Right: `domain: RAD`, the code that stands in transaction numbers; see `frameworks/general/domains.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.undefined import undefined
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Owners of content modules, identifiers and options; successors of domains."""
    return undefined(subject, "catalogue", "domain")


RULE = Rule(
    ProblemKind(
        "TF211", "unknown-domain", Severity.ERROR, __doc__, "General Introduction, Appendix C, Table C.1-1"
    ),
    check,
)

"""A content module names a format code that `frameworks/general/registry.yaml` does not hold.

Receivers tell documents apart by the format code; one that is not registered may clash with another.

Wrong: `format_codes: ["urn:ihe:iti:xds-sd:txt:2008"]`

Right: `format_codes: ["urn:ihe:iti:xds-sd:text:2008"]`, as it stands in the registry.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.undefined import undefined
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Format codes of content modules."""
    return undefined(subject, "registry_entry", "format code")


RULE = Rule(
    ProblemKind("TF210", "unknown-format-code", Severity.ERROR, __doc__, "Volume 3, section 5.3.1"), check
)

"""A text writes the name of a standard with a slip.

The name is not linked, and a reader who searches for it does not find the place.

Wrong: `Web Access to Dicom Objects`, `HL7 V2.5`

Right: `HL7 v2.5`, as it stands in `frameworks/general/standards.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.slips import slips_of
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Phrases that differ from a name in one word, by one or two letters."""
    return slips_of(subject, "standard", "standard")


RULE = Rule(ProblemKind("TF229", "misspelt-standard", Severity.WARNING, __doc__, "Section 3.Y.3"), check)

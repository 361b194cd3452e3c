"""A text writes the name of a content module with a slip.

The name is not linked, and a reader who searches for it does not find the place.

Wrong: `the Scanned Documnt Content Module`

Right: `the Scanned Document Content Module`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.slips import slips_of
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Phrases that differ from a name in one word, by one or two letters."""
    return slips_of(subject, "content_module", "content module")


RULE = Rule(ProblemKind("TF230", "misspelt-content-module", Severity.WARNING, __doc__, "Table X.1-1"), check)

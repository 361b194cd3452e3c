"""A field names a content module that is not defined.

Implementers look the content up by this name; without the module they know that they exchange documents, but not
which.

Wrong: `content_module: Scanned Documents`

Right: `content_module: Scanned Document Content Module`, or a new file in `content_modules/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.undefined import undefined
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Rows and rules of profile actors."""
    return undefined(subject, "content_module", "content module")


RULE = Rule(ProblemKind("TF205", "unknown-content-module", Severity.ERROR, __doc__, "Table X.1-1"), check)

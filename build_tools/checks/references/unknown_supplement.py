"""A row, actor or option is said to be added by a supplement that no `framework.yaml` lists.

Readers want to know which document added the row and whether it is still under trial.

Wrong: `added_by: Metadata Update`

Right: `added_by: XDS Metadata Update`, exactly as the supplement is named in the domain's `framework.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.undefined import undefined
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """What is marked as added by a supplement."""
    return undefined(subject, "supplement", "supplement")


RULE = Rule(
    ProblemKind(
        "TF209", "unknown-supplement", Severity.ERROR, __doc__, "Foreword of the supplement template"
    ),
    check,
)

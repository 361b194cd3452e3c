"""A domain lists no publication of its framework.

Pages print the revision they belong to, and readers ask which volume the text stands in (Gazelle's consistency check
15).

Example: `framework.yaml` without `publications`

Instead: `publications: [{revision: "20.0", date: "2023-08-04", stage: final-text}]`, newest first.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage


def check(subject: Subject) -> Iterator[Finding]:
    """Domains with a profile at final text, which must have been published somewhere."""
    for part in subject.framework.domains:
        published = any(profile.stage is Stage.FINAL_TEXT for profile in part.profiles)
        if part.domain and published and not part.domain.publications:
            yield Finding(
                part.domain.key, ("code",), f"the domain `{part.code}` has final text but no publication"
            )


RULE = Rule(
    ProblemKind(
        "TF516", "domain-without-publication", Severity.HINT, __doc__, "General Introduction, section 8"
    ),
    check,
)

"""A document is in development without an author, or without two reviewers.

A committee takes a work item up with at least one author and at least two reviewers.

Wrong: `stage: in-development` with one reviewer

Right: `authors: [One Name]` and `reviewers: [A Second, A Third]`
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.life_cycle import DocumentStage


def check(subject: Subject) -> Iterator[Finding]:
    """Documents that say that they are in development."""
    for part in subject.framework.domains:
        for document in part.documents:
            if document.stage is not DocumentStage.IN_DEVELOPMENT:
                continue
            missing = [
                *(["an author"] if not document.authors else []),
                *(["two reviewers"] if len(set(document.reviewers)) < 2 else []),
            ]
            if missing:
                message = f"a document in development needs {' and '.join(missing)}"
                yield Finding(document.key, ("stage",), message)


RULE = Rule(
    ProblemKind("TF715", "document-people", Severity.WARNING, __doc__, "General Introduction, section 8"),
    check,
)

"""A profile at final text still asks its reviewers something.

Open issues are settled before final text, and their list is dropped from the document.

Wrong: `open_issues` in a profile with `stage: final-text`

Right: the issue moved to `closed_issues` with its resolution, or a change proposal.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage


def check(subject: Subject) -> Iterator[Finding]:
    """Profiles at final text."""
    for profile in subject.framework.profiles:
        for index, issue in enumerate(profile.open_issues if profile.stage is Stage.FINAL_TEXT else ()):
            yield Finding(
                profile.key,
                ("open_issues", index, "issue"),
                f"`{issue.issue}` is open, but the profile is final text",
            )


RULE = Rule(
    ProblemKind(
        "TF707",
        "open-issue-in-final-text",
        Severity.WARNING,
        __doc__,
        "Supplement template, Open Issues and Questions",
    ),
    check,
)

"""An open issue has a resolution, or a closed one has none.

Reviewers are asked to answer the open issues and read in the closed ones what was decided.

Wrong: an entry of `open_issues` with `resolution`

Right: the entry moved to `closed_issues`; there, every entry carries its `resolution`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Open and closed issues of all profiles."""
    for profile in subject.framework.profiles:
        for index, issue in enumerate(profile.open_issues):
            if issue.resolution:
                message = f"the open issue `{issue.issue}` has a resolution"
                yield Finding(
                    profile.key, ("open_issues", index, "resolution"), message, "move it to closed_issues"
                )
        for index, issue in enumerate(profile.closed_issues):
            if not issue.resolution:
                message = f"the closed issue `{issue.issue}` has no resolution"
                yield Finding(profile.key, ("closed_issues", index, "issue"), message, "add what was decided")


RULE = Rule(
    ProblemKind("TF411", "issue-resolution", Severity.WARNING, __doc__, "Supplement template, Closed Issues"),
    check,
)

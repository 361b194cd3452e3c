"""The id of an issue is used twice, or does not start with the acronym of its profile.

Reviewers refer to issues by id in their comments, so an id must lead to one question only.

Wrong: `issue: XDS_001` in the profile MHD

Right: `issue: MHD_001`, then `MHD_002`; an id is never given away again, not even when the issue is closed.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Open and closed issues of all profiles."""
    holder: dict[str, str] = {}
    for profile in subject.framework.profiles:
        for field, issues in (("open_issues", profile.open_issues), ("closed_issues", profile.closed_issues)):
            for index, issue in enumerate(issues):
                path = (field, index, "issue")
                if issue.issue in holder:
                    message = f"the issue `{issue.issue}` is already asked in `{holder[issue.issue]}`"
                    yield Finding(profile.key, path, message)
                elif not _starts_with_acronym(issue.issue, profile.profile):
                    number = issue.issue.rpartition("_")[2]
                    message = f"the issue `{issue.issue}` does not start with the acronym of its profile"
                    yield Finding(profile.key, path, message, f"use `{profile.profile}_{number}`")
                holder.setdefault(issue.issue, profile.profile)


def _starts_with_acronym(issue: str, acronym: str) -> bool:
    """The part of the acronym before a dot is enough: XDS_001 in XDS.b."""
    return issue.rpartition("_")[0] in (acronym, acronym.partition(".")[0])


RULE = Rule(
    ProblemKind(
        "TF409", "issue-id", Severity.ERROR, __doc__, "Supplement template, Open Issues and Questions"
    ),
    check,
)

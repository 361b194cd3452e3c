"""A text refers to an issue that its profile does not have.

Wrong: `see MHD_009` where the profile MHD asks MHD_001 and MHD_002

Right: the id of an open or closed issue.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Ids that begin with the acronym of a profile, an underscore and a number."""
    for (key, path, text), mentions in subject.cited:
        for mention in mentions:
            if mention.kind == "issue" and mention.key is None:
                message = f"the issue `{mention.number}` does not exist"
                hint = did_you_mean(mention.number, subject.names.issues)
                yield Finding(key, path, message, hint, offset=mention.start, prose=text)


RULE = Rule(
    ProblemKind(
        "TF218", "cited-issue", Severity.WARNING, __doc__, "Supplement template, Open Issues and Questions"
    ),
    check,
)

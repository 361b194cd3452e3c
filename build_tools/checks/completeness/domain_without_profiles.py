"""A domain is described but has no profile, and nothing that others use.

Its pages would be empty (Gazelle's consistency check 1).

Wrong: `frameworks/card/framework.yaml` and nothing under `profiles/`

Right: the profiles; a domain that is only referred to is a row in `frameworks/general/domains.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Domains that hold nothing at all; one may be kept for the transactions that others use."""
    if subject.framework.unread:
        return
    for part in subject.framework.domains:
        if part.domain and not (part.profiles or part.transactions or part.content_modules):
            yield Finding(part.domain.key, ("code",), f"the domain `{part.code}` has no profile")


RULE = Rule(
    ProblemKind(
        "TF510", "domain-without-profiles", Severity.WARNING, __doc__, "General Introduction, section 5"
    ),
    check,
)

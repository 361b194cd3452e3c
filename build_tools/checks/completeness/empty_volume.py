"""A volume that should hold something holds nothing.

It would be printed as a title page with an empty list (Gazelle's consistency check 16).

Wrong: a volume with `holds: transactions` in a domain without transactions

Right: the transactions, or no such volume.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Volumes of profiles, transactions and content modules; a volume with an introduction says something."""
    if subject.framework.unread:
        return
    for part in subject.framework.domains:
        for index, volume in enumerate(part.domain.volumes if part.domain else ()):
            if (
                part.domain
                and volume.holds in _HOLDS
                and not getattr(part, volume.holds)
                and not volume.introduction
            ):
                message = f"Volume {volume.volume} holds no {volume.holds.replace('_', ' ')}"
                yield Finding(part.domain.key, ("volumes", index, "holds"), message)


_HOLDS = ("profiles", "transactions", "content_modules")


RULE = Rule(
    ProblemKind("TF517", "empty-volume", Severity.WARNING, __doc__, "General Introduction, section 5"), check
)

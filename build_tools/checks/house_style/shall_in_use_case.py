"""Informative text says SHALL or MUST: a use case, an introduction, the definition of an actor or a term.

Such text shows why the profile is useful. A requirement that stands there is not tested and is easily overlooked
(General Introduction, E.1.1).

Wrong: `The clinic SHALL publish the summary.` in a use case

Right: `The clinic publishes the summary.`; the requirement itself belongs to the actor, the option or the transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_REQUIREMENT = re.compile(r"(?<!\w)(?:SHALL|MUST|shall)\b")
_PROFILE = frozenset({"use_cases", "concepts", "introduction", "capsule"})


def check(subject: Subject) -> Iterator[Finding]:
    """Use cases, concepts and introductions of profiles; definitions."""
    for beginning in ("SHALL", "MUST", "shall"):
        for spot in subject.whole.find_from(beginning, _REQUIREMENT):
            key, path, _ = spot.text
            if key.kind in ("actor", "term") or (key.kind == "profile" and path[0] in _PROFILE):
                message = f"`{spot.match[0]}` states a requirement in informative text"
                yield spot.finding(message, "say what happens, or move the requirement")


RULE = Rule(
    ProblemKind("TF602", "shall-in-use-case", Severity.WARNING, __doc__, "General Introduction, E.1.1"), check
)

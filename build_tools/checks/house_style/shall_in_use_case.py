"""A use case says SHALL or MUST.

Use cases are informative: they show why the profile is useful. A requirement that stands there is not tested and is
easily overlooked (General Introduction, E.1.1).

Wrong: `The clinic SHALL publish the summary.` in a use case

Right: `The clinic publishes the summary.`; the requirement itself belongs to the actor, the option or the transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_REQUIREMENT = re.compile(r"\b(?:SHALL|MUST|shall)\b")


def check(subject: Subject) -> Iterator[Finding]:
    """All prose of use cases and of the concepts before them."""
    for key, path, text in subject.texts:
        if path[0] in ("use_cases", "concepts"):
            for found in _REQUIREMENT.finditer(text):
                message = f"`{found[0]}` states a requirement in informative text"
                yield Finding(
                    key, path, message, "say what happens, or move the requirement", found.start(), text
                )


RULE = Rule(
    ProblemKind("TF602", "shall-in-use-case", Severity.WARNING, __doc__, "General Introduction, E.1.1"), check
)

"""A placeholder stands where a number must be assigned by now.

Chapters are `X` and transactions `YY1` while a profile is drafted. By trial implementation the committee reserves the
numbers, and implementers build them into products.

Wrong: `chapter: XX` with `stage: trial-implementation`

Right: the reserved number.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Key, Stage

_NUMBERED = frozenset({Stage.TRIAL_IMPLEMENTATION, Stage.FINAL_TEXT})


def check(subject: Subject) -> Iterator[Finding]:
    """Profiles and transactions at trial implementation and final text."""
    for profile in subject.framework.profiles:
        if profile.stage in _NUMBERED and profile.chapter and not profile.chapter.isdigit():
            yield _finding(profile.key, "chapter", profile.chapter, profile.stage)
    for transaction in subject.framework.transactions:
        if transaction.stage in _NUMBERED and transaction.number.startswith("Y"):
            yield _finding(transaction.key, "transaction", transaction.transaction, transaction.stage)


def _finding(key: Key, field: str, placeholder: str, stage: Stage) -> Finding:
    return Finding(
        key, (field,), f"`{placeholder}` is a placeholder, but the stage is {stage.label}", "assign a number"
    )


RULE = Rule(
    ProblemKind("TF410", "placeholder-number", Severity.WARNING, __doc__, "Supplement template"), check
)

"""Words are marked as inserted in a text that is no change.

The marks show what a supplement or a change proposal does to published text. In the published text itself they would
be printed as they are.

Wrong: `The actor ++shall++ answer.` in the text of a transaction

Right: `The actor shall answer.`, or a change under `changes` of the supplement.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.change_text import INSERTED
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """All texts but those of changes, which have their marks taken out already."""
    for spot in subject.whole.find_from("++", INSERTED):
        message = f"`{spot.written}` is marked as inserted, but the text is no change"
        yield spot.finding(message, "take the marks out, or write it under changes")


RULE = Rule(
    ProblemKind("TF615", "insertion-mark", Severity.WARNING, __doc__, "General Introduction, section 7.5"),
    check,
)

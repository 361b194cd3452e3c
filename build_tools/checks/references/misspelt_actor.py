"""A text writes the name of an actor with a slip.

The name is not linked, and a reader who searches for the actor does not find the place.

Wrong: `The Documnt Source sends ...`, `The Document source Actor ...`

Right: `The Document Source sends ...`, exactly as the actor is defined.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.slips import slips_of
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Capitalised phrases that differ from an actor's name in one word, by one or two letters."""
    return slips_of(subject, "actor", "actor")


RULE = Rule(
    ProblemKind("TF216", "misspelt-actor", Severity.WARNING, __doc__, "General Introduction, Appendix A"),
    check,
)

"""A text writes the name of a glossary term with a slip.

The name is not linked, and a reader who searches for it does not find the place.

Wrong: `an Afinity Domain`

Right: `an Affinity Domain`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.slips import slips_of
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Phrases that differ from a name in one word, by one or two letters."""
    return slips_of(subject, "term", "glossary term")


RULE = Rule(
    ProblemKind("TF228", "misspelt-term", Severity.WARNING, __doc__, "General Introduction, Appendix D"),
    check,
)

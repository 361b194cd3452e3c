"""A heading in a text begins with a number that was typed.

Numbers of sections are given by the outline; a typed one is printed beside it and is wrong after the next change.

Wrong: `### 3.18.4.1.2 Message Semantics`

Right: `### Message Semantics`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_HEADING = re.compile(r"# +(?P<number>[0-9]+(?:\.[0-9]+)+)\.? ")


def check(subject: Subject) -> Iterator[Finding]:
    """Headings of all texts that belong to a domain."""
    for spot in subject.whole.find_from("# ", _HEADING):
        if subject.framework.part(spot.text.key):
            yield spot.finding(
                f"the heading begins with the typed number `{spot.match['number']}`", "leave it out", "number"
            )


RULE = Rule(
    ProblemKind("TF421", "typed-number", Severity.WARNING, __doc__, "General Introduction, section 5"), check
)

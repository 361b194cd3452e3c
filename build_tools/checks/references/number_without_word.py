"""A citation gives the number of a table or a figure without saying which of the two.

The link cannot know what is meant: published chapters cite `ITI TF-2: 3.1.4-1` and lead to Section 3.1.4.

Wrong: `ITI TF-2: 3.1.4-1`

Right: `ITI TF-2: Table 3.1.4-1`, or `ITI TF-2: 3.1.4` for the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_CAPTION = re.compile(
    r"[A-Z]{2,8}[ -]TF ?- ?[0-9][a-z]? ?:\s?(?:Section\s)?(?P<section>[0-9A-Z]{1,3}(?:\.[0-9A-Za-z]+)+)-[0-9]+\b(?!\.[0-9])"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Texts, and fields that hold a reference."""
    for spot in subject.in_volume_citations(_CAPTION):
        volume, _, rest = spot.match[0].partition(":")
        number, section = rest.split()[-1], spot.match["section"]
        hint = f"write `{volume}: Table {number}` or `{volume}: Figure {number}`, or `{volume}: {section}` for the section"
        yield spot.finding(f"`{spot.written}` is the number of a table or a figure", hint)


RULE = Rule(
    ProblemKind("TF219", "number-without-word", Severity.ERROR, __doc__, "General Introduction, section 7.5"),
    check,
)

"""The word *section* stands in lower case, or twice, before a number.

IHE's copy editors write *Section 10.2*; only then is the number recognised and linked.

Wrong: `see section 10.2`, `see section Section 10.2`

Right: `see Section 10.2`; in another volume, `see ITI TF-2: 3.18`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.citations import is_of_other_document
from build_tools.problems import ProblemKind, Severity

_LOWER_CASE = re.compile(r"section(?<!\w.{7}) (?:[0-9]+\.[0-9]|Section [0-9])")


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers of this Technical Framework; sections of standards are left alone."""
    for spot in subject.whole.find_from("section ", _LOWER_CASE):
        start, end = (place - spot.begins for place in spot.match.span())
        if not is_of_other_document(spot.text.text, start, end):
            yield spot.finding(f"`{spot.match[0].rpartition(' ')[0]}` before a number is written Section")


RULE = Rule(
    ProblemKind("TF603", "lower-case-section", Severity.HINT, __doc__, "General Introduction, section 7.5"),
    check,
)

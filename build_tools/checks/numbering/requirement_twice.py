"""The number of a requirement is given to two of them.

Test tools and conformance statements name requirements by number; with two, nobody knows which was tested.

Wrong: `**R1021**: The Document Source shall ...` in two places; the same for `CONF:1198-31`

Right: the next free number. A number is never given away again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_NUMBER = re.compile(
    r"\*\*(?:(?<=^..)|(?<=[-*] ..))(?P<number>R[0-9]{3,5}|CONF:[0-9-]+[0-9])\*\*", re.MULTILINE
)


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers in bold at the beginning of a line, in all texts of a domain."""
    holder: dict[tuple[str, str], str] = {}
    for spot in subject.whole.find_from("**", _NUMBER):
        part = subject.framework.part(spot.text.key)
        if part:
            number = spot.match["number"]
            if (part.code, number) in holder:
                message = f"the requirement `{number}` already stands in `{holder[part.code, number]}`"
                yield spot.finding(message, group="number")
            holder.setdefault((part.code, number), spot.text.key.name)


RULE = Rule(
    ProblemKind("TF417", "requirement-twice", Severity.ERROR, __doc__, "General Introduction, Appendix E"),
    check,
)

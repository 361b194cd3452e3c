"""One note is called Notes, or several are called Note.

Example: `See Notes 1`, `See Note 1 and 2`

Instead: `See Note 1`, `See Notes 1 and 2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.checks.whole_text import Spot
from build_tools.problems import ProblemKind, Severity

_NOTE = re.compile(
    r"Note(?P<s>s?)\s(?P<first>[0-9]{1,2})\b(?!\.[0-9])"
    r"(?P<more>(?:,\s[0-9]{1,2}\b)*,?\s(?:and|or|to)\s[0-9]{1,2}\b(?!\.[0-9]))?(?P<counted>\s[a-z]{5})?"
)


def check(subject: Subject) -> Iterator[Finding]:
    """*Note* with numbers behind it."""
    for spot in subject.whole.find_from("Note", _NOTE):
        counts = spot.match["more"] and spot.match["counted"]  # *Note 1 and 2 patients*
        if bool(spot.match["s"]) != bool(spot.match["more"]) and not counts:
            right = f"Note{'' if spot.match['s'] else 's'} {spot.match['first']}{spot.match['more'] or ''}"
            yield spot.finding(f"`{_written(spot)}` is written {' '.join(right.split())}")


def _written(spot: Spot) -> str:
    return " ".join(spot.match[0].removesuffix(spot.match["counted"] or "").split())


RULE = Rule(ProblemKind("TF608", "note-number", Severity.HINT, __doc__, "IHE copy-editing list"), check)

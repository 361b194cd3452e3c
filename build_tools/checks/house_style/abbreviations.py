"""*e.g.* or *i.e.* is not written with two full stops and a comma.

IHE's copy editors correct it in every document before publication.

Example: `standards, eg. DICOM`, `that is, i.e. the registry`

Instead: `standards, e.g., DICOM`; `i.e., the registry`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_ABBREVIATION = re.compile(
    r"[ei](?<![\w.-].)(?:\.\s?[ge]\.(?![,:)]|\w)|\.?[ge]\.?(?<=[ei]g)(?![\w-])(?=[ .,])|\.[ge]\b(?!\.))"
)

_BEGINNINGS = tuple(
    f"{before}{letter}{after}"
    for before in ("", "(")
    for letter, after in (("e", "."), ("e", "g"), ("i", "."), ("i", "e"))
)
_RIGHT = frozenset({"e.g.,", "i.e.,", "(e.g.,", "(i.e.,"})


def check(subject: Subject) -> Iterator[Finding]:
    """All texts; cells of tables included."""
    if not any(word.startswith(_BEGINNINGS) for word in subject.whole.vocabulary - _RIGHT):
        return
    for spot in subject.whole.find(_ABBREVIATION):
        right = "e.g.," if "g" in spot.match[0] else "i.e.,"
        yield spot.finding(f"`{spot.written}` is not written as IHE writes it", f"write `{right}`")


RULE = Rule(ProblemKind("TF605", "abbreviations", Severity.HINT, __doc__, "IHE copy-editing list"), check)

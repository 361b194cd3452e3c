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

_BEGINNINGS = ("e.g", "i.e", "e. g", "i. e", " eg", " ie", "(eg", "(ie")
_ABBREVIATION = re.compile(
    r"[ (]?(?P<written>[ei](?<![\w.-].)(?:\. ?[ge]\b\.?|[ge]\b\.?(?=[ .,])))(?![\w-])(?P<after>[,:)])?"
)
_RIGHT = frozenset({"e.g.", "i.e."})


def check(subject: Subject) -> Iterator[Finding]:
    """All texts; cells of tables included."""
    for beginning in _BEGINNINGS:
        for spot in subject.whole.find_from(beginning, _ABBREVIATION):
            written = spot.match["written"]
            if written not in _RIGHT or not spot.match["after"]:
                right = "e.g.," if written.startswith("e") else "i.e.,"
                message = f"`{written}` is not written as IHE writes it"
                yield spot.finding(message, f"write `{right}`", "written")


RULE = Rule(ProblemKind("TF605", "abbreviations", Severity.HINT, __doc__, "IHE copy-editing list"), check)

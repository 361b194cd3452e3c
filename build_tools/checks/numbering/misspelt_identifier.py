"""A text uses an identifier that is nearly one of the registry.

Products copy identifiers from the text. One that differs in a letter from the registered one is understood by nobody.

Wrong: `urn:ihe:iti:xds-sd:txt:2008`

Right: `urn:ihe:iti:xds-sd:text:2008`, as it stands in `frameworks/general/registry.yaml`; what is new is entered there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.name_slips import is_slip
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_URN = re.compile(r"urn:ihe:[A-Za-z0-9:._-]*[A-Za-z0-9]")


def check(subject: Subject) -> Iterator[Finding]:
    """URNs of IHE in all texts, code included."""
    known = {entry.value for entry in subject.framework.registry}
    for spot in subject.whole.find_from("urn:ihe:", _URN, code=True):
        meant = "" if spot.match[0] in known else _meant(spot.match[0], known)
        if meant:
            yield spot.finding(f"`{spot.match[0]}` is not registered", f"did you mean `{meant}`?")


def _meant(written: str, known: set[str]) -> str:
    """The registered identifier that differs by a slip in one of its parts, or nothing."""
    parts = written.split(":")
    for other in sorted(known):
        pairs = list(zip(parts, other.split(":"), strict=False))
        differing = [(one, two) for one, two in pairs if one != two]
        if other.count(":") == len(parts) - 1 and len(differing) == 1 and _is_slip(*differing[0]):
            return other
    return ""


def _is_slip(one: str, two: str) -> bool:
    return min(len(one), len(two)) >= _LEAST and not one.isdecimal() and is_slip(one, two)


_LEAST = 3


RULE = Rule(
    ProblemKind(
        "TF415", "misspelt-identifier", Severity.WARNING, __doc__, "General Introduction, Appendix C"
    ),
    check,
)

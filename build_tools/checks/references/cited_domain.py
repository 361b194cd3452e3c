"""A citation names a domain that does not exist.

Wrong: `[ITY-18]`, `ITX TF-2: 3.18`

Right: `[ITI-18]`, `ITI TF-2: 3.18`; the codes of all domains stand in `frameworks/general/domains.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import ne

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_CODE = re.compile(r"[A-Z]{2,8}")
_BRACKET = re.compile(r"\[(?P<code>[A-Z]{2,8})-[0-9]+\]")
_VOLUME = re.compile(r"(?P<code>[A-Z]{2,8})[ -]TF-[0-9][a-z]?\s?:")


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers in square brackets and citations with a volume; standards have numbers in brackets too."""
    names = (*subject.defined["standard"], *subject.defined["profile"])
    known = subject.names.domain_codes
    codes = (_CODE.match(name) for name in names)
    right = {*known, *_STANDARDS, *(code[0] for code in codes if code)}
    for spot in subject.whole.find_from("[", _BRACKET):
        if spot.match["code"] not in right:
            yield spot.finding(*_unknown(spot.match["code"], known), "code")
    for spot in subject.in_volume_citations(_VOLUME):
        if spot.match["code"] not in right:
            yield spot.finding(*_unknown(spot.match["code"], known), "code")


def _unknown(code: str, known: Iterable[str]) -> tuple[str, str]:
    """Message and hint for a code; as codes are short, the nearest one differs in one letter."""
    near = [k for k in sorted(known) if len(k) == len(code) and sum(map(ne, k, code)) == 1]
    return f"there is no domain `{code}`", f"did you mean `{near[0]}`?" if near else ""


_STANDARDS = frozenset(
    {
        "RFC",
        "ISO",
        "IEEE",
        "IETF",
        "HL",
        "BCP",
        "ITU",
        "CDA",
        "DICOM",
        "NIST",
        "PS",
        "UTF",
        "SHA",
        "AES",
        "FHIR",
        "IHE",
    }
)


RULE = Rule(
    ProblemKind("TF222", "cited-domain", Severity.WARNING, __doc__, "General Introduction, section 7.5"),
    check,
)

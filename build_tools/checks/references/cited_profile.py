"""A text names a profile by an acronym that does not exist, or in another spelling than its own.

Letters and points of an acronym matter: XDS.a and XDS.b, PIX and PIXm are different profiles.

Wrong: `XDS.B`, `PIXM`, `the ATNN Profile`

Right: `XDS.b`, `PIXm`, `the ATNA Profile`. Profiles of domains that are not kept here stand in
`frameworks/general/domains.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity

_PROFILE = re.compile(r"Profiles?(?:(?<=\sProfile)|(?<=\sProfiles))(?![\w-])")
_ACRONYM = re.compile(r"[A-Z]{2}[A-Za-z0-9-]*(?:\.[A-Za-z])?")
_TWO_CAPITALS = re.compile(r"[A-Z][A-Z][A-Za-z0-9-]*(?:\.[A-Za-z]\b)?")
_REACH = 40
_LEAST = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Acronyms with two capital letters, everywhere near the spelling of a profile, or unknown before *Profile*."""
    known = subject.defined["profile"]
    squeezed = {
        _squeezed(name): name for name in known if len(_squeezed(name)) >= _LEAST and not name.isupper()
    }
    right = known | _other_acronyms(subject)
    for acronym in sorted(set(_TWO_CAPITALS.findall(subject.whole.characters)) - right):
        meant = squeezed.get(_squeezed(acronym), "")
        if meant and acronym.casefold() != f"{meant.casefold()}s":
            for spot in subject.whole.find(
                re.compile(rf"{re.escape(acronym)}(?<![\w.:/-]{re.escape(acronym)})(?![\w-])")
            ):
                yield spot.finding(f"there is no profile `{acronym}`", f"did you mean `{meant}`?")
    for spot in subject.whole.find_from("Profile", _PROFILE):
        before = subject.whole.characters[max(spot.begins, spot.match.start() - _REACH) : spot.match.start()]
        name = before.split()[-1].lstrip("(") if before.strip() and before[-1].isspace() else ""
        is_acronym = bool(_ACRONYM.fullmatch(name)) and name not in right and _squeezed(name) not in squeezed
        if is_acronym and name.split("-")[0] not in right and name.partition(".")[0] not in known:
            finding = spot.finding(f"there is no profile `{name}`", did_you_mean(name, sorted(known)))
            yield replace(finding, offset=(finding.offset or 0) - (len(before) - before.rindex(name)))


def _squeezed(name: str) -> str:
    return name.replace(".", "").replace("-", "").casefold()


def _other_acronyms(subject: Subject) -> frozenset[str]:
    """Words that stand before *Profile* without being one of ours: domains, standards, terms."""
    framework = subject.framework
    found = set(subject.names.domain_codes) | {
        "IHE",
        "HL7",
        "FHIR",
        "DICOM",
        "SAML",
        "WS-I",
        "TLS",
        "JWT",
        "CDA",
    }
    found.update(term.acronym for term in framework.terms if term.acronym)
    found.update(word for standard in framework.standards for word in standard.standard.split())
    return frozenset(found)


RULE = Rule(
    ProblemKind("TF226", "cited-profile", Severity.WARNING, __doc__, "General Introduction, section 7.5"),
    check,
)

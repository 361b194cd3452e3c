"""A URN or format code is not written as IHE writes them, or names another domain than its own.

Receivers compare the whole text; a capital letter or a missing year makes a document unreadable for them.

Wrong: `urn:ihe:iti:XDS-SD:text`, `urn:ihe:pcc:xds-sd:text:2008` with `domain: ITI`

Right: `urn:ihe:iti:xds-sd:text:2008`: the domain, the name and, for a format code, the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_URN = re.compile(r"urn:ihe:(?P<domain>[a-z0-9-]+):[A-Za-z0-9][A-Za-z0-9:._-]*[A-Za-z0-9]")
_YEAR = re.compile(r":(?:19|20)[0-9]{2}(?::|\Z)")
_ROOT = "urn:ihe"


def check(subject: Subject) -> Iterator[Finding]:
    """Entries of the registry with the types urn and format_code that IHE assigned itself."""
    for entry in subject.framework.registry:
        if entry.type not in ("urn", "format_code") or not entry.value.casefold().startswith(f"{_ROOT}:"):
            continue
        found = _URN.fullmatch(entry.value)
        if not found:
            yield Finding(
                entry.key,
                ("value",),
                f"`{entry.value}` is not written as a URN of IHE",
                "write `urn:ihe:DOMAIN:NAME:YEAR`",
            )
        elif entry.domain and found["domain"] not in _spellings(entry.domain):
            message = f"`{entry.value}` names the domain `{found['domain']}`, not {entry.domain}"
            yield Finding(entry.key, ("value",), message)
        elif entry.type == "format_code" and not _YEAR.search(entry.value):
            yield Finding(entry.key, ("value",), f"the format code `{entry.value}` has no year")


def _spellings(domain: str) -> tuple[str, ...]:
    """How a domain's code stands in URNs; Radiology writes *rad*, and *palm* took over from *lab*."""
    return (domain.casefold(), *{"PALM": ("lab", "path")}.get(domain, ()))


RULE = Rule(ProblemKind("TF414", "urn-form", Severity.ERROR, __doc__, "Volume 3, section 5.3.1"), check)

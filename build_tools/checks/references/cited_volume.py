"""A citation names no volume, or one that the domain does not have.

Each volume has its own sections, so the number alone leads nowhere.

Wrong: `ITI TF: 3.18`, `ITI TF-7: 3.18`

Right: `ITI TF-2: 3.18`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_VOLUME = re.compile(
    r"[A-Z]{2,8}[ -]TF(?:[ -]{0,2}(?P<volume>[0-9]+)[a-z]?)?\s?:\s?(?:Table\s|Figure\s|Section\s|Appendix\s)?[0-9A-Z]{1,3}(?:\.[0-9A-Za-z]+)*"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Citations of domains that are kept here, in texts and in fields that hold a reference."""
    volumes = {
        part.code: [volume.volume for volume in part.domain.volumes]
        for part in subject.framework.domains
        if part.domain
    }
    for spot in subject.in_volume_citations(_VOLUME):
        code = spot.match[0][: spot.match[0].index("TF")].strip(" -")
        known, volume = volumes.get(code), spot.match["volume"]
        if known and volume not in known:
            fault = f"names a volume that {code} does not have" if volume else "names no volume"
            hint = f"the volumes are {', '.join(f'{code} TF-{volume}' for volume in known)}"
            yield spot.finding(f"`{spot.written}` {fault}", hint)


RULE = Rule(
    ProblemKind("TF220", "cited-volume", Severity.ERROR, __doc__, "General Introduction, section 7.5"), check
)

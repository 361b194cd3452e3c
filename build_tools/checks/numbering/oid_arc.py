"""An OID lies in the arc of another domain than the one that registered it, or outside the arc of IHE.

Each domain gives away the numbers below its own arc only; a number taken from elsewhere may be given away twice.

Wrong: `value: 1.3.6.1.4.1.19376.1.5.3`, the arc of PCC, with `domain: ITI`

Right: a number below 1.3.6.1.4.1.19376.1.2 for ITI, or the domain that owns the arc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_ROOT = "1.3.6.1.4.1.19376"
_ARC = re.compile(rf"{re.escape(_ROOT)}\.1\.[0-9]+\Z")


def check(subject: Subject) -> Iterator[Finding]:
    """OIDs of domains; the registry itself says which arc a domain has."""
    oids = [entry for entry in subject.framework.registry if entry.type == "oid"]
    owner = {entry.value: entry.domain for entry in oids if entry.domain and _ARC.match(entry.value)}
    for entry in oids:
        arc = ".".join(entry.value.split(".")[:9])
        if entry.domain and not f"{entry.value}.".startswith(f"{_ROOT}."):
            yield Finding(entry.key, ("value",), f"`{entry.value}` is not below {_ROOT}, the arc of IHE")
        elif entry.domain and owner.get(arc, entry.domain) != entry.domain:
            message = f"`{entry.value}` lies in the arc of {owner[arc]}, not of {entry.domain}"
            yield Finding(entry.key, ("value",), message)


RULE = Rule(
    ProblemKind(
        "TF413", "oid-arc", Severity.WARNING, __doc__, "General Introduction, Appendix C, Table C.1-1"
    ),
    check,
)

"""An identifier that is said to be an OID is none.

Products copy it as it stands; a wrong arc is found at the first test, years later.

Wrong: `value: 1.3.6.1.4.1.19376.1.2..20`, `1.3.6.1.4.1.19376.01.2`

Right: whole numbers with single dots, none of them with a zero before it: `1.3.6.1.4.1.19376.1.2.20`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_OID = re.compile(r"[0-2](?:\.(?:0|[1-9][0-9]*))+")


def check(subject: Subject) -> Iterator[Finding]:
    """Entries of the registry with the type oid."""
    for entry in subject.framework.registry:
        if entry.type == "oid" and not _OID.fullmatch(entry.value):
            message = f"`{entry.value}` is not written as an OID"
            yield Finding(entry.key, ("value",), message, "write whole numbers with single dots between them")


RULE = Rule(
    ProblemKind("TF412", "oid-form", Severity.ERROR, __doc__, "General Introduction, Appendix C"), check
)

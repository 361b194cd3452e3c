"""The number of a transaction does not stand in square brackets after its name.

Only there it is recognised at a glance; IHE writes it so in every document.

Example: `Registry Stored Query (ITI-18)`, `Registry Stored Query ITI-18`, `ITI-18 Registry Stored Query`

Instead: `Registry Stored Query [ITI-18]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.checks.whole_text import Spot
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers of defined transactions with their own name beside them."""
    for code in sorted({transaction.domain for transaction in subject.framework.transactions}):
        for spot in subject.whole.find(re.compile(rf"{code}-[0-9]+\b")):
            transaction = subject.transactions.get(spot.match[0])
            if transaction and _stands_beside_name(spot, transaction.name):
                message = f"`{spot.match[0]}` stands without square brackets beside its name"
                yield spot.finding(message, f"write `{transaction.title}`")


def _stands_beside_name(spot: Spot, name: str) -> bool:
    start, end = spot.match.start() - spot.begins, spot.match.end() - spot.begins
    before = spot.text.text[max(0, start - len(name) - 3) : start].replace("\n", " ")
    after = spot.text.text[end : end + len(name) + 3].replace("\n", " ")
    if before.endswith("["):
        return False
    return before.endswith((f"{name} ", f"{name} (")) or after.removeprefix(":").startswith(f" {name}")


RULE = Rule(
    ProblemKind("TF609", "bare-number", Severity.HINT, __doc__, "General Introduction, section 7.5"), check
)

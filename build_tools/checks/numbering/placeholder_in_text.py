"""A placeholder of the template stands in a text that implementers already use.

By trial implementation chapter and section numbers are assigned, and a reader cannot look up *Section X.4*.

Wrong: `see Section X.4.2`, `ITI TF-2: 3.Y`, `[PCC-YY1]` in a profile at trial implementation

Right: the numbers that were assigned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.checks.whole_text import Spot
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage

_PLACEHOLDER = re.compile(
    r"[X34](?<![A-Za-z0-9.].)(?:(?<=X)X?|\.Y{1,2}[0-9]?)(?:\.[0-9A-Za-z]+)*(?:-[0-9]+)?(?![A-Za-z0-9])"
)
_TRANSACTION = re.compile(r"\[(?P<code>[A-Z]{2,8})-(?:Y{1,2}[0-9]*|X{1,3}|#+)\]")
_BEFORE = re.compile(r"(?:(?:Section|Table|Figure|Chapter)\s|TF-[0-9][a-z]?: ?)\Z")
_BEGINNINGS = ("X", "3.Y", "4.Y")
_REACH = 12
_NUMBERED = frozenset({Stage.TRIAL_IMPLEMENTATION, Stage.FINAL_TEXT})


def check(subject: Subject) -> Iterator[Finding]:
    """Profiles, transactions and content modules at trial implementation and final text."""
    for beginning in _BEGINNINGS:
        yield from _placeholders(subject, beginning)
    for spot in subject.whole.find_from("[", _TRANSACTION):
        if not subject.framework.by_code(spot.match["code"]):  # those of our domains are looked up
            yield from _finding(subject, spot)


def _placeholders(subject: Subject, beginning: str) -> Iterator[Finding]:
    for spot in subject.whole.find_from(beginning, _PLACEHOLDER):
        start = spot.match.start()
        if _BEFORE.search(subject.whole.characters, max(0, start - _REACH), start):
            yield from _finding(subject, spot)


def _finding(subject: Subject, spot: Spot) -> Iterator[Finding]:
    stage = getattr(subject.framework.get(spot.text.key), "stage", None)
    if stage in _NUMBERED:
        written = spot.written.strip("[]")
        message = f"`{written}` is a placeholder, but the stage is {stage.label}"
        yield spot.finding(message, "write the assigned number")


RULE = Rule(
    ProblemKind("TF420", "placeholder-in-text", Severity.WARNING, __doc__, "Supplement template"), check
)

"""A text is not finished.

A reminder of the author, or the beginning of a sentence that the template offers, was left in it.

Wrong: `TBD`, `TODO: ask the committee`, `This transaction is used to ...`

Right: the text, or an entry in `open_issues`, which reviewers are asked to answer. In a draft, it is a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage

_UNFINISHED = {
    "TBD": re.compile(r"TBD(?<!\w.{3})(?![\w-])"),
    "TODO": re.compile(r"TODO(?<!\w.{4})(?![\w-])"),
    "FIXME": re.compile(r"FIXME\b"),
    "???": re.compile(r"\?\?\?"),
    "orem ipsum": re.compile(r"orem ipsum"),
    " ...": re.compile(r" \.\.\.(?=\n|\Z)"),
    " …": re.compile(r" …(?=\n|\Z)"),
}


def check(subject: Subject) -> Iterator[Finding]:
    """All texts of domains; three points inside a sentence mark an omission and are left alone."""
    for beginning, pattern in _UNFINISHED.items():
        for spot in subject.whole.find_from(beginning, pattern):
            if not subject.framework.part(spot.text.key) or "rows" in spot.text.path:
                continue
            entity = subject.framework.get(spot.text.key)
            finding = spot.finding(
                f"`{spot.written}` shows that the text is not finished",
                "write the text, or ask in open_issues",
            )
            is_draft = getattr(entity, "stage", None) is Stage.DRAFT
            yield replace(finding, severity=Severity.HINT) if is_draft else finding


RULE = Rule(ProblemKind("TF612", "unfinished-text", Severity.WARNING, __doc__, "Supplement template"), check)

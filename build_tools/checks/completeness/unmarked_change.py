"""A change amends a text, but marks nothing as inserted or deleted.

Readers have to compare it with the published text word by word to see what is new.

Wrong: `kind: amend` with the new text alone

Right: `++inserted++` and `~~deleted~~` words, or `kind: replace` where nothing of the old text remains.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.change_text import has_marks
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.outline.changes import written_changes
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Changes that amend."""
    for written in written_changes(subject.framework):
        change = written.change
        if change.kind == "amend" and change.text and not has_marks(change.text):
            message = "nothing is marked as inserted or deleted"
            hint = "write ++inserted++ and ~~deleted~~, or kind: replace"
            yield Finding(written.entity.key, (*written.path, "text"), message, hint)


RULE = Rule(
    ProblemKind("TF523", "unmarked-change", Severity.WARNING, __doc__, "General Introduction, section 7.5"),
    check,
)

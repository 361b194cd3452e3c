"""A change adds a section whose number is taken.

Numbers are never given twice; the section that has it would be cited when the new one is meant.

Wrong: `new_section: "3.18.6"` where there is a section 3.18.6

Right: the next number that is free, `new_section: "3.18.7"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.outline.changes import changed_place, written_changes
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """New sections of supplements before final text, and of change proposals that are not integrated."""
    for written in written_changes(subject.framework):
        change = written.change
        if change.new_section and written.is_pending:
            place = change.target._replace(kind="section", number=change.new_section)
            if changed_place(subject.places, place):
                path = (*written.path, "new_section")
                yield Finding(
                    written.entity.key, path, f"there is a {place.label} in {place.document} already"
                )


RULE = Rule(
    ProblemKind("TF422", "new-section", Severity.ERROR, __doc__, "General Introduction, section 5"), check
)

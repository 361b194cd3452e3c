"""A note is written but no row refers to it, so it is printed nowhere.

It was probably meant for a row whose `notes` are missing; without it the row claims more than the source does.

Wrong: `notes: {feed: At least one of the two feeds is supported.}` and no row with `notes: [feed]`

Right: `- {transaction: ITI-8, optionality: O, notes: [feed]}`, or no note.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.note_uses import note_uses
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Notes of profiles."""
    for profile in subject.framework.profiles:
        if not profile.notes:
            continue
        used = {name for _, name in note_uses(profile)}
        for name in profile.notes:
            if name not in used:
                message = f"no row refers to the note `{name}`, so it is not printed"
                yield Finding(profile.key, ("notes", name), message, at_name=True)


RULE = Rule(ProblemKind("TF208", "unused-note", Severity.WARNING, __doc__, "Table X.1-1"), check)

"""A row refers to a note that the profile does not have.

The table would print "See Note 1" with nothing under it.

Wrong: `notes: [feeds]` where only `feed` is written under `notes`

Right: `notes: [feed]`, or the note itself: `notes: {feeds: At least one of ...}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.note_uses import note_uses
from build_tools.checks.references.undefined import unlisted
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Notes on actors, rows, options and groupings."""
    for profile in subject.framework.profiles:
        for path, name in note_uses(profile):
            if name not in profile.notes:
                yield Finding(profile.key, path, *unlisted(name, profile.notes, "note"))


RULE = Rule(ProblemKind("TF207", "unknown-note", Severity.ERROR, __doc__, "Table X.1-1"), check)

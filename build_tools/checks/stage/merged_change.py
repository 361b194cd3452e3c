"""A supplement that is final text still lists changes.

With final text, its changes are made in the volume, and the list would tell readers of changes that are no more.

Wrong: `stage: final-text` and `changes`

Right: the changed text in its volume, and no `changes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.outline.changes import written_changes
from build_tools.problems import ProblemKind, Severity
from model.change_proposal import ChangeProposal


def check(subject: Subject) -> Iterator[Finding]:
    """Profiles and supplements whose text stands in the volume."""
    for written in written_changes(subject.framework):
        is_proposal = isinstance(written.entity, ChangeProposal)
        if not is_proposal and not written.is_pending and written.path[-1] == 0:
            message = "the supplement is final text, but its changes are not made in the volume"
            yield Finding(written.entity.key, written.path[:-1], message, at_name=True)


RULE = Rule(ProblemKind("TF711", "merged-change", Severity.WARNING, __doc__, "Supplement template"), check)

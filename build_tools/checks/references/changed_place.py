"""A supplement or change proposal changes a section, table or figure that does not exist.

The editor who integrates the change would not know where, and readers of the changed text never hear of it.

Wrong: `place: "ITI TF-2: 3.18.9"` where section 3.18 ends with 3.18.6

Right: `place: "ITI TF-2: 3.18.6"`. A new section is added with `kind: add` and `new_section` after one that exists. The
sections that a change proposal lists beside its changes are held to the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.changed_places import ChangedPlaces
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.outline.changes import written_changes
from build_tools.problems import ProblemKind, Severity
from model.change import cited_place
from model.change_proposal import NEEDS_REASON, ChangeProposal


def check(subject: Subject) -> Iterator[Finding]:
    """Places of all changes, and the sections that change proposals list, rejected and cancelled ones left out."""
    places = ChangedPlaces(subject)
    for written in written_changes(subject.framework):
        is_dropped = isinstance(written.entity, ChangeProposal) and written.entity.state in NEEDS_REASON
        found = None if is_dropped else places.fault(written.change.target)
        if found:
            yield Finding(written.entity.key, (*written.path, "place"), *found)
    for proposal in subject.framework.change_proposals:
        for index, section in enumerate(proposal.sections if proposal.state not in NEEDS_REASON else ()):
            if found := places.fault(cited_place(section)):
                yield Finding(proposal.key, ("sections", index), *found)


RULE = Rule(
    ProblemKind(
        "TF231", "changed-place", Severity.ERROR, __doc__, "Supplement template, editor instructions"
    ),
    check,
)

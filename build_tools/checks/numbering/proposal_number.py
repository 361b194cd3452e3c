"""A change proposal stands in the folder of another domain, or two proposals have one number.

A number is given once, when the proposal is accepted; ballots, minutes and file names use nothing else.

Wrong: `change_proposal: CP-ITI-0012` beside CP-ITI-12

Right: the next number that is free; `tf new cp` takes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """The proposals of every domain."""
    for part in subject.framework.domains:
        taken: dict[int, str] = {}
        for proposal in part.change_proposals:
            path = ("change_proposal",)
            if part.domain and proposal.domain != part.code:
                message = f"`{proposal.change_proposal}` stands in the framework of {part.code}"
                yield Finding(proposal.key, path, message, f"its id begins with CP-{part.code}")
                continue
            first = taken.setdefault(proposal.number, proposal.change_proposal)
            if first != proposal.change_proposal:
                message = f"`{proposal.change_proposal}` has the number of `{first}`"
                yield Finding(proposal.key, path, message)


RULE = Rule(
    ProblemKind("TF423", "proposal-number", Severity.ERROR, __doc__, "Change proposal process"), check
)

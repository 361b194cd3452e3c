"""An integrated change proposal does not name the revision that carries it.

An approved change is in force before it is visible; readers have to know from which revision on they find it.

Wrong: `state: integrated` alone

Right: `state: integrated` and `integrated_in: ITI TF-2, Revision 17.0`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.change_proposal import ProposalState


def check(subject: Subject) -> Iterator[Finding]:
    """Integrated proposals, and others that name a revision."""
    for proposal in subject.framework.change_proposals:
        is_integrated = proposal.state is ProposalState.INTEGRATED
        if is_integrated and not proposal.integrated_in:
            message = "nothing says which revision carries it"
            yield Finding(proposal.key, ("state",), message, "add integrated_in with document and revision")
        elif proposal.integrated_in and not is_integrated:
            message = f"`integrated_in` names a revision, but the state is `{proposal.state}`"
            yield Finding(proposal.key, ("integrated_in",), message)


RULE = Rule(
    ProblemKind("TF525", "proposal-revision", Severity.ERROR, __doc__, "Change proposal process"), check
)

"""The state of a change proposal does not agree with its ballots.

A ballot is passed when it is closed and every No is resolved without a significant change of the text; after a
significant change there is a new ballot, and without it nothing is final text. An editorial proposal needs no ballot.

Wrong: `state: final-text` while a No of the last ballot has no `resolution`

Right: `state: ballot`, or the resolution of the vote. Where ballots are not publicly known, `unknown: [ballots]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.ballot import Outcome
from model.change_proposal import ChangeProposal, ProposalState


def check(subject: Subject) -> Iterator[Finding]:
    """The last ballot of every proposal."""
    for proposal in subject.framework.change_proposals:
        if found := _fault(proposal):
            yield Finding(proposal.key, ("state",), *found)


def _fault(proposal: ChangeProposal) -> tuple[str, str] | None:
    state = proposal.state
    outcome = proposal.ballots[-1].outcome if proposal.ballots else None
    if state in (ProposalState.FINAL_TEXT, ProposalState.INTEGRATED):
        if outcome is None and (proposal.editorial or "ballots" in proposal.unknown):
            return None
        if outcome is None:
            return f"the state is `{state}`, but no ballot is recorded", "add it to ballots"
        if outcome is not Outcome.PASSED:
            return f"the state is `{state}`, but the last ballot is {outcome}", _HINTS[outcome]
    elif state is ProposalState.BALLOT and outcome not in (None, Outcome.OPEN):
        assert outcome is not None
        return f"the state is `{state}`, but the last ballot is {outcome}", _HINTS[outcome]
    elif state.is_under_way and state is not ProposalState.BALLOT and outcome is Outcome.OPEN:
        return f"the state is `{state}`, but a ballot is open", "set the state to ballot"
    return None


_HINTS = {
    Outcome.OPEN: "close it, and resolve every No",
    Outcome.PASSED: "set the state to final-text",
    Outcome.REPEATED: "set the state to completed until there is a new ballot",
    Outcome.WITHDRAWN: "set the state to cancelled",
}


RULE = Rule(ProblemKind("TF333", "ballot-outcome", Severity.ERROR, __doc__, "Change proposal process"), check)

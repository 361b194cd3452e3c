"""A change proposal lacks its title or its rationale, or one that is completed lacks its changes.

The committee and the voters need the problem, the reason and the exact text.

Wrong: `state: completed` without `changes`

Right: the changes; where they are not publicly known, `unknown: [changes]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.change_proposal import ProposalState

_WHOLE = frozenset(
    {ProposalState.COMPLETED, ProposalState.BALLOT, ProposalState.FINAL_TEXT, ProposalState.INTEGRATED}
)


def check(subject: Subject) -> Iterator[Finding]:
    """Every proposal; the changes are due when it is completed."""
    for proposal in subject.framework.change_proposals:
        wanted = ("title", "rationale", "changes") if proposal.state in _WHOLE else ("title", "rationale")
        for part in wanted:
            if not getattr(proposal, part) and part not in proposal.unknown:
                message = f"the {proposal.state} proposal has no {part}"
                hint = f"add it, or unknown: [{part}] when it is not publicly known"
                yield Finding(proposal.key, ("change_proposal",), message, hint)


RULE = Rule(ProblemKind("TF526", "proposal-parts", Severity.WARNING, __doc__, "Change proposal form"), check)

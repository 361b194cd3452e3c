"""An organization votes twice in a ballot, or a vote that is no No has a resolution.

The tally counts one vote an organization, and only a No has to be resolved.

Wrong: `{organization: Clinic, vote: yes, resolution: vote-changed}`

Right: `{organization: Clinic, vote: no, resolution: vote-changed}`, with the vote as it was when the ballot was closed.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Every vote of every ballot."""
    for proposal in subject.framework.change_proposals:
        for i, ballot in enumerate(proposal.ballots):
            seen: set[str] = set()
            for j, vote in enumerate(ballot.votes):
                path = ("ballots", i, "votes", j)
                if vote.organization.casefold() in seen:
                    message = f"`{vote.organization}` votes twice in `{ballot.ballot}`"
                    yield Finding(proposal.key, (*path, "organization"), message, "keep one of the two votes")
                seen.add(vote.organization.casefold())
                if vote.resolution and vote.vote != "no":
                    message = f"the vote `{vote.vote}` of `{vote.organization}` has a resolution"
                    yield Finding(proposal.key, (*path, "resolution"), message, "only a No is resolved")


RULE = Rule(ProblemKind("TF334", "ballot-votes", Severity.WARNING, __doc__, "Change proposal process"), check)

"""A rejected or cancelled change proposal does not say why.

It is archived with its reason, so that nobody submits the same again without knowing.

Wrong: `state: rejected` alone

Right: `state: rejected` and `reason: duplicate of CP-ITI-1197`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.change_proposal import NEEDS_REASON


def check(subject: Subject) -> Iterator[Finding]:
    """Rejected and cancelled proposals, and reasons of others."""
    for proposal in subject.framework.change_proposals:
        is_dropped = proposal.state in NEEDS_REASON
        if is_dropped and not proposal.reason:
            hint = "add reason: duplicate, merged, withdrawn, not enough information, out of scope ..."
            yield Finding(proposal.key, ("state",), f"nothing says why it is {proposal.state}", hint)
        elif proposal.reason and not is_dropped:
            message = f"the reason tells why it is rejected or cancelled, but the state is `{proposal.state}`"
            yield Finding(proposal.key, ("reason",), message, "tell it in history")


RULE = Rule(
    ProblemKind("TF524", "proposal-reason", Severity.ERROR, __doc__, "Change proposal process"), check
)

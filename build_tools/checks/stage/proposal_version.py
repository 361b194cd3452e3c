"""The version of a change proposal does not agree with its state.

Its file is called after it: versions are counted 00, 01, ... until it is final text, FT, and integrated, IN.

Wrong: `version: "02"` with `state: final-text`

Right: `version: FT`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.change_proposal import ProposalState

_LETTERS = {ProposalState.FINAL_TEXT: "FT", ProposalState.INTEGRATED: "IN"}


def check(subject: Subject) -> Iterator[Finding]:
    """Versions of all proposals."""
    for proposal in subject.framework.change_proposals:
        wanted = _LETTERS.get(proposal.state, "")
        version = proposal.version
        if version and (version != wanted if wanted else version.isalpha()):
            message = f"the version is `{version}`, but the state is `{proposal.state}`"
            yield Finding(proposal.key, ("version",), message, f"the version is {wanted or 'a number'} then")


RULE = Rule(
    ProblemKind("TF710", "proposal-version", Severity.WARNING, __doc__, "Change proposal form"), check
)

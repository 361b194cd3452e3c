"""The history of a change proposal takes a step that the process does not know, or does not end at its state.

Submitted, then assigned or rejected; assigned, then completed or cancelled; completed, then ballot; ballot, then final
text, or completed again after a significant change; final text, then integrated.

Wrong: a step from `submitted` to `final-text`

Right: every step as it was; `tf cp move` adds the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.change_proposal import next_states


def check(subject: Subject) -> Iterator[Finding]:
    """The steps one after the other; an editorial proposal may skip the ballot."""
    for proposal in subject.framework.change_proposals:
        steps = proposal.history
        for index, (before, step) in enumerate(pairwise(steps), 1):
            if step.state not in next_states(before.state, editorial=proposal.editorial):
                message = f"the state `{step.state}` does not follow `{before.state}`"
                following = next_states(before.state, editorial=proposal.editorial)
                hint = f"what may follow is {', '.join(following)}" if following else "nothing follows it"
                yield Finding(proposal.key, ("history", index, "state"), message, hint)
            elif before.date and step.date and step.date < before.date:
                message = f"`{step.date}` is before the step before it, {before.date}"
                yield Finding(proposal.key, ("history", index, "date"), message)
        if steps and steps[-1].state is not proposal.state:
            message = f"the state is `{proposal.state}`, but the history ends with `{steps[-1].state}`"
            yield Finding(proposal.key, ("state",), message)


RULE = Rule(
    ProblemKind("TF709", "proposal-history", Severity.ERROR, __doc__, "Change proposal process"), check
)

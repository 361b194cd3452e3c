"""Ballots on change proposals: votes, what became of the No votes, and whether a ballot is passed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from model.entity import Name, Value

Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A day as ``2026-04-16``, a quoted string."""

Resolution = Literal["vote-changed", "insignificant-change", "significant-change", "proposal-withdrawn"]
"""What became of a No vote: the voter changed it, the text was changed a little, or so much that a new ballot is
needed, or the proposal was withdrawn."""


class Vote(Value):
    """The vote of one organization."""

    organization: Name
    """Who votes."""
    vote: Literal["yes", "no", "abstain"]
    """How, when the ballot was closed."""
    comment: Name | None = None
    """What the organization says with it."""
    resolution: Resolution | None = None
    """For a No: what became of it; null while the committee works on it."""
    answer: Name | None = None
    """What the committee answers."""


class Outcome(StrEnum):
    """What a ballot has come to."""

    OPEN = "open"
    PASSED = "passed"
    REPEATED = "to be repeated"
    WITHDRAWN = "withdrawn"


class Ballot(Value):
    """One ballot on a proposal; a proposal whose text was changed significantly has another one."""

    ballot: Name
    """The name of the ballot in which it was bundled, such as ``ITI Ballot 58``."""
    opened: Day | None = None
    """The first day of voting."""
    closed: Day | None = None
    """The last day of voting; null while it is open."""
    votes: tuple[Vote, ...] = ()
    """The votes, one an organization."""

    @property
    def tally(self) -> tuple[int, int, int]:
        """How many voted yes, no and abstained."""
        counts = [sum(1 for vote in self.votes if vote.vote == kind) for kind in ("yes", "no", "abstain")]
        return counts[0], counts[1], counts[2]

    @property
    def outcome(self) -> Outcome:
        """Passed when it is closed, somebody voted, and every No was resolved without a significant change."""
        against = [vote.resolution for vote in self.votes if vote.vote == "no"]
        if "proposal-withdrawn" in against:
            return Outcome.WITHDRAWN
        if "significant-change" in against:
            return Outcome.REPEATED
        if self.closed is None or not self.votes or None in against:
            return Outcome.OPEN
        return Outcome.PASSED

"""Change proposals: numbered requests to change published text, from submission to integration."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from model.ballot import Ballot, Day
from model.change import Change, PlaceText
from model.entity import Entity, Name, Prose, Provenance, Value

PersonName = Annotated[str, Field(pattern=r"^[^@]*[^@\s][^@]*$")]
"""The name of a person, never with an e-mail address."""


class ProposalState(StrEnum):
    """Where a change proposal stands."""

    SUBMITTED = "submitted"
    ASSIGNED = "assigned"
    COMPLETED = "completed"
    BALLOT = "ballot"
    FINAL_TEXT = "final-text"
    INTEGRATED = "integrated"
    REJECTED = "rejected"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """The state as IHE prints it: ``Final Text``."""
        return self.value.replace("-", " ").title()

    @property
    def is_under_way(self) -> bool:
        """Whether the committee still works on it."""
        return self in (
            ProposalState.SUBMITTED,
            ProposalState.ASSIGNED,
            ProposalState.COMPLETED,
            ProposalState.BALLOT,
        )


_S = ProposalState
NEXT_STATES: dict[ProposalState, tuple[ProposalState, ...]] = {
    _S.SUBMITTED: (_S.ASSIGNED, _S.REJECTED),
    _S.ASSIGNED: (_S.COMPLETED, _S.CANCELLED),
    _S.COMPLETED: (_S.BALLOT, _S.ASSIGNED, _S.CANCELLED),
    _S.BALLOT: (_S.FINAL_TEXT, _S.COMPLETED, _S.CANCELLED),
    _S.FINAL_TEXT: (_S.INTEGRATED,),
    _S.INTEGRATED: (),
    _S.REJECTED: (_S.SUBMITTED,),
    _S.CANCELLED: (),
}
"""From each state, those that may follow. From a ballot it goes back to completed when the text was changed
significantly, and a rejected proposal may be submitted again."""

NEEDS_REASON = frozenset({_S.REJECTED, _S.CANCELLED})
"""States in which the archive has to say why."""


def next_states(state: ProposalState, *, editorial: bool = False) -> tuple[ProposalState, ...]:
    """The states that may follow; an editorial proposal may become final text without a ballot."""
    following = NEXT_STATES[state]
    is_ready = state in (_S.ASSIGNED, _S.COMPLETED)
    return (*following, _S.FINAL_TEXT) if editorial and is_ready else following


class Submitter(Value):
    """Who submitted a proposal. E-mail addresses are kept by the committee, not here, where all is published."""

    name: PersonName
    """The person's name."""
    organization: PersonName | None = None
    """The organization the person speaks for."""


class StateChange(Value):
    """One step in the life of a proposal."""

    state: ProposalState
    """The state it came to."""
    date: Day | None = None
    """The day, where known."""
    reason: Name | None = None
    """Why, in one sentence."""


class ChangeProposal(Entity):
    """A change proposal (CP) against final text or trial implementation documents."""

    kind_name: ClassVar[str] = "change_proposal"
    name_field: ClassVar[str] = "change_proposal"

    change_proposal: Annotated[str, Field(pattern=r"^CP-[A-Z]{2,8}-[0-9]+$")]
    """The id: CP, domain, number: ``CP-ITI-1206``. The number is given when it is accepted, and never again."""
    title: Name | None = None
    """One line on what it changes; null when it is not known here."""
    state: ProposalState
    """Where it stands."""
    version: Annotated[str, Field(pattern=r"^([0-9]{2}|FT|IN)$")] | None = None
    """The version in the name of its file, a quoted string: ``"00"``, ``"01"``, ... then ``FT`` and ``IN``."""
    editorial: StrictBool = False
    """Whether it changes words only, so that it may become final text without a ballot."""
    updated: Day | None = None
    """The day of the last update, a quoted string."""
    assigned_to: PersonName | None = None
    """Who works it out; a name without an e-mail address."""
    submitters: tuple[Submitter, ...] = ()
    """Who submitted it."""
    submitted: Day | None = None
    """The day on which it was submitted, a quoted string."""
    profiles: tuple[Name, ...] = ()
    """The profiles affected, by acronym."""
    actors: tuple[Name, ...] = ()
    """The actors affected; none for an editorial change."""
    documents: tuple[Name, ...] = ()
    """The volume or supplement modified, with its revision: ``PMIR TI Supp, Rev 1.1 Dec 2019``."""
    sections: tuple[PlaceText, ...] = ()
    """The sections affected beside those of ``changes``, as they are cited: ``ITI TF-2: 3.93.4.1.3``."""
    rationale: Prose | None = None
    """The problem, and why the change mends it."""
    changes: tuple[Change, ...] = ()
    """The changes themselves."""
    ballots: tuple[Ballot, ...] = ()
    """The ballots, first to last."""
    integrated_in: Name | None = None
    """The document and revision that carries it: ``ITI TF-2, Revision 17.0``."""
    reason: Name | None = None
    """Why it was rejected or cancelled: duplicate, merged, withdrawn, not enough information, out of scope, ..."""
    history: tuple[StateChange, ...] = ()
    """The steps of its life as far as they are recorded, first to last."""
    unknown: tuple[Literal["title", "rationale", "changes", "ballots"], ...] = ()
    """What is not publicly known of it, so that *none* is not claimed."""
    provenance: Provenance = Provenance()
    """Where it was read."""

    @property
    def domain(self) -> str:
        """The code of its domain: ``ITI`` for CP-ITI-1206."""
        return self.change_proposal.split("-")[1]

    @property
    def number(self) -> int:
        """The number alone."""
        return int(self.change_proposal.rpartition("-")[2])

    @property
    def heading(self) -> str:
        """Id and title."""
        return f"{self.change_proposal}: {self.title}" if self.title else self.change_proposal

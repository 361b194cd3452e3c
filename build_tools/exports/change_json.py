"""Changes to published text, and change proposals, as the JSON export writes them; people are not named in it."""

from __future__ import annotations

from build_tools.exports.entity_json import Data, provenance_data
from build_tools.outline import Places
from build_tools.outline.changes import changed_place
from model.ballot import Ballot
from model.change import Change
from model.change_proposal import ChangeProposal


def change_data(places: Places, change: Change) -> Data:
    """One change with the address of what it changes; its text as it is written, marks included."""
    target = change.target
    place = changed_place(places, target)
    return {
        "document": target.document,
        "place": {"kind": target.kind, "number": target.number, "address": str(place) if place else None},
        "kind": change.kind,
        "new_section": change.new_section,
        "title": change.title,
        "instruction": change.instruction,
        "text": change.text,
    }


def proposal_data(places: Places, proposal: ChangeProposal) -> Data:
    """Everything about a change proposal but the names of persons."""
    return {
        "change_proposal": proposal.change_proposal,
        "domain": proposal.domain,
        "title": proposal.title,
        "state": proposal.state.value,
        "version": proposal.version,
        "editorial": proposal.editorial,
        "updated": proposal.updated,
        "submitted": proposal.submitted,
        "profiles": list(proposal.profiles),
        "actors": list(proposal.actors),
        "documents": list(proposal.documents),
        "sections": list(proposal.sections),
        "rationale": (proposal.rationale or "").strip() or None,
        "changes": [change_data(places, change) for change in proposal.changes],
        "ballots": [_ballot(ballot) for ballot in proposal.ballots],
        "integrated_in": proposal.integrated_in,
        "reason": proposal.reason,
        "unknown": list(proposal.unknown),
        "provenance": provenance_data(proposal.provenance),
        "page": places.page(proposal.key),
    }


def _ballot(ballot: Ballot) -> Data:
    return {
        "ballot": ballot.ballot,
        "opened": ballot.opened,
        "closed": ballot.closed,
        "outcome": ballot.outcome.value,
        "votes": [
            {
                "organization": vote.organization,
                "vote": vote.vote,
                "comment": vote.comment,
                "resolution": vote.resolution,
                "answer": vote.answer,
            }
            for vote in ballot.votes
        ],
    }

"""A change proposal in its next state: the edits of its file, with comments and layout left as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.editing.edits import Edit
from build_tools.editing.insertion import insert_item
from build_tools.reading.yaml_source import YamlSource
from model.ballot import Outcome
from model.change_proposal import NEEDS_REASON, ChangeProposal, ProposalState, next_states

_LETTERS = {ProposalState.FINAL_TEXT: "FT", ProposalState.INTEGRATED: "IN"}


@dataclass(frozen=True)
class Move:
    """A step in the life of a proposal."""

    state: ProposalState
    """The state it comes to."""
    date: str
    """The day, as ``2026-04-16``."""
    reason: str = ""
    integrated_in: str = ""
    """Document and revision, when it is integrated."""


def refusal(proposal: ChangeProposal, move: Move) -> str:
    """Why the step cannot be taken, or an empty text."""
    following = next_states(proposal.state, editorial=proposal.editorial)
    if move.state not in following:
        what = f"what may follow is {', '.join(following)}" if following else "nothing follows it"
        return f"{proposal.change_proposal} is {proposal.state}; {what}"
    if move.state in NEEDS_REASON and not move.reason:
        return f"say why it is {move.state}: --reason TEXT"
    if move.state is ProposalState.INTEGRATED and not move.integrated_in:
        return 'name the revision that carries it: --in "ITI TF-2, Revision 17.0"'
    needs_ballot = move.state is ProposalState.FINAL_TEXT and not proposal.editorial
    if needs_ballot and "ballots" not in proposal.unknown:
        outcome = proposal.ballots[-1].outcome if proposal.ballots else None
        if outcome is not Outcome.PASSED:
            return f"the last ballot is {outcome}" if outcome else "no ballot is recorded; add it to ballots"
    return ""


def moved(source: YamlSource, proposal: ChangeProposal, move: Move) -> tuple[Edit, ...]:
    """The edits of the proposal's file; the step is added to its history."""
    fields = {"state": move.state.value, "updated": _text(move.date)}
    if letters := _LETTERS.get(move.state):
        fields["version"] = letters
    if move.integrated_in:
        fields["integrated_in"] = _text(move.integrated_in)
    if move.state in NEEDS_REASON:
        fields["reason"] = _text(move.reason)
    step = {
        "state": move.state.value,
        "date": _text(move.date),
        "reason": _text(move.reason) if move.reason else "",
    }
    item = ", ".join(f"{name}: {value}" for name, value in step.items() if value)
    return (
        *_set(source, fields),
        *_unset(source, proposal),
        insert_item(source, ("history",), f"{{{item}}}"),
    )


def _set(source: YamlSource, fields: dict[str, str]) -> Iterator[Edit]:
    """Each field with its value, in its place; those that are not written yet come after the state."""
    added = ""
    for name, value in fields.items():
        span = _span(source, name)
        if span:
            yield Edit(source.path, *span, value)
        elif name != "version":
            added += f"{name}: {value}\n"
    if added:
        at = _line_end(source.text, (_span(source, "state") or (0, 0))[1])
        yield Edit(source.path, at, at, added)


def _unset(source: YamlSource, proposal: ChangeProposal) -> Iterator[Edit]:
    """The reason of a rejected proposal goes when it is submitted again; its history keeps it."""
    span = _span(source, "reason") if proposal.state in NEEDS_REASON else None
    if span:
        start = source.text.rfind("\n", 0, span[0]) + 1
        yield Edit(source.path, start, _line_end(source.text, span[1]), "")


def _span(source: YamlSource, field: str) -> tuple[int, int] | None:
    """The first and last character of a field's value, when the field is written."""
    return source.places.span((field,)) if field in source.data else None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

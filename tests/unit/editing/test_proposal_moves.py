"""The steps of a change proposal: what may follow what, and the edits of its file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.editing.edits import apply_edits
from build_tools.editing.proposal_moves import Move, moved, refusal
from build_tools.reading.read_yaml import read_yaml
from build_tools.reading.yaml_source import YamlSource
from model.change_proposal import NEXT_STATES, ChangeProposal, ProposalState, next_states

FILE = """\
# kept by the committee
change_proposal: CP-DOM-7
title: Say it   # in one line
state: submitted   # where it stands
version: "00"
editorial: true
changes: []
rationale: |
  It is not said.

# the ballots follow
ballots: []
"""


def read(text: str) -> tuple[YamlSource, ChangeProposal]:
    """The file and the proposal in it."""
    source = read_yaml("cp.yaml", text)
    assert source.problems == ()
    return source, ChangeProposal.model_validate(source.data)


def after(text: str, move: Move) -> str:
    """The file after a step that is not refused."""
    source, proposal = read(text)
    assert refusal(proposal, move) == ""
    return apply_edits({"cp.yaml": text}, moved(source, proposal, move))["cp.yaml"]


def step(state: str, **fields: str) -> Move:
    """A step on some day."""
    return Move(ProposalState(state), "2026-04-16", **fields)


def test_a_step_changes_the_state_and_is_added_to_the_history() -> None:
    """Everything else stays: comments, layout, order."""
    assert (
        after(FILE, step("assigned"))
        == FILE.replace("state: submitted ", "state: assigned ").replace(
            "where it stands\n", 'where it stands\nupdated: "2026-04-16"\n'
        )
        + '\nhistory:\n  - {state: assigned, date: "2026-04-16"}\n'
    )


def test_a_rejected_proposal_may_be_submitted_again() -> None:
    """Its reason stands in the file while it is rejected, and in the history ever after."""
    rejected = after(FILE, step("rejected", reason='no "reason" given'))
    assert read(rejected)[1].reason == 'no "reason" given'
    again = read(after(rejected, step("submitted")))[1]
    assert (again.state, again.reason) == (ProposalState.SUBMITTED, None)
    assert [(one.state.value, one.reason) for one in again.history] == [
        ("rejected", 'no "reason" given'),
        ("submitted", None),
    ]


@pytest.mark.parametrize(
    ("state", "fields", "words"),
    [
        ("ballot", {}, "CP-DOM-7 is submitted; what may follow is assigned, rejected"),
        ("rejected", {}, "say why it is rejected: --reason TEXT"),
    ],
)
def test_what_the_process_forbids_is_refused(state: str, fields: dict[str, str], words: str) -> None:
    """The refusal says what may follow, or what is missing."""
    assert refusal(read(FILE)[1], step(state, **fields)) == words


@pytest.mark.parametrize(
    ("ballots", "words"),
    [
        ("[]", "no ballot is recorded; add it to ballots"),
        ("[{ballot: B, votes: [{organization: O, vote: yes}]}]", "the last ballot is open"),
        ('[{ballot: B, closed: "2026-01-02", votes: [{organization: O, vote: yes}]}]', ""),
        (
            '[{ballot: B, closed: "2026-01-02", votes: [{organization: O, vote: no}]}]',
            "the last ballot is open",
        ),
        (
            '[{ballot: B, closed: "2026-01-02", votes: [{organization: O, vote: no, resolution: vote-changed}]}]',
            "",
        ),
        (
            '[{ballot: B, closed: "2026-01-02", votes: [{organization: O, vote: no, resolution: significant-change}]}]',
            "the last ballot is to be repeated",
        ),
    ],
)
def test_final_text_needs_a_passed_ballot(ballots: str, words: str) -> None:
    """Every No is resolved without a significant change; a closed ballot alone is not enough."""
    text = FILE.replace("state: submitted", "state: ballot").replace("editorial: true", "editorial: false")
    assert refusal(read(text.replace("ballots: []", f"ballots: {ballots}"))[1], step("final-text")) == words


def test_every_state_can_be_reached_and_two_are_the_end() -> None:
    """From submission every state can be reached; integrated and cancelled are final."""
    reached, waiting = set(), [ProposalState.SUBMITTED]
    while waiting:
        state = waiting.pop()
        reached.add(state)
        waiting += [following for following in NEXT_STATES[state] if following not in reached]
    assert reached == set(ProposalState)
    assert {state for state in ProposalState if not next_states(state)} == {
        ProposalState.INTEGRATED,
        ProposalState.CANCELLED,
    }


@given(st.lists(st.integers(0, 9), max_size=12))
def test_any_walk_leaves_a_file_that_tells_it(choices: Sequence[int]) -> None:
    """Whatever steps are taken, the history has them in order and the comments are still there."""
    text, walked = FILE, []
    for choice in choices:
        proposal = read(text)[1]
        following = next_states(proposal.state, editorial=True)
        if not following:
            break
        state = following[choice % len(following)]
        text = after(text, step(state.value, reason="so", integrated_in="DOM TF-2, Revision 3.0"))
        walked.append(state)
    proposal = read(text)[1]
    assert [one.state for one in proposal.history] == walked
    assert proposal.state is (walked[-1] if walked else ProposalState.SUBMITTED)
    assert all(comment in text for comment in ("# kept by", "# in one line", "# where it", "# the ballots"))

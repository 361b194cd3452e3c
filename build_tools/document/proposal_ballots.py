"""The ballots on a change proposal: every vote, what became of the No votes, and the outcome."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import Block, Cell, Paragraph, Row, Section, Table
from build_tools.document.sections import fixed_phrase, line
from build_tools.outline import slug
from model.ballot import Ballot, Vote
from model.change_proposal import ChangeProposal

_COLUMNS = ("Organization", "Vote", "Comment", "Resolution")


def tally(ballot: Ballot) -> str:
    """``3 yes, 1 no, 0 abstain: passed``; the outcome alone while no vote is recorded."""
    yes, no, abstain = ballot.tally
    return f"{yes} yes, {no} no, {abstain} abstain: {ballot.outcome}" if ballot.votes else str(ballot.outcome)


def ballots_section(proposal: ChangeProposal) -> Iterator[Section]:
    """All ballots, or that they are not known."""
    if proposal.ballots:
        inner = tuple(_ballot(ballot, number) for number, ballot in enumerate(proposal.ballots, 1))
        yield Section("", "Ballots", "ballots", inner)
    elif "ballots" in proposal.unknown:
        yield Section("", "Ballots", "ballots", (fixed_phrase("Not publicly known to this project."),))


def _ballot(ballot: Ballot, number: int) -> Section:
    days = " to ".join(filter(None, (ballot.opened, ballot.closed)))
    opened = "" if ballot.closed else " (open)"
    blocks: list[Block] = [Paragraph((f"{f'{days}{opened}. ' if days else ''}Result: {tally(ballot)}.",))]
    if ballot.votes:
        rows = tuple(map(_row, ballot.votes))
        blocks.append(Table(_COLUMNS, rows, f"Votes in {ballot.ballot}", f"votes-{number}", "votes"))
    return Section("", ballot.ballot, f"ballot-{number}-{slug(ballot.ballot)}", tuple(blocks))


def _row(vote: Vote) -> Row:
    resolution = (vote.resolution or "").replace("-", " ").capitalize()
    answer = ". ".join(filter(None, (resolution, vote.answer)))
    head = Cell((vote.organization,), heads="row")
    return Row((head, line(vote.vote.capitalize()), line(vote.comment or "--"), line(answer or "--")))

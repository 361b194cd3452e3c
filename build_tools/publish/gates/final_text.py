"""The gate to final text."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.publish.gates.gate import Asked, GateItem, of_every_stage, placeholders
from model.document import CommitteeVote
from model.final_text import QUESTIONS
from model.life_cycle import DocumentStage


def final_text(asked: Asked) -> Iterator[GateItem]:
    """The committees' checklist is answered with evidence, and their votes are recorded.

    A volume takes in what has passed this gate before; it needs final numbers and no more.
    """
    yield from of_every_stage(asked)
    yield from placeholders(asked) if asked.document.kind != "general-introduction" else ()
    if asked.document.kind in ("volume", "general-introduction"):
        return
    written = asked.document.written
    for question in QUESTIONS:
        answer = written.final_text.get(question.id) if written else None  # type: ignore[call-overload]
        asks = f"{question.text} ({question.id}, {question.asked_by} committee)"
        if answer is None:
            yield GateItem(asks, holds=False, evidence="not answered")
        else:
            more = f"; discussed: {answer.discussion}" if answer.discussion else ""
            yield GateItem(asks, answer.holds, f"{answer.answer}: {answer.evidence}{more}")
    yield from _votes(written.votes if written else ())


def _votes(votes: tuple[CommitteeVote, ...]) -> Iterator[GateItem]:
    """The technical committee proposes, the planning committee decides."""
    cast = [vote for vote in votes if vote.stage is DocumentStage.FINAL_TEXT]
    for committee in ("Technical", "Planning"):
        mine = [vote for vote in cast if committee.casefold() in vote.committee.casefold()]
        passed = [vote for vote in mine if vote.passed]
        evidence = "; ".join(_in_words(vote) for vote in (passed or mine)) or "no vote is recorded"
        yield GateItem(f"the {committee} Committee voted for it", bool(passed), evidence)


def _in_words(vote: CommitteeVote) -> str:
    minutes = f", {vote.minutes}" if vote.minutes else ""
    outcome = "passed" if vote.passed else "not passed"
    return f"{vote.date}: {vote.yes} yes, {vote.no} no, {vote.abstain} abstained, {outcome}{minutes}"

"""Interaction diagrams: the messages of a transaction, or what is known of it while they are not written."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.diagrams.diagram import DiagramKind, DiagramRequest
from build_tools.diagrams.sequences.lanes import Head, Lane, Step
from build_tools.diagrams.sequences.sequence import SequenceSketch
from build_tools.diagrams.wording import listed
from model.entity import Key
from model.framework import Framework
from model.transaction import Transaction

MOST_HEADS = 5
"""More actors than these in one lane are counted, not drawn; the sentences name them all."""


def _requests(framework: Framework) -> Iterator[DiagramRequest]:
    for transaction in framework.transactions:
        if transaction.messages or transaction.roles:
            yield DiagramRequest("interaction", f"interaction-{transaction.transaction}", transaction.key)


def _sketch(framework: Framework, request: DiagramRequest) -> SequenceSketch:
    transaction = framework.transaction(request.key.name)
    if transaction is None:
        raise LookupError(f"there is no transaction {request.key.name}")
    title = f"{transaction.title} Interaction Diagram"
    if transaction.messages:
        return _of_messages(request.name, title, transaction)
    return _of_roles(request.name, title, transaction)


def _of_messages(name: str, title: str, transaction: Transaction) -> SequenceSketch:
    taking_part = [actor for message in transaction.messages for actor in (message.sender, message.receiver)]
    actors = [role.actor for role in transaction.roles if role.actor in taking_part]
    actors = list(dict.fromkeys([*actors, *taking_part]))
    steps = []
    sentences = []
    for message in transaction.messages:
        start, end = actors.index(message.sender), actors.index(message.receiver)
        kind = "loop" if start == end else "response" if message.is_response else "message"
        steps.append(Step(kind, start, end, message.message))
        answer = " in response" if message.is_response else ""
        sentences.append(f"{message.sender} sends {message.message} to {message.receiver}{answer}.")
    lanes = tuple(_lane([actor]) for actor in actors)
    return SequenceSketch(name, title, lanes, tuple(steps), tuple(sentences))


def _of_roles(name: str, title: str, transaction: Transaction) -> SequenceSketch:
    """One arrow from those who start the transaction to those who answer it."""
    starting = _actors(transaction, "initiator")
    answering = _actors(transaction, "responder", "receiver")
    performing = _actors(transaction, "performer")
    unclear = _actors(transaction, None)
    performing = performing or (starting or answering or unclear if transaction.behaviour else [])
    label = transaction.title
    if performing:
        lanes, step = (_lane(performing),), Step("loop", 0, 0, label)
        text = f"{listed(performing, 'or')} performs {label}."
    elif starting or answering:
        lanes, step, text = _between(starting, answering, unclear, label)
    else:
        lanes = tuple(_lane([actor]) for actor in unclear[:1]) + tuple(_lane(unclear[1:]) for _ in unclear[1:2])
        step = Step("line" if len(lanes) > 1 else "loop", 0, len(lanes) - 1, label)
        text = f"{listed(unclear)} take part in {label}; who starts it is not stated."
        text = text if len(unclear) > 1 else f"{unclear[0]} takes part in {label}; in which role is not stated."
    return SequenceSketch(name, title, lanes, (step,), (text,))


def _between(
    starting: list[str], answering: list[str], unclear: list[str], label: str
) -> tuple[tuple[Lane, ...], Step, str]:
    """The lanes, the arrow and the sentence when at least one side is known."""
    left = _lane(starting or unclear) if starting or unclear else _unknown_lane("Initiator")
    right = _lane(answering or unclear) if answering or unclear else _unknown_lane("Responder")
    starter = listed(starting or unclear, "or") or "An actor that is not stated"
    answerer = listed(answering or unclear, "or") or "an actor that is not stated"
    step = Step("message" if starting and answering or not unclear else "line", 0, 1, label)
    return (left, right), step, f"{starter} initiates {label}; {answerer} responds."


def _actors(transaction: Transaction, *directions: str | None) -> list[str]:
    return list(dict.fromkeys(role.actor for role in transaction.roles if role.role in directions))


def _lane(actors: list[str]) -> Lane:
    if len(actors) <= MOST_HEADS:
        return Lane(tuple(Head(actor, Key("actor", actor)) for actor in actors))
    shown = actors[: MOST_HEADS - 1]
    rest = Head(f"and {len(actors) - len(shown)} other actors", None, "actor other")
    return Lane((*_lane(shown).heads, rest))


def _unknown_lane(role: str) -> Lane:
    return Lane((Head(f"{role} not stated", None, "actor other"),))


INTERACTION = DiagramKind("interaction", _requests, _sketch)

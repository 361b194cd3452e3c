"""Interaction diagrams: the messages of a transaction, or what is known of it while they are not written."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.diagrams.diagram import DiagramKind, DiagramRequest
from build_tools.diagrams.sequences.lanes import Head, Lane, Step
from build_tools.diagrams.sequences.sequence import SequenceSketch
from build_tools.diagrams.wording import listed
from model.entity import Key
from model.framework import Framework
from model.transaction import Message, Transaction

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
    groups = _both_sides(transaction) or _alternatives(transaction)
    steps = tuple(_step(message, groups) for message in transaction.messages)
    sentences = tuple(_sentence(message) for message in transaction.messages)
    return SequenceSketch(name, title, tuple(_lane(group) for group in groups), steps, sentences)


def _sentence(message: Message) -> str:
    senders = listed(message.senders, "or")
    if not message.receivers:
        return f"{senders} performs {message.message}."
    response = " in response" if message.is_response else ""
    return f"{senders} sends {message.message} to {listed(message.receivers, 'or')}{response}."


def _alternatives(transaction: Transaction) -> list[list[str]]:
    """The actors of the messages in the order of the roles; those that stand in for each other share a lane."""
    sides = [side for message in transaction.messages for side in (message.senders, message.receivers)]
    taking_part = dict.fromkeys(actor for side in sides for actor in side)
    in_order = dict.fromkeys([*(r.actor for r in transaction.roles if r.actor in taking_part), *taking_part])
    groups: list[list[str]] = []
    for actor in in_order:
        beside = {other for side in sides if actor in side for other in side}
        group = next((group for group in groups if beside.intersection(group)), None)
        if group is None:
            groups.append([actor])
        else:
            group.append(actor)
    return groups


def _both_sides(transaction: Transaction) -> list[list[str]]:
    """Two lanes when any actor of the transaction may stand on either side, as Secure Nodes do; otherwise nothing."""
    sides = [list(side) for message in transaction.messages for side in (message.senders, message.receivers)]
    return sides[:2] if len(sides[0]) > 1 and all(side == sides[0] for side in sides) else []


def _step(message: Message, groups: list[list[str]]) -> Step:
    if groups[0] == groups[-1] and len(groups) == 2:
        start, end = (1, 0) if message.is_response else (0, 1)
        return Step("response" if message.is_response else "message", start, end, message.message)
    start, end = (
        next(i for i, group in enumerate(groups) if side[0] in group)
        for side in (message.senders, message.receivers or message.senders)
    )
    if start == end:
        return Step("loop", start, end, message.message)
    return Step("response" if message.is_response else "message", start, end, message.message)


def _of_roles(name: str, title: str, transaction: Transaction) -> SequenceSketch:
    """One arrow from those who start the transaction to those who answer it."""
    starting = _actors(transaction, "initiator")
    answering = _actors(transaction, "responder", "receiver")
    unclear = _actors(transaction, None)
    performing = _actors(transaction, "performer")
    if transaction.behaviour:
        performing = _actors(transaction, "performer", "initiator", "responder", "receiver", None)
    if performing:
        step = Step("loop", 0, 0, transaction.title)
        text = f"{listed(performing, 'or')} performs {transaction.title}."
        return SequenceSketch(name, title, (_lane(performing),), (step,), (text,))
    if starting or answering:
        return _between(name, title, transaction.title, (starting, answering, unclear))
    return _unclear(name, title, transaction.title, unclear)


def _between(
    name: str, title: str, label: str, actors: tuple[list[str], list[str], list[str]]
) -> SequenceSketch:
    """Two lanes, of which at least one side is known; actors of unknown side stand where nobody else does."""
    starting, answering, unclear = actors
    left = _lane(starting or unclear) if starting or unclear else _unknown_lane("Initiator")
    right = _lane(answering or unclear) if answering or unclear else _unknown_lane("Responder")
    is_clear = bool(starting and answering) or not unclear
    parts = [
        f"{listed(starting, 'or')} initiates {label}" if starting else f"Who initiates {label} is not stated"
    ]
    if unclear:
        parts.append(f"{listed(unclear)} also {'take' if len(unclear) > 1 else 'takes'} part")
    parts.append(f"{listed(answering, 'or')} responds" if answering else "who responds is not stated")
    step = Step("message" if is_clear else "line", 0, 1, label)
    return SequenceSketch(name, title, (left, right), (step,), ("; ".join(parts) + ".",))


def _unclear(name: str, title: str, label: str, actors: list[str]) -> SequenceSketch:
    """The first actor and the others with a line between them, because no side is stated."""
    if len(actors) == 1:
        text = f"{actors[0]} takes part in {label}; in which role is not stated."
        return SequenceSketch(name, title, (_lane(actors),), (Step("note", 0, 0, label),), (text,))
    text = f"{listed(actors)} take part in {label}; who initiates it is not stated."
    lanes = (_lane(actors[:1]), _lane(actors[1:]))
    return SequenceSketch(name, title, lanes, (Step("line", 0, 1, label),), (text,))


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

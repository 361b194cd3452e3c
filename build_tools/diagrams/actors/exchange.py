"""Who exchanges what in a profile: the pairs of actors behind an actor diagram."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from model.framework import Framework
from model.profile import Profile, ProfileActor, TransactionUse
from model.transaction import Transaction

MOST_OUTSIDERS = 3
"""More actors of other profiles than these at one far end are drawn as one box."""


@dataclass(frozen=True)
class Party:
    """One box of the diagram."""

    actor: str
    profile: str | None = None
    """None for an actor of the profile itself, else the other profile, empty when any may be meant."""
    members: tuple[str, ...] = ()
    """The actors a combined box stands for."""


@dataclass(frozen=True)
class Exchange:
    """One transaction between two parties."""

    transaction: str
    start: Party
    end: Party | None
    """None when nobody is known to be there."""
    start_initiates: bool | None = True
    """False when the transaction comes from the unknown far end, None when the direction is not stated."""


@dataclass(frozen=True)
class Exchanges:
    """Everything that the actors of a profile exchange or perform."""

    between: tuple[Exchange, ...]
    performed: tuple[tuple[str, str], ...]
    """Actor and transaction: behaviour, which has no far end."""
    among_themselves: tuple[tuple[str, str], ...]
    """Actor and transaction: exchanged between several systems that are the same actor."""


@dataclass(frozen=True)
class _Seat:
    """An actor of the profile in one transaction."""

    actor: ProfileActor
    use: TransactionUse
    sides: frozenset[str]

    @property
    def party(self) -> Party:
        return Party(self.actor.actor)


def exchanges(framework: Framework, profile: Profile) -> Exchanges:
    """Find the pairs of every transaction of a profile, in the order of its table of actors."""
    between: list[Exchange] = []
    performed: list[tuple[str, str]] = []
    alike: list[tuple[str, str]] = []
    for name, seats in _seats(framework, profile).items():
        performed.extend((seat.actor.actor, name) for seat in seats if "performer" in seat.sides)
        found = [*_pairs(name, seats), *_undirected(name, seats)]
        for seat in seats:
            if not any(seat.party in (exchange.start, exchange.end) for exchange in found):
                outside = list(_outside(framework, profile, name, seat))
                between.extend(outside)
                if not outside and seat.sides >= {"initiator", "responder"}:
                    alike.append((seat.actor.actor, name))
        between.extend(found)
    order = {name: row for row, name in enumerate(_seats(framework, profile))}
    between.sort(key=lambda exchange: order[exchange.transaction])
    return Exchanges(tuple(dict.fromkeys(between)), _once(performed), _once(alike))


def _once(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(rows))


def _seats(framework: Framework, profile: Profile) -> dict[str, list[_Seat]]:
    """For each transaction of the profile, its actors with the sides they take."""
    found: dict[str, dict[str, _Seat]] = {}
    for actor in profile.actors:
        for use in actor.transactions:
            sides = _sides(framework, actor.actor, use)
            rows = found.setdefault(use.transaction, {})
            before = rows.get(actor.actor)
            rows[actor.actor] = _Seat(
                actor, before.use if before else use, sides | (before.sides if before else sides)
            )
    return {name: list(rows.values()) for name, rows in found.items()}


def _sides(framework: Framework, actor: str, use: TransactionUse) -> frozenset[str]:
    """``initiator``, ``responder``, ``performer``; empty when no side is stated."""
    transaction = framework.transaction(use.transaction)
    directions: Iterable[str] = (use.direction,) if use.direction else ()
    if transaction is not None and not directions:
        directions = next(
            filter(None, (transaction.directions(name) for name in _names(framework, actor))), ()
        )
        if transaction.behaviour:
            directions = ("performer",)
    return frozenset("responder" if direction == "receiver" else direction for direction in directions)


def _names(framework: Framework, actor: str) -> tuple[str, ...]:
    """The name of an actor and those under which a transaction may list it."""
    known = framework.actor(actor)
    return (actor, *filter(None, (known.same_as, known.refines, *known.combines))) if known else (actor,)


def _pairs(name: str, seats: list[_Seat]) -> Iterable[Exchange]:
    """One exchange for each initiator with each responder."""
    for start in seats:
        for end in seats:
            if "initiator" in start.sides and "responder" in end.sides and start.party != end.party:
                yield Exchange(name, start.party, end.party)


def _undirected(name: str, seats: list[_Seat]) -> Iterable[Exchange]:
    """Exchanges of actors whose side nobody stated: with those who answer, else those who start, else each other."""
    unclear = [seat for seat in seats if not seat.sides]
    clear = [seat for side in ("responder", "initiator") for seat in seats if side in seat.sides]
    partners = [seat for seat in clear if "responder" in seat.sides] or clear
    for row, start in enumerate(unclear):
        for end in partners or unclear[row + 1 :]:
            yield Exchange(name, start.party, end.party, start_initiates=None)


def _outside(framework: Framework, profile: Profile, name: str, seat: _Seat) -> Iterable[Exchange]:
    """Exchanges with actors of other profiles, for an actor that finds nobody in its own."""
    both = seat.sides >= {"initiator", "responder"}
    if "performer" in seat.sides:
        return
    parties = _counterparts(profile, seat) or _other_roles(framework, name, seat)
    initiates = None if both or not seat.sides else "initiator" in seat.sides
    for party in parties:
        if initiates is False:
            yield Exchange(name, party, seat.party)
        else:
            yield Exchange(name, seat.party, party, start_initiates=initiates)
    if not parties and not both:
        yield Exchange(name, seat.party, None, start_initiates=initiates)


def _counterparts(profile: Profile, seat: _Seat) -> list[Party]:
    counterparts = [
        use.counterpart
        for use in seat.actor.transactions
        if use.transaction == seat.use.transaction and use.counterpart
    ]
    return [
        Party(far.actor, None if far.profile == profile.profile else far.profile)
        for far in dict.fromkeys(counterparts)
    ]


def _other_roles(framework: Framework, name: str, seat: _Seat) -> list[Party]:
    """The actors that take the other side of the transaction in other profiles."""
    transaction = framework.transaction(name)
    if transaction is None or not seat.sides:
        return []
    side = "responder" if "initiator" in seat.sides else "initiator"
    names = _names_on(transaction, side, {seat.actor.actor, *_names(framework, seat.actor.actor)})
    if len(names) <= MOST_OUTSIDERS:
        return [Party(other, "") for other in names]
    return [Party(f"{side.title()} of {name} (any)", "", tuple(names))]


def _names_on(transaction: Transaction, side: str, without: set[str]) -> list[str]:
    directions = ("initiator",) if side == "initiator" else ("responder", "receiver")
    names = (role.actor for role in transaction.roles if role.role in directions)
    return [name for name in dict.fromkeys(names) if name not in without]

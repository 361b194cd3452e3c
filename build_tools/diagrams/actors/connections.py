"""The lines of an actor diagram: each runs from box to box through a label with all it carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from build_tools.diagrams.actors.content_exchange import ContentExchange
from build_tools.diagrams.actors.exchange import Exchange, Party

Sense = Literal["forward", "backward", "both", "none", "loop"]
"""Which way something goes between the first and the second party of a pair; a loop comes back to the first."""

_TURNED: dict[Sense, Sense] = {"forward": "backward", "backward": "forward", "both": "both", "none": "none"}


@dataclass(frozen=True)
class Pair:
    """Two parties and what goes between them."""

    first: Party
    second: Party
    transactions: tuple[tuple[str, Sense], ...]

    def seen_from(self, party: Party) -> tuple[Party, tuple[tuple[str, Sense], ...]]:
        """The other party and the transactions, as this party sees them."""
        if party == self.first:
            return self.second, self.transactions
        return self.first, tuple((name, _TURNED[sense]) for name, sense in self.transactions)

    def weight(self, *senses: Sense) -> int:
        """How many transactions go in one of these senses."""
        return sum(sense in senses for _, sense in self.transactions)


@dataclass
class _Collected:
    first: Party
    second: Party
    senses: dict[str, Sense] = field(default_factory=dict)

    def add(self, exchange: Exchange) -> None:
        forward: Sense = "forward" if exchange.start_initiates else "backward"
        sense: Sense = "none" if exchange.start_initiates is None else forward
        if exchange.start != self.first:
            sense = _TURNED[sense]
        before = self.senses.get(exchange.transaction, sense)
        self.senses[exchange.transaction] = sense if before == sense else "both"


def pairs(exchanges: Iterable[Exchange]) -> tuple[Pair, ...]:
    """All exchanges between the same two known parties together, with transactions of one sense in sequence."""
    found: dict[frozenset[Party], _Collected] = {}
    for exchange in exchanges:
        if exchange.end is not None:
            both = frozenset((exchange.start, exchange.end))
            found.setdefault(both, _Collected(exchange.start, exchange.end)).add(exchange)
    order: tuple[Sense, ...] = ("forward", "both", "none", "backward")
    return tuple(
        Pair(one.first, one.second, tuple(sorted(one.senses.items(), key=lambda item: order.index(item[1]))))
        for one in found.values()
    )


def doings(pairs: Sequence[Pair], content: Sequence[ContentExchange]) -> dict[Party, frozenset[object]]:
    """For each party everything it exchanges, equal for parties that exchange the same with the same others."""
    found: dict[Party, set[object]] = {}
    for pair in pairs:
        for party in (pair.first, pair.second):
            other, transactions = pair.seen_from(party)
            found.setdefault(party, set()).update((other, *transaction) for transaction in transactions)
    for one in content:
        for side in (one.makers, one.readers, one.others):
            for party in side:
                found.setdefault(party, set()).add((one.modules, side is one.makers, side is one.readers))
    return {party: frozenset(what) for party, what in found.items()}

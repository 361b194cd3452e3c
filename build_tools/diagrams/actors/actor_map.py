"""The content of an actor diagram: boxes, the lines between them and what each line carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.diagrams.actors.boxes import Box, boxes
from build_tools.diagrams.actors.connections import Pair, Sense, doings, pairs
from build_tools.diagrams.actors.content_exchange import ContentExchange, content_exchanges
from build_tools.diagrams.actors.exchange import Exchange, Exchanges, Party, exchanges
from build_tools.diagrams.ranking import ranking
from build_tools.diagrams.wording import transaction_title
from model.entity import Key
from model.framework import Framework
from model.profile import Profile

CONTENT_WEIGHT = 100
"""Content always runs forward, whatever transactions run back."""


@dataclass(frozen=True)
class End:
    """Where a line meets a box."""

    box: int
    cell: int | None = None
    """The cell of a joined box; None for the whole box."""
    arrow_here: bool = False
    """An arrowhead at the box."""
    arrow_at_label: bool = False
    """An arrowhead where the line reaches the label."""


@dataclass(frozen=True)
class Entry:
    """One transaction or content module on a label or in a box."""

    text: str
    key: Key
    sense: Sense


@dataclass(frozen=True)
class Connection:
    """A label with the lines that lead to it from the left and from the right."""

    tails: tuple[End, ...]
    heads: tuple[End, ...]
    entries: tuple[Entry, ...]
    is_content: bool = False


@dataclass(frozen=True)
class ActorMap:
    """Everything an actor diagram shows, before anything has a place."""

    boxes: tuple[Box, ...]
    connections: tuple[Connection, ...]
    inside: dict[Party, tuple[Entry, ...]]
    """What an actor does without a far end, written into its box."""


def actor_map(framework: Framework, profile: Profile) -> ActorMap:
    """Work out the actor diagram of a profile."""
    found = exchanges(framework, profile)
    between = pairs(found.between)
    content = content_exchanges(profile)
    own = [Party(actor.actor) for actor in profile.actors]
    others = [party for pair in between for party in (pair.first, pair.second)]
    exchanging = {frozenset((pair.first, pair.second)) for pair in between}
    parties = list(dict.fromkeys((*own, *others)))
    all_boxes = boxes(profile, parties, doings(between, content), exchanging)
    builder = _Builder(framework, all_boxes)
    connections = (*builder.transactions(between, content), *builder.content(content))
    return ActorMap(all_boxes, connections, _inside(framework, found))


def _inside(framework: Framework, found: Exchanges) -> dict[Party, tuple[Entry, ...]]:
    """What goes into the boxes: behaviour, exchanges with one's own kind, and exchanges with nobody known."""
    rows: list[tuple[Party, str, Sense]] = [(Party(actor), name, "loop") for actor, name in found.performed]
    rows += [(Party(actor), name, "loop") for actor, name in found.among_themselves]
    for one in found.between:
        if one.end is None:
            rows.append((one.start, one.transaction, _outward(one)))
    inside: dict[Party, tuple[Entry, ...]] = {}
    for party, name, sense in rows:
        entry = Entry(transaction_title(framework, name), Key("transaction", name), sense)
        inside[party] = (*inside.get(party, ()), entry)
    return inside


def _outward(exchange: Exchange) -> Sense:
    if exchange.start_initiates is None:
        return "none"
    return "forward" if exchange.start_initiates else "backward"


class _Builder:
    """Makes connections between boxes that are already known."""

    def __init__(self, framework: Framework, all_boxes: Sequence[Box]) -> None:
        self._framework = framework
        self._count = len(all_boxes)
        self._places: dict[Party, tuple[int, int | None]] = {
            party: (number, cell if box.shape == "joined" else None)
            for number, box in enumerate(all_boxes)
            for cell, party in enumerate(box.parties)
        }

    def transactions(
        self, between: Sequence[Pair], content: Sequence[ContentExchange]
    ) -> Iterator[Connection]:
        """One connection for each pair; parties in one frame share theirs."""
        rank = self._ranks(between, content)
        seen = set()
        for pair in between:
            first, second = self._places[pair.first], self._places[pair.second]
            if (first, second) in seen:
                continue
            seen.add((first, second))
            yield self._connection(pair, turned=rank[first[0]] > rank[second[0]])

    def _ranks(self, between: Sequence[Pair], content: Sequence[ContentExchange]) -> dict[int, int]:
        weights: Counter[tuple[int, int]] = Counter()
        for pair in between:
            first, second = self._places[pair.first][0], self._places[pair.second][0]
            weights[first, second] += pair.weight("forward")
            weights[second, first] += pair.weight("backward")
        for one in content:
            for maker in one.makers:
                for reader in one.readers:
                    weights[self._places[maker][0], self._places[reader][0]] += CONTENT_WEIGHT
        order = ranking(self._count, weights)
        return {box: place for place, box in enumerate(order)}

    def _connection(self, pair: Pair, *, turned: bool) -> Connection:
        tail, head = (pair.second, pair.first) if turned else (pair.first, pair.second)
        _, transactions = pair.seen_from(tail)
        entries = tuple(
            Entry(transaction_title(self._framework, name), Key("transaction", name), sense)
            for name, sense in transactions
        )
        senses = {entry.sense for entry in entries}
        to_tail, to_head = bool(senses & {"backward", "both"}), bool(senses & {"forward", "both"})
        tails = (End(*self._places[tail], arrow_here=to_tail),)
        heads = (End(*self._places[head], arrow_here=to_head),)
        return Connection(tails, heads, entries)

    def content(self, content: Sequence[ContentExchange]) -> Iterator[Connection]:
        """One connection for content modules with the same actors."""
        for one in content:
            entries = tuple(Entry(name, Key("content_module", name), "forward") for name in one.modules)
            makers = self._ends(one.makers, arrow_at_label=True)
            readers = self._ends(one.readers, arrow_here=True)
            others = self._ends(one.others)
            before = others if not makers else ()
            after = others if makers else ()
            yield Connection((*makers, *before), (*readers, *after), entries, is_content=True)

    def _ends(
        self, parties: Sequence[Party], *, arrow_here: bool = False, arrow_at_label: bool = False
    ) -> tuple[End, ...]:
        places = dict.fromkeys(self._places[party] for party in parties)
        return tuple(End(*place, arrow_here, arrow_at_label) for place in places)

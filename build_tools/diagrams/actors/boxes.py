"""Which actors share a box: grouped ones side by side, ones that all do the same in a common frame."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from build_tools.diagrams.actors.exchange import Party
from model.grouping import Grouping
from model.profile import Profile

MOST_JOINED = 4
"""Larger groups are left apart; boxes side by side would hide more than they show."""
FEWEST_FRAMED = 3
"""So many actors that do the same are framed; two are drawn one by one, unless they do much."""
MUCH = 4


@dataclass(frozen=True)
class Box:
    """One node of the diagram."""

    parties: tuple[Party, ...]
    shape: Literal["single", "joined", "framed"] = "single"
    """Joined: boxes sharing a side, each with its own lines. Framed: boxes apart, lines go to the frame."""


def grouped_actors(profile: Profile) -> tuple[tuple[str, ...], ...]:
    """The sets of actors of the profile that must live in one system, each in the order of its table."""
    graph: nx.Graph[str] = nx.Graph()
    for grouping in profile.groupings:
        graph.add_edges_from((grouping.actor, other) for other in _always_with(profile, grouping))
    order = [actor.actor for actor in profile.actors]
    sets = [tuple(sorted(found, key=order.index)) for found in nx.connected_components(graph)]
    return tuple(sorted((names for names in sets if len(names) > 1), key=lambda names: order.index(names[0])))


def _always_with(profile: Profile, grouping: Grouping) -> Sequence[str]:
    """The actors of the same profile that an actor is unconditionally grouped with."""
    unconditional = grouping.when is None and grouping.optionality == "R"
    if not unconditional or (grouping.choose != "all" and len(grouping.grouped_with) > 1):
        return ()
    return [
        other.actor
        for other in grouping.grouped_actors
        if other.profile == profile.profile and profile.actor(other.actor) and profile.actor(grouping.actor)
    ]


def boxes(
    profile: Profile,
    parties: Sequence[Party],
    doings: Mapping[Party, frozenset[object]],
    exchanging: Collection[frozenset[Party]],
) -> tuple[Box, ...]:
    """Put every party into a box.

    ``doings`` tells what a party exchanges with whom; parties for which it is equal and not None may share a frame.
    Grouped actors that exchange something with each other, as the sets in ``exchanging`` do, are not joined: the line
    needs room between them.
    """
    joined = [
        Box(tuple(Party(name) for name in names), "joined")
        for names in grouped_actors(profile)
        if len(names) <= MOST_JOINED and not _among(names, exchanging)
    ]
    taken = {party for box in joined for party in box.parties}
    alike: dict[object, list[Party]] = {}
    for party in parties:
        if party not in taken:
            alike.setdefault(doings.get(party) or party, []).append(party)
    others = [
        box
        for together in alike.values()
        for box in (
            [Box(tuple(together), "framed")]
            if len(together) >= FEWEST_FRAMED or (len(together) > 1 and len(doings[together[0]]) >= MUCH)
            else [Box((party,)) for party in together]
        )
    ]
    order = {party: row for row, party in enumerate(parties)}
    return tuple(sorted((*joined, *others), key=lambda box: order[box.parties[0]]))


def _among(names: Sequence[str], exchanging: Collection[frozenset[Party]]) -> bool:
    """Whether two of these actors exchange something with each other."""
    parties = {Party(name) for name in names}
    return any(both <= parties for both in exchanging)

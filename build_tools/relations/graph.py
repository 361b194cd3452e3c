"""The graph of profiles, transactions and actors, and the questions an editor asks of it."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from model.entity import Key
from model.framework import Framework
from model.grouping import Grouping
from model.profile import Profile

Node = tuple[str, str]
"""An actor in a profile: the profile's acronym and the actor's name."""


def dependency_graph(framework: Framework) -> nx.DiGraph[Key]:
    """Edges lead from what depends to what it depends on: profile -> transaction, profile -> profile."""
    graph: nx.DiGraph[Key] = nx.DiGraph()
    for profile in framework.profiles:
        graph.add_node(profile.key)
        for actor in profile.actors:
            graph.add_edges_from(
                (profile.key, Key("transaction", use.transaction)) for use in actor.transactions
            )
            graph.add_edges_from(
                (profile.key, Key("content_module", use.content_module)) for use in actor.content_modules
            )
        for name in _needed_profiles(profile):
            graph.add_edge(profile.key, Key("profile", name))
    for transaction in framework.transactions:
        graph.add_node(transaction.key)
    return graph


def _needed_profiles(profile: Profile) -> Iterator[str]:
    for dependency in profile.dependencies or ():
        yield from dependency.profiles
    for grouping in profile.groupings:
        for actor in grouping.grouped_actors:
            if actor.profile and actor.profile != profile.profile:
                yield actor.profile


def needs(framework: Framework, key: Key) -> list[Key]:
    """Everything an entity depends on, directly or through others, sorted."""
    graph = dependency_graph(framework)
    return sorted(nx.descendants(graph, key)) if key in graph else []


def needed_by(framework: Framework, key: Key) -> list[Key]:
    """Everything that depends on an entity, directly or through others, sorted."""
    graph = dependency_graph(framework)
    return sorted(nx.ancestors(graph, key)) if key in graph else []


def broken_without(framework: Framework, transaction: str) -> list[tuple[str, str, str]]:
    """What breaks when a transaction is withdrawn: profile, actor, and how much it matters to it.

    An actor that has to support it loses a requirement; one that may support it loses a possibility; a rule
    loses an alternative.
    """
    found: list[tuple[str, str, str]] = []
    for profile, actor, use in framework.uses.get(transaction, ()):
        words = {"R": "required", "O": "optional", "C": "conditional", None: "optionality not stated"}[
            use.optionality
        ]
        if any(transaction in rule.at_least_one_of for rule in actor.rules):
            words += ", one of the alternatives of a rule"
        found.append((profile.profile, actor.actor, words))
    return found


def grouping_graph(framework: Framework) -> nx.DiGraph[Node]:
    """Edges lead from an actor of a profile to the actors with which it has to be grouped.

    An edge has ``choice`` True where it is one of several alternatives.
    """
    graph: nx.DiGraph[Node] = nx.DiGraph()
    for profile in framework.profiles:
        for grouping in profile.groupings:
            if _is_required(grouping):
                for grouped in grouping.grouped_actors:
                    if grouped.profile:
                        graph.add_edge(
                            (profile.profile, grouping.actor),
                            (grouped.profile, grouped.actor),
                            choice=grouping.choose != "all",
                        )
    return graph


def _is_required(grouping: Grouping) -> bool:
    return grouping.optionality == "R" and grouping.when is None


def grouping_closure(framework: Framework, profile: str, actor: str) -> list[tuple[Node, bool]]:
    """Every actor that lives in the same system in the end, and whether another could stand in for it."""
    graph = grouping_graph(framework)
    start = (profile, actor)
    if start not in graph:
        return []
    certain: nx.DiGraph[Node] = nx.DiGraph()
    certain.add_edges_from(edge for edge in graph.edges if not graph.edges[edge]["choice"])
    sure = nx.descendants(certain, start) if start in certain else set()
    return [(node, node not in sure) for node in sorted(nx.descendants(graph, start))]


def grouping_cycles(framework: Framework) -> list[list[Node]]:
    """Actors whose required groupings lead back to themselves, each circle once."""
    return sorted(sorted(circle) for circle in nx.simple_cycles(grouping_graph(framework)))

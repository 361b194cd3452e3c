"""What each profile of a domain rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from model.framework import DomainFramework
from model.grouping import Grouping
from model.profile import Profile


@dataclass(frozen=True, order=True)
class Need:
    """One thing a profile rests on: a profile, or one of several."""

    any_of: tuple[str, ...]
    """The profiles of which one is needed; a single one is needed in any case."""
    is_class: bool = False
    """True when the name is that of a class of profiles, such as ``content``."""

    @property
    def is_single(self) -> bool:
        """Whether exactly one profile will do."""
        return len(self.any_of) == 1 and not self.is_class


def needs(part: DomainFramework) -> dict[str, tuple[Need, ...]]:
    """For each profile of a domain that rests on another one what it needs, in the order of the domain."""
    found = {profile.profile: tuple(sorted(set(_needs(profile)))) for profile in part.profiles}
    return {name: needed for name, needed in found.items() if needed}


def without_implied(found: Mapping[str, tuple[Need, ...]]) -> dict[str, tuple[Need, ...]]:
    """The same without single needs that follow through another one; a circle of needs is left as it is."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(
        (name, need.any_of[0]) for name, needed in found.items() for need in needed if need.is_single
    )
    if nx.is_directed_acyclic_graph(graph):
        graph = nx.transitive_reduction(graph)
    return {
        name: tuple(need for need in needed if not need.is_single or graph.has_edge(name, need.any_of[0]))
        for name, needed in found.items()
    }


def _needs(profile: Profile) -> Iterator[Need]:
    """The stated dependencies; where they are not known, the profiles of groupings that always apply."""
    if profile.dependencies is None:
        for grouping in profile.groupings:
            yield from _of_grouping(profile, grouping)
        return
    for dependency in profile.dependencies:
        if dependency.profiles:
            yield Need(tuple(sorted(dict.fromkeys(dependency.profiles))))
        elif dependency.any_profile:
            yield Need((dependency.any_profile,), is_class=True)


def _of_grouping(profile: Profile, grouping: Grouping) -> Iterator[Need]:
    if grouping.optionality != "R" or grouping.when is not None:
        return
    actors = grouping.grouped_actors
    names = sorted({actor.profile for actor in actors if actor.profile})
    classes = sorted({actor.any_profile for actor in actors if actor.any_profile})
    if grouping.choose == "all":
        yield from (Need((name,)) for name in names if name != profile.profile)
        yield from (Need((name,), is_class=True) for name in classes)
    elif profile.profile not in names and names:
        yield Need(tuple(names))

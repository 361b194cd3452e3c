"""Required groupings lead from an actor through another profile back to itself.

A product that supports all the actors meets such a circle, but neither profile can be read or published without the
other. More often one of the groupings was meant the other way round. Circles inside one profile are left alone.

Example: the Document Registry of MHD is grouped with the one of XDS.b, which is grouped with the one of MHD

Instead: drop the grouping that follows from the other, or accept the circle with its reason in
`accepted_problems.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Key

_Node = tuple[str, str]


def check(subject: Subject) -> Iterator[Finding]:
    """Groupings that are required without condition or choice."""
    edges = _edges(subject)
    reported: set[_Node] = set()
    for start in edges:
        circle = _circle(start, edges)
        if len({profile for profile, _ in circle}) > 1 and not reported.intersection(circle):
            reported.update(circle)
            profile, actor = start
            way = " -> ".join(f"{p} {a}" for p, a in (*circle, start))
            path = ("groupings", edges[start][circle[1]], "actor")
            yield Finding(
                Key("profile", profile), path, f"the groupings of `{actor}` lead back to itself: {way}"
            )


def _edges(subject: Subject) -> Mapping[_Node, Mapping[_Node, int]]:
    """For each actor of a profile, the actors it must be grouped with, and the index of the grouping."""
    edges: dict[_Node, dict[_Node, int]] = {}
    for profile in subject.framework.profiles:
        for index, grouping in enumerate(profile.groupings):
            required = grouping.optionality == "R" and not grouping.when
            if required and (grouping.choose == "all" or len(grouping.grouped_with) == 1):
                for grouped in grouping.grouped_actors:
                    if grouped.profile:
                        targets = edges.setdefault((profile.profile, grouping.actor), {})
                        targets[grouped.profile, grouped.actor] = index
    return edges


def _circle(start: _Node, edges: Mapping[_Node, Mapping[_Node, int]]) -> tuple[_Node, ...]:
    """A shortest way along the edges from a node back to itself, without its end; empty when there is none."""
    ways: list[tuple[_Node, ...]] = [(start,)]
    seen: set[_Node] = set()
    while ways:
        way = ways.pop(0)
        for target in edges.get(way[-1], ()):
            if target == start:
                return way
            if target in edges and target not in seen:
                seen.add(target)
                ways.append((*way, target))
    return ()


RULE = Rule(ProblemKind("TF309", "grouping-circle", Severity.HINT, __doc__, "Table X.3-1"), check)

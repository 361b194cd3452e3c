"""All actors of a profile but one have the same grouping.

The table of groupings lists every actor; the one without the row that all others have was mostly forgotten.

Example: four of the five actors of a profile are grouped with the Time Client of CT

Instead: the row for the fifth as well, or a note why it has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_LEAST = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Required groupings in profiles with several actors, all of which are known."""
    for profile in subject.framework.profiles:
        names = [actor.actor for actor in profile.actors if not actor.added_by]
        if len(names) < _LEAST or not subject.listed_actors(profile) or "groupings" in profile.unknown:
            continue
        having: dict[tuple[str, str], set[str]] = {}
        for grouping in profile.groupings:
            for grouped in grouping.grouped_actors:
                if grouped.profile and grouping.optionality == "R":
                    having.setdefault((grouped.profile, grouped.actor), set()).add(grouping.actor)
        for (other, actor), found in having.items():
            left = [name for name in names if name not in found]
            if len(left) == 1:
                message = f"`{left[0]}` alone is not grouped with `{actor}` of `{other}`"
                index = profile.actors.index(profile.actor(left[0]))
                yield Finding(profile.key, ("actors", index, "actor"), message, "add the grouping, or a note")


RULE = Rule(ProblemKind("TF331", "forgotten-grouping", Severity.HINT, __doc__, "Table X.3-1"), check)

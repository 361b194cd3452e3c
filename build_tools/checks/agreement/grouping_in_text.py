"""A text of a profile says that an actor is grouped with another one, and the table of groupings does not.

Implementers and test tools read the table. A requirement that stands in the text alone is missed.

Wrong: `The Document Source shall be grouped with a Secure Node.` in a profile whose `groupings` have no such row

Right: the row `{actor: Document Source, with: [{profile: ATNA, actor: Secure Node}]}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Key

_GROUPED = re.compile(
    r"\s(?:Actor\s)?(?:shall|SHALL|must|MUST|is\srequired\sto|are\srequired\sto)\sbe\sgrouped\swith\b"
)
_REACH = 120


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences *A shall be grouped with B*, both of them actors, in profiles whose groupings are known."""
    for (key, path, text), mentions in subject.cited:
        if key.kind != "profile" or path[0] == "changes" or "grouped" not in text:
            continue
        actors = [mention for mention in mentions if mention.kind == "actor" and mention.key]
        for one, other in pairwise(actors):
            found = _GROUPED.match(text, one.end)
            near = found and other.start - found.end() < _REACH and "." not in text[found.end() : other.start]
            if near and one.key and other.key and not _is_grouped(subject, key, one.key.name, other.key.name):
                message = f"no grouping of `{one.key.name}` with `{other.key.name}` stands in the table of groupings"
                yield Finding(key, path, message, "add it to `groupings`", offset=one.start, prose=text)


def _is_grouped(subject: Subject, key: Key, actor: str, other: str) -> bool:
    """Whether the profile groups the two; true as well when its table is not known or has no such actor."""
    profile = subject.framework.profile(key.name)
    if not profile or "groupings" in profile.unknown or not profile.actor(actor):
        return True
    return any(
        other == grouped.actor
        for grouping in profile.groupings
        if grouping.actor == actor
        for grouped in grouping.grouped_actors
    )


RULE = Rule(ProblemKind("TF330", "grouping-in-text", Severity.WARNING, __doc__, "Table X.3-1"), check)

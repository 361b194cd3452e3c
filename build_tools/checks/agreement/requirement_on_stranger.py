"""A text requires something of an actor that has no part in what it describes.

The name of one actor was written for another, or the text was copied from elsewhere. In published volumes, transactions
required things of general actors while the profile gave them to special ones, and nobody noticed for years.

Wrong: `The Document Source shall answer the query.` in ITI-18, whose roles are Document Consumer and Document Registry

Right: `The Document Registry shall answer the query.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import FieldPath, Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Key

_REQUIRES = re.compile(r"\s(?:(?:and|or)\s(?:the\s|an?\s)?[A-Z]|SHALL\b|shall\b|MUST\b|must\b)")


def check(subject: Subject) -> Iterator[Finding]:
    """Requirements on a single actor, in transactions with roles and in what profiles require of one actor."""
    for (key, path, text), mentions in subject.cited:
        for mention in mentions:
            if mention.kind != "actor" or not mention.key:
                continue
            required = _REQUIRES.match(text, mention.end)
            if (
                required
                and required[0].strip()[1:].isalpha()
                and required[0].strip().casefold() in ("shall", "must")
            ):
                known = _taking_part(subject, key, path)
                sentence = text[: mention.start].rpartition(". ")[2]
                if (
                    known
                    and "grouped with" not in " ".join(sentence.split())
                    and mention.key.name not in known
                    and known.isdisjoint(subject.also_called(mention.key.name))
                ):
                    message = f"`{mention.key.name}` has no part in this {key.kind}"
                    hint = f"its actors are {', '.join(sorted(known))}"
                    yield Finding(key, path, message, hint, offset=mention.start, prose=text)


def _taking_part(subject: Subject, key: Key, path: FieldPath) -> frozenset[str]:
    """The actors of whom an entity may require something; none when they are not known."""
    if key.kind == "transaction" and path[0] != "notes":
        transaction = subject.transactions[key.name]
        stood_in = {role.stands_in_for for role in transaction.roles if role.stands_in_for}
        return frozenset(subject.roles.get(key.name, ())) | stood_in
    profile = subject.framework.profile(key.name) if key.kind == "profile" else None
    if profile and path[0] not in ("cross_profile", "closed_issues", "changes"):
        grouped = {actor.actor for grouping in profile.groupings for actor in grouping.grouped_actors}
        far = {
            use.counterpart.actor for actor in profile.actors for use in actor.transactions if use.counterpart
        }
        listed = subject.listed_actors(profile)
        return frozenset(listed) | grouped | far if listed else frozenset()
    return frozenset()


RULE = Rule(
    ProblemKind("TF322", "requirement-on-stranger", Severity.WARNING, __doc__, "Section 3.Y.4"), check
)

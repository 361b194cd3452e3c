"""The same thing is listed twice in one profile: an actor, an option, or a row that says the same as another.

A transaction may stand twice for one actor, when optionality, direction or condition differ.

Wrong: two rows `{transaction: ITI-18, optionality: R}` of one actor

Right: one row; or what makes the second one different.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Key


def check(subject: Subject) -> Iterator[Finding]:
    """Actors, options and rows of profiles."""
    for profile in subject.framework.profiles:
        yield from _twice(profile.key, "actors", "actor", [actor.actor for actor in profile.actors])
        yield from _twice(profile.key, "options", "option", [option.option for option in profile.options])
    seen: set[tuple[object, ...]] = set()
    for row in subject.rows:
        use = row.use
        condition = (use.when.options, use.when.text) if use.when else None
        told = (
            row.profile.profile,
            *row.path[:2],
            use.transaction,
            use.optionality,
            use.direction,
            condition,
        )
        if told in seen:
            message = f"`{row.actor.actor}` has the same row for `{use.transaction}` twice"
            yield Finding(row.profile.key, (*row.path, "transaction"), message)
        seen.add(told)


def _twice(key: Key, field: str, name_field: str, names: Sequence[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield Finding(
                key, (field, index, name_field), f"the {name_field} `{name}` stands twice in this profile"
            )
        seen.add(name)


RULE = Rule(ProblemKind("TF314", "duplicate-row", Severity.ERROR, __doc__, "Table X.1-1"), check)

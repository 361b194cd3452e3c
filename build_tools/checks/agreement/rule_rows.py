"""An at-least-one rule lists a transaction or content module that the actor does not have.

The rule could never be met that way; probably a row is missing in the table.

Wrong: `{at_least_one_of: [ITI-8, ITI-44]}` for an actor whose only row is ITI-8

Right: a row for each transaction of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Rules over the rows of one actor."""
    defined = subject.defined["transaction"] | subject.defined["content_module"]
    for profile in subject.framework.profiles:
        for i, actor in enumerate(profile.actors):
            if not actor.rules:
                continue
            rows = {use.transaction for use in actor.transactions}
            rows.update(use.content_module for use in actor.content_modules)
            for j, rule in enumerate(actor.rules):
                for k, name in enumerate(rule.at_least_one_of):
                    if name not in rows and name in defined:
                        path = ("actors", i, "rules", j, "at_least_one_of", k)
                        yield Finding(profile.key, path, f"`{actor.actor}` has no row for `{name}`")


RULE = Rule(ProblemKind("TF313", "rule-without-row", Severity.ERROR, __doc__, "Table X.1-1"), check)

"""A profile at final text requires an actor or a content module of something at an earlier stage.

What is final rests on what may still change, and every product that claims the first has to follow the second.

Wrong: a required grouping of a profile at final text with an actor of a profile at public comment

Right: the other profile brought to the same stage, or the grouping optional; what a supplement brings has `added_by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import FieldPath, Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage
from model.grouping import GroupedActor
from model.profile import Profile

_RANK = {Stage.DRAFT: 0, Stage.PUBLIC_COMMENT: 1, Stage.TRIAL_IMPLEMENTATION: 2, Stage.FINAL_TEXT: 3}


def check(subject: Subject) -> Iterator[Finding]:
    """Required groupings without a choice, and required content modules."""
    for profile in subject.framework.profiles:
        rank = _RANK.get(profile.stage, 0)
        for path, kind, name in _required(profile):
            entity = (
                subject.framework.profile(name)
                if kind == "profile"
                else subject.framework.content_module(name)
            )
            if entity and _RANK.get(entity.stage, 9) < rank:
                message = (
                    f"`{profile.profile}` is {profile.stage.label} but `{name}` is only {entity.stage.label}"
                )
                yield Finding(profile.key, path, message)


def _required(profile: Profile) -> Iterator[tuple[FieldPath, str, str]]:
    supplemented = {actor.actor for actor in profile.actors if actor.added_by}
    for i, grouping in enumerate(profile.groupings):
        single = grouping.choose == "all" or len(grouping.grouped_with) == 1
        if (
            grouping.optionality == "R"
            and single
            and not grouping.when
            and grouping.actor not in supplemented
        ):
            for j, grouped in enumerate(grouping.grouped_with):
                if isinstance(grouped, GroupedActor) and grouped.profile:
                    yield ("groupings", i, "with", j, "profile"), "profile", grouped.profile
    for i, actor in enumerate(profile.actors):
        for j, use in enumerate(actor.content_modules):
            if use.optionality == "R" and not use.when and not use.added_by and not actor.added_by:
                yield ("actors", i, "content_modules", j, "content_module"), "module", use.content_module


RULE = Rule(
    ProblemKind("TF704", "earlier-grouping", Severity.WARNING, __doc__, "General Introduction, section 8"),
    check,
)

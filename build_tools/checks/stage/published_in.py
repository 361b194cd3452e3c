"""A profile is said to be published where its stage does not allow it.

Final text stands in Volume 1; until then a profile is a supplement of its own.

Wrong: `published_in: ITI TF-1` with `stage: public-comment`; `published_in: supplement` with `stage: final-text`

Right: `published_in: supplement` until the profile is final text.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage

_YOUNG = frozenset({Stage.DRAFT, Stage.PUBLIC_COMMENT, Stage.TRIAL_IMPLEMENTATION})


def check(subject: Subject) -> Iterator[Finding]:
    """Profiles that say where they are published; a mention in the volume is no publication."""
    for profile in subject.framework.profiles:
        place = profile.published_in or ""
        in_volume = " TF-" in place and "mention" not in place
        if (profile.stage in _YOUNG and in_volume) or (
            profile.stage is Stage.FINAL_TEXT and place.startswith("supplement")
        ):
            message = f"`{place}` does not fit the stage {profile.stage.label}"
            yield Finding(profile.key, ("published_in",), message)


RULE = Rule(
    ProblemKind("TF706", "published-in", Severity.WARNING, __doc__, "General Introduction, section 5"), check
)

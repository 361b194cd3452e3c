"""A supplement and a profile that it introduces are at stages that cannot be true together.

At final text the profile is merged into the volume and the supplement ends.

Wrong: `stage: trial-implementation` at the supplement, `stage: final-text` at the profile it introduces

Right: one stage for both; a supplement that has been merged is no longer listed.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage


def check(subject: Subject) -> Iterator[Finding]:
    """Supplements that are not past and the profiles they introduce."""
    for part in subject.framework.domains:
        for index, supplement in enumerate(part.domain.supplements if part.domain else ()):
            for j, name in enumerate(supplement.introduces):
                profile = subject.framework.profile(name)
                differs = profile and profile.stage is not supplement.stage
                if (
                    part.domain
                    and profile
                    and differs
                    and Stage.FINAL_TEXT in (profile.stage, supplement.stage)
                ):
                    message = (
                        f"`{name}` is {profile.stage.label}, but its supplement is {supplement.stage.label}"
                    )
                    yield Finding(part.domain.key, ("supplements", index, "introduces", j), message)


RULE = Rule(
    ProblemKind("TF705", "supplement-stage", Severity.WARNING, __doc__, "General Introduction, section 8"),
    check,
)

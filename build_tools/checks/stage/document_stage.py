"""A supplement stands elsewhere in its life than the profile that it carries.

A document may be a step ahead of its profile's stage only while its comments are resolved.

Wrong: `stage: trial-implementation` for `ITI/MHD`, whose profile has `stage: public-comment`

Right: the same stage at both, or no stage at the document, which then has that of its profile
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.life_cycle import DocumentStage, stage_of_document

_WITH = {
    DocumentStage.PROPOSED: DocumentStage.IN_DEVELOPMENT,
    DocumentStage.COMMENT_RESOLUTION: DocumentStage.PUBLIC_COMMENT,
}
"""Stages that only documents have, with that of the profile."""


def check(subject: Subject) -> Iterator[Finding]:
    """Documents that are called after a profile and give a stage."""
    for part in subject.framework.domains:
        profiles = {f"{part.code}/{profile.profile}": profile for profile in part.profiles}
        for document in part.documents:
            profile = profiles.get(document.document)
            if profile is None or document.stage is None:
                continue
            if _WITH.get(document.stage, document.stage) is not stage_of_document(profile.stage):
                message = (
                    f"the document is at {document.stage.label}, but its profile at {profile.stage.label}"
                )
                yield Finding(document.key, ("stage",), message)


RULE = Rule(
    ProblemKind("TF714", "document-stage", Severity.WARNING, __doc__, "General Introduction, section 8"),
    check,
)

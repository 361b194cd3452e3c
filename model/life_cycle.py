"""The life of a document: its stages, which may follow which, and the numbers of its revisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Literal

from model.entity import Stage

DocumentKind = Literal["volume", "general-introduction", "supplement", "white-paper", "handbook"]
"""What sort of document it is."""


class DocumentStage(StrEnum):
    """Where a document stands in its life."""

    PROPOSED = "proposed"
    IN_DEVELOPMENT = "in-development"
    PUBLIC_COMMENT = "public-comment"
    COMMENT_RESOLUTION = "comment-resolution"
    TRIAL_IMPLEMENTATION = "trial-implementation"
    FINAL_TEXT = "final-text"
    DEPRECATED = "deprecated"
    RETIRED = "retired"

    @property
    def label(self) -> str:
        """The stage as it is printed: ``Trial Implementation``."""
        return self.value.replace("-", " ").title()

    @property
    def is_published(self) -> bool:
        """Whether reaching it publishes an edition."""
        return self in PUBLISHED


PUBLISHED = (DocumentStage.PUBLIC_COMMENT, DocumentStage.TRIAL_IMPLEMENTATION, DocumentStage.FINAL_TEXT)
"""The stages at which an edition is published, in their order."""

_S = DocumentStage
TRANSITIONS: Mapping[DocumentStage, tuple[DocumentStage, ...]] = {
    _S.PROPOSED: (_S.IN_DEVELOPMENT, _S.RETIRED),
    _S.IN_DEVELOPMENT: (_S.PUBLIC_COMMENT, _S.RETIRED),
    _S.PUBLIC_COMMENT: (_S.COMMENT_RESOLUTION,),
    _S.COMMENT_RESOLUTION: (_S.TRIAL_IMPLEMENTATION, _S.PUBLIC_COMMENT, _S.RETIRED),
    _S.TRIAL_IMPLEMENTATION: (
        _S.FINAL_TEXT,
        _S.TRIAL_IMPLEMENTATION,
        _S.PUBLIC_COMMENT,
        _S.DEPRECATED,
        _S.RETIRED,
    ),
    _S.FINAL_TEXT: (_S.FINAL_TEXT, _S.DEPRECATED),
    _S.DEPRECATED: (_S.RETIRED,),
    _S.RETIRED: (),
}
"""What may follow each stage, the usual step first."""

_WITHOUT_COMMENT: tuple[DocumentKind, ...] = ("white-paper", "handbook")
"""Kinds of which a committee may publish a first edition without public comment."""
_WHOLE: tuple[DocumentKind, ...] = ("volume", "general-introduction")
"""Kinds whose revisions are whole numbers, published as final text."""
_OF_ENTITIES = {
    Stage.DRAFT: _S.IN_DEVELOPMENT,
    Stage.PUBLIC_COMMENT: _S.PUBLIC_COMMENT,
    Stage.TRIAL_IMPLEMENTATION: _S.TRIAL_IMPLEMENTATION,
    Stage.FINAL_TEXT: _S.FINAL_TEXT,
    Stage.DEPRECATED: _S.DEPRECATED,
}


def stage_of_document(stage: Stage) -> DocumentStage:
    """The stage of a document that carries an entity of this stage."""
    return _OF_ENTITIES.get(stage, DocumentStage.RETIRED)


def next_stages(kind: DocumentKind, stage: DocumentStage) -> tuple[DocumentStage, ...]:
    """The stages that may follow, the usual one first."""
    if kind in _WHOLE:
        return (_S.FINAL_TEXT,)
    found = TRANSITIONS[stage]
    if kind in _WITHOUT_COMMENT and stage is _S.IN_DEVELOPMENT:
        return (*found, _S.FINAL_TEXT)
    return found


def may_follow(kind: DocumentKind, stage: DocumentStage, wanted: DocumentStage) -> bool:
    """Whether a document of this kind and stage may be published at another stage next.

    From public comment, its resolution may be passed over: publishing for trial implementation is what ends it, and
    whether every comment is resolved is asked by the gate.
    """
    found = next_stages(kind, stage)
    if stage is _S.PUBLIC_COMMENT and kind not in _WHOLE:
        found += next_stages(kind, _S.COMMENT_RESOLUTION)
    return wanted in found


def next_revision(kind: DocumentKind, stage: DocumentStage, before: Sequence[str]) -> str:
    """The number of the next revision after those that were published.

    Volumes count in whole numbers. A public comment begins a new whole number (1.0, 2.0), and every edition after it
    adds a tenth (1.1, 1.2, ...).
    """
    last = max(map(revision_order, before), default=None)
    if stage is _S.PUBLIC_COMMENT or kind in _WHOLE:
        return f"{last[0] + 1 if last else 1}.0"
    whole, tenth = last or (1, 0)
    return f"{whole}.{tenth + 1}"


def is_revision_of(kind: DocumentKind, stage: DocumentStage, revision: str) -> bool:
    """Whether a number is one that a revision of this kind and stage may have."""
    whole, tenth = revision_order(revision)
    if kind in _WHOLE:
        return whole > 0  # a tenth is an update between two yearly revisions
    return whole > 0 and (tenth == 0) == (stage is _S.PUBLIC_COMMENT)


def revision_order(revision: str) -> tuple[int, int]:
    """Sorts revisions: 1.10 after 1.9."""
    whole, _, tenth = revision.partition(".")
    return int(whole), int(tenth or 0)


def edition_label(revision: str, stage: DocumentStage) -> str:
    """The name of an edition: ``1.0-public-comment``."""
    return f"{revision}-{stage.value}"

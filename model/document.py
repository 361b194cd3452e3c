"""Documents and their life: who writes and reviews one, what was published of it, what was voted (``documents.yaml``)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, NonNegativeInt, StrictBool

from model.entity import Entity, Name, Provenance, Value
from model.final_text import Answer, QuestionId
from model.life_cycle import DocumentKind, DocumentStage

Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A day as ``2026-04-16``, a quoted string."""

DocumentId = Annotated[str, Field(pattern=r"^([A-Z]{2,8}/[A-Za-z0-9][A-Za-z0-9.+-]*|GeneralIntro)$")]
"""How a document is cited: ``ITI/MHD``, ``ITI/TF-1``, ``GeneralIntro``."""


class Revision(Value):
    """A revision that was published before editions were kept here, or elsewhere."""

    revision: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")]
    """Its number, a quoted string: ``"1.0"``."""
    stage: DocumentStage
    """The stage on its title page."""
    date: Day | None = None
    """The day on its title page."""
    provenance: Provenance = Provenance()
    """Where it was read."""


class CommitteeVote(Value):
    """A formal vote of a committee on the next stage of a document."""

    stage: DocumentStage
    """The stage that was voted on."""
    committee: Name
    """Who voted, for example ``ITI Technical Committee``."""
    date: Day
    """The day of the vote."""
    yes: NonNegativeInt
    """Votes for it."""
    no: NonNegativeInt = 0
    """Votes against it."""
    abstain: NonNegativeInt = 0
    """Abstentions."""
    passed: StrictBool
    """Whether it was adopted."""
    minutes: Name | None = None
    """Where the minutes are."""


class Carried(Value):
    """What a document carries, where that is more or less than its profile with what the profile brings."""

    profiles: tuple[Name, ...] = ()
    """The profiles printed in it."""
    transactions: tuple[Name, ...] = ()
    """The transactions printed in it."""
    content_modules: tuple[Name, ...] = ()
    """The content modules printed in it."""


class Document(Entity):
    """What is known of one document besides its text.

    Volumes, and the supplement of every profile that is in none, exist without being written here: title, stage and
    contents follow from the framework.
    """

    kind_name: ClassVar[str] = "document"
    name_field: ClassVar[str] = "document"

    document: DocumentId
    """How it is cited: ``ITI/MHD`` for a supplement, ``ITI/TF-1`` for a volume."""
    title: Name | None = None
    """Its title, where it is not that of its profile or volume."""
    kind: DocumentKind | None = None
    """What sort of document it is, where it is neither a volume nor the supplement of a profile."""
    stage: DocumentStage | None = None
    """Where it stands, where that is not the stage of its profile: ``comment-resolution``, ``proposed``."""
    carries: Carried | None = None
    """What it carries, where that does not follow from its profile."""
    revisions: tuple[Revision, ...] = ()
    """Revisions published before editions were kept here, newest first."""
    authors: tuple[Name, ...] = ()
    """Who writes it; at least one from development on."""
    reviewers: tuple[Name, ...] = ()
    """Who reviews it for the committee; at least two from development on."""
    votes: tuple[CommitteeVote, ...] = ()
    """The committees' votes."""
    final_text: dict[QuestionId, Answer] = Field(default_factory=dict)
    """The answers to the checklist for final text."""
    provenance: Provenance = Provenance()
    """Where the facts were read."""


class DocumentFile(Value):
    """All that is known of the documents of one framework."""

    documents: tuple[Document, ...]
    """The documents, each once."""

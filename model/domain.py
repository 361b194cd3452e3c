"""A domain and its Technical Framework: volumes, supplements, publications (``framework.yaml``)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from model.change import Change
from model.entity import Entity, Name, Prose, Provenance, Stage, Value


class Volume(Value):
    """One volume of a Technical Framework."""

    volume: Annotated[str, Field(pattern=r"^[0-9]+$")]
    """The volume's number, a quoted string: ``"2"``."""
    title: Name
    """What it holds: ``Profiles``, ``Transactions``, ``Content Modules``, ``National Extensions``."""
    holds: Literal["profiles", "transactions", "content_modules", "national_extensions"]
    """Which entities are printed in it."""
    section: str | None = None
    """The number its entities' sections start with; ITI TF-2 numbers transactions 3.Y, RAD TF-2 4.Y."""
    introduction: Prose | None = None
    """Text on the volume's first page."""


class Supplement(Value):
    """A document that adds to or changes a Technical Framework."""

    supplement: Name
    """Its short name, for example ``XDS Metadata Update``."""
    title: Name
    """Its title."""
    stage: Stage
    """Where it stands in the life cycle."""
    amends: tuple[Name, ...] = ()
    """The profiles it changes or adds to."""
    introduces: tuple[Name, ...] = ()
    """The profiles that are new in it."""
    changes: tuple[Change, ...] = ()
    """What it changes in text that is published already, when no profile of its own says so; it has a page then."""
    provenance: Provenance = Provenance()
    """Where it was read."""


class Publication(Value):
    """One published edition of the framework."""

    revision: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")]
    """The revision, a quoted string: ``"20.0"``."""
    date: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None = None
    """The day it was published."""
    stage: Stage
    """The stage printed on its title page."""
    provenance: Provenance = Provenance()
    """Where the publication was read."""


class Domain(Entity):
    """A domain of IHE whose Technical Framework is kept here."""

    kind_name: ClassVar[str] = "domain"
    name_field: ClassVar[str] = "code"

    code: Annotated[str, Field(pattern=r"^[A-Z]{2,8}$")]
    """The domain's code as it stands in transaction ids: ``ITI``."""
    name: Name
    """Its name: ``IT Infrastructure``."""
    introduction: Prose
    """What the domain is about, on its first page."""
    technical_committee: Name | None = None
    """The committee that writes the framework."""
    planning_committee: Name | None = None
    """The committee that chooses what is written."""
    volumes: tuple[Volume, ...] = Field(min_length=1)
    """The volumes of the framework."""
    publications: tuple[Publication, ...] = ()
    """What was published, newest first."""
    supplements: tuple[Supplement, ...] = ()
    """Supplements that amend profiles or introduce several."""
    absent_numbers: dict[str, str] = Field(default_factory=dict)
    """Transaction numbers that are not described here, each number or range (``74``, ``76-79``) with the reason."""
    absent_chapters: dict[str, str] = Field(default_factory=dict)
    """Volume 1 chapters that are not described here, each number or range with the reason."""

    def volume(self, holds: str) -> Volume | None:
        """The volume that holds this kind of entity, or None."""
        return next((volume for volume in self.volumes if volume.holds == holds), None)

    @property
    def revision(self) -> Publication | None:
        """The newest publication, or None."""
        return self.publications[0] if self.publications else None

"""Content modules: what documents and objects contain (Volume 3)."""

from __future__ import annotations

from typing import ClassVar

from model.entity import Entity, Name, Prose, Provenance, SectionNumber, Stage, Value
from model.table import ContentTable
from model.transaction import StandardRef


class ContentSection(Value):
    """A sub-section of a content module."""

    title: Name
    """The heading."""
    section: SectionNumber | None = None
    """Its own number, a quoted string, in a module of a volume that numbers its sections by another plan."""
    text: Prose | None = None
    """Its text."""
    tables: tuple[ContentTable, ...] = ()
    """Its tables."""


class ContentModule(Entity):
    """A specification of content that actors make and read."""

    kind_name: ClassVar[str] = "content_module"
    name_field: ClassVar[str] = "content_module"

    content_module: Name
    """The module's name, for example ``Scanned Document Content Module``."""
    domain: Name
    """The code of the domain that owns it."""
    section: SectionNumber | None = None
    """Its section in Volume 3, a quoted string; null when it has no number, as Share Content."""
    reference: str | None = None
    """Where it is specified, when not in Volume 3 of its domain."""
    stage: Stage
    """Where it stands in the life cycle."""
    scope: Prose | None = None
    """What the module is for."""
    format_codes: tuple[Name, ...] = ()
    """Format codes in ``frameworks/general/registry.yaml``."""
    parent: Name | None = None
    """The module or template it is derived from."""
    standards: tuple[StandardRef, ...] = ()
    """The base standards it rests on."""
    sections: tuple[ContentSection, ...] = ()
    """Its specification."""
    provenance: Provenance = Provenance()
    """Where it was read."""

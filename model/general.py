"""What all domains share: the catalogue of domains, glossary, standards and registries."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from model.entity import Entity, Name, Prose, Provenance, SectionNumber, Value


class CitedProfile(Value):
    """A profile of a domain that is not kept here, named because ours refer to it."""

    profile: Name
    """The acronym, for example ``QEDm``."""
    title: Name | None = None
    """Its title, where known."""
    actors: tuple[Name, ...] = ()
    """The actors of it that are referred to."""
    options: tuple[Name, ...] = ()
    """The options of it that are referred to."""


class DomainEntry(Entity):
    """One row of the catalogue of IHE domains."""

    kind_name: ClassVar[str] = "domain_entry"
    name_field: ClassVar[str] = "domain"

    domain: Name
    """The domain's code, for example ``PCC``."""
    name: Name
    """Its name."""
    about: Prose | None = None
    """One sentence on what it covers."""
    status: Literal["active", "merged", "former"] = "active"
    """Whether it still works under this name."""
    successor: Name | None = None
    """The domain it was merged into."""
    volumes: str | None = None
    """Its volumes, as text."""
    profiles: tuple[CitedProfile, ...] = ()
    """Profiles of it to which the frameworks here refer."""
    provenance: Provenance = Provenance()
    """Where it was read."""


class DomainFile(Value):
    """``domains.yaml``: the catalogue of IHE domains."""

    domains: tuple[DomainEntry, ...]
    """One entry a domain."""


class Term(Entity):
    """A glossary term (General Introduction, Appendix D)."""

    kind_name: ClassVar[str] = "term"
    name_field: ClassVar[str] = "term"

    term: Name
    """The term."""
    definition: Prose
    """Its definition, in one or two sentences."""
    acronym: Name | None = None
    """Its acronym."""
    synonyms: tuple[Name, ...] = ()
    """Other words for it."""
    provenance: Provenance = Provenance()
    """Where it was read."""


class GlossaryFile(Value):
    """``glossary.yaml``: terms that readers may look up."""

    terms: tuple[Term, ...]
    """One entry a term, in alphabetical order."""


class Standard(Entity):
    """A base standard that transactions and content modules rest on."""

    kind_name: ClassVar[str] = "standard"
    name_field: ClassVar[str] = "standard"

    standard: Name
    """The id used in the frameworks, for example ``ebRIM 3.0``."""
    title: Name
    """Its full title."""
    body: Name
    """The organisation that publishes it."""
    used_in: str | None = None
    """Where the source says it is used."""
    url: Annotated[str, Field(pattern=r"^https?://")] | None = None
    """Where it can be read."""
    provenance: Provenance = Provenance()
    """Where it was read."""


class StandardFile(Value):
    """``standards.yaml``: the base standards."""

    standards: tuple[Standard, ...]
    """One entry a standard."""


class RegistryEntry(Entity):
    """An OID, URN, format code or XML namespace that IHE assigned (General Introduction, Appendix C)."""

    kind_name: ClassVar[str] = "registry_entry"
    name_field: ClassVar[str] = "value"

    value: Name
    """The identifier itself, for example ``urn:ihe:iti:xds-sd:text:2008``."""
    type: Literal["oid", "urn", "format_code", "namespace"]
    """What kind of identifier it is."""
    meaning: Prose
    """What it identifies."""
    domain: Name | None = None
    """The domain that registered it."""
    media_type: str | None = None
    """The media type of the content, for a format code."""
    provenance: Provenance = Provenance()
    """Where it was read."""


class RegistryFile(Value):
    """``registry.yaml``: identifiers that IHE assigned."""

    entries: tuple[RegistryEntry, ...]
    """One entry an identifier."""


class Chapter(Entity):
    """A chapter of the General Introduction, written as prose."""

    kind_name: ClassVar[str] = "chapter"
    name_field: ClassVar[str] = "chapter"

    chapter: SectionNumber
    """Its number, a quoted string: ``"3"``; an appendix has a letter."""
    title: Name
    """Its heading."""
    text: Prose
    """Its text; headings inside it are numbered from the chapter."""


class ChapterFile(Value):
    """``chapters.yaml``: the General Introduction."""

    chapters: tuple[Chapter, ...]
    """One entry a chapter, in order."""


class Guide(Entity):
    """A page of advice for one kind of reader, beside the Technical Frameworks."""

    kind_name: ClassVar[str] = "guide"
    name_field: ClassVar[str] = "guide"

    guide: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    """Its name in the address of its page, for example ``first-walk``."""
    title: Name
    """Its heading."""
    readers: Literal["editors", "reviewers", "implementers"]
    """For whom it is written."""
    summary: Prose
    """One sentence for lists of guides."""
    text: Prose
    """Its text."""


class GuideFile(Value):
    """``guides.yaml``: guides for editors, reviewers and implementers."""

    guides: tuple[Guide, ...]
    """One entry a guide, in the order in which they are best read."""

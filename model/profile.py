"""Profiles: which actors exchange which transactions, with which options and groupings (Volume 1)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from model.change import Change
from model.entity import Direction, Entity, Name, Optionality, Prose, Provenance, Stage, Value
from model.grouping import Condition, Grouping
from model.issue import Issue
from model.option import Option, OptionFamily
from model.use_case import UseCase

ProfileKind = Literal["integration", "infrastructure", "workflow", "content"]
Unknown = Literal["actors", "options", "groupings"]


class Counterpart(Value):
    """The actor of another profile at the far end of a transaction; drawn dashed."""

    profile: Name
    """The other profile, for example ``PIX``."""
    actor: Name
    """Its actor, for example ``Patient Identity Source``."""


class TransactionUse(Value):
    """One row of the table of actors and transactions."""

    transaction: Name
    """The transaction's id, for example ``ITI-18``."""
    optionality: Optionality | None
    """R, O or C; null when the source does not say."""
    direction: Direction | None = None
    """Only when the actor has several roles in the transaction and plays one of them here."""
    when: Condition | None = None
    """When it is required. With R: only then. With O: optional otherwise."""
    notes: tuple[Name, ...] = ()
    """Names of the profile's notes that apply to the optionality."""
    counterpart: Counterpart | None = None
    """Who is at the far end, when no actor of this profile is."""
    added_by: Name | None = None
    """The supplement that adds the row to the profile."""
    provenance: Provenance | None = None
    """Where the row was read, when elsewhere than the others."""


class ContentModuleUse(Value):
    """One row of the table of actors and content modules."""

    content_module: Name
    """The content module's name, for example ``Scanned Document Content Module``."""
    optionality: Optionality | None
    """R, O or C; null when the source does not say."""
    reference: str | None = None
    """Where the source table points, when not to the module's own section."""
    when: Condition | None = None
    """When it is required."""
    notes: tuple[Name, ...] = ()
    """Names of the profile's notes that apply to the optionality."""
    added_by: Name | None = None
    """The supplement that adds the row to the profile."""
    provenance: Provenance | None = None
    """Where the row was read, when elsewhere than the others."""


class Rule(Value):
    """A requirement over several rows of one actor."""

    at_least_one_of: tuple[Name, ...] = ()
    """Transactions or content modules of which the actor supports at least one."""
    at_least_one_option_of: tuple[Name, ...] = ()
    """Options, or names of option families, of which the actor supports at least one."""


class ProfileActor(Value):
    """An actor of the profile and what it must support."""

    actor: Name
    """The actor's name, for example ``Document Registry``."""
    description: Prose | None = None
    """What the profile requires of the actor beyond the tables (X.1.1)."""
    transactions: tuple[TransactionUse, ...] = ()
    """The transactions it takes part in."""
    content_modules: tuple[ContentModuleUse, ...] = ()
    """The content modules it makes or reads."""
    rules: tuple[Rule, ...] = ()
    """At-least-one rules over the rows above."""
    notes: tuple[Name, ...] = ()
    """Names of the profile's notes that apply to the actor as a whole."""
    added_by: Name | None = None
    """The supplement that adds the actor to the profile."""
    unknown: tuple[Unknown, ...] = ()
    """Tables whose rows for this actor are not publicly known, so that *none* is not claimed."""


class ProfileProvenance(Provenance):
    """Where a profile's facts were read, table by table where they differ."""

    actors: Provenance | None = None
    """Where the actors, transactions and content modules were read."""
    options: Provenance | None = None
    """Where the options were read."""
    groupings: Provenance | None = None
    """Where the groupings were read."""
    text: Provenance | None = None
    """Where the facts told in the text were read."""


class Dependency(Value):
    """A profile that this one rests on (Volume 1, chapter 2)."""

    profiles: tuple[Name, ...] = ()
    """The profiles needed; with several, one of them."""
    any_profile: Name | None = None
    """A class of profiles instead, for example ``content``."""
    how: str | None = None
    """How the dependency shows, for example *every actor grouped with Time Client*."""
    purpose: str | None = None
    """Why it exists."""
    provenance: Provenance = Provenance()
    """Where it was read."""


class Profile(Entity):
    """A profile: a solution to one interoperability problem."""

    kind_name: ClassVar[str] = "profile"
    name_field: ClassVar[str] = "profile"

    profile: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9.+-]*$")]
    """The acronym, for example ``XDS.b``."""
    title: Name
    """The full title without the acronym."""
    chapter: Annotated[str, Field(pattern=r"^([0-9]+|X+)$")] | None = None
    """The chapter in Volume 1, a quoted string: ``"10"``. It belongs to the profile for life."""
    former_chapter: Annotated[str, Field(pattern=r"^[0-9]+$")] | None = None
    """A chapter it once had that now belongs to another profile."""
    chapter_note: str | None = None
    """What the volume says of the chapter, for example ``blank``."""
    stage: Stage
    """Where it stands in the life cycle."""
    kind: tuple[ProfileKind, ...] = Field(min_length=1)
    """What sort of profile it is."""
    published_in: str | None = None
    """The document that carries it, for example ``ITI TF-1`` or ``supplement``."""
    capsule: Prose
    """One sentence for lists of profiles."""
    replaced_by: tuple[Name, ...] = ()
    """Profiles to use in its place."""
    provenance: ProfileProvenance = ProfileProvenance()
    """Where its facts were read."""
    unknown: tuple[Unknown, ...] = ()
    """Tables that are not publicly known; the chapter says so instead of claiming *none*."""
    introduction: Prose | None = None
    """What the profile does and for whom."""
    actors: tuple[ProfileActor, ...] = ()
    """The actors with their transactions and content modules (X.1)."""
    notes: dict[str, Prose] = Field(default_factory=dict)
    """Notes under the tables, by a short name that rows refer to."""
    options: tuple[Option, ...] = ()
    """The options (X.2)."""
    option_families: tuple[OptionFamily, ...] = ()
    """Sections that hold the options of one family; without one, the options follow each other."""
    groupings: tuple[Grouping, ...] = ()
    """The groupings (X.3)."""
    concepts: Prose | None = None
    """Concepts a reader needs (X.4.1)."""
    use_cases: tuple[UseCase, ...] = ()
    """The use cases (X.4.2)."""
    security: Prose | None = None
    """Security considerations (X.5)."""
    cross_profile: Prose | None = None
    """Cross profile considerations (X.6)."""
    dependencies: tuple[Dependency, ...] | None = None
    """Profiles it rests on; an empty list says that there are none, null that it is not known."""
    open_issues: tuple[Issue, ...] = ()
    """Questions to reviewers."""
    closed_issues: tuple[Issue, ...] = ()
    """Answered questions, each with its resolution."""
    changes: tuple[Change, ...] = ()
    """What the profile's supplement changes in text that is published already; it is printed in the supplement, and the
    text it changes stays as it is until the supplement is final text."""

    @property
    def heading(self) -> str:
        """Title and acronym: ``Cross-Enterprise Document Sharing (XDS.b)``; the acronym alone when both are one."""
        return self.title if self.title == self.profile else f"{self.title} ({self.profile})"

    @property
    def section(self) -> str:
        """The number its sections start with: its chapter, or ``X`` while it has none."""
        return self.chapter or "X"

    def actor(self, name: str) -> ProfileActor | None:
        """The profile's actor of that name, or None."""
        return next((actor for actor in self.actors if actor.actor == name), None)

    def options_of(self, actor: str) -> tuple[Option, ...]:
        """The options an actor may declare, in the order they are written."""
        return tuple(o for o in self.options if any(a.actor == actor for a in o.actors))

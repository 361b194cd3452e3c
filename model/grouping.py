"""Groupings: actors that must live in the same system (section X.3 of a profile)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from model.entity import Name, Optionality, Prose, Provenance, Value


class Condition(Value):
    """When something is required."""

    option: Name | None = None
    """The option of this profile that makes it required."""
    any_option: tuple[Name, ...] = ()
    """Options of which any one makes it required."""
    text: Prose | None = None
    """The condition in words, when no option expresses it."""

    @model_validator(mode="after")
    def _says_something(self) -> Condition:
        if not (self.option or self.any_option or self.text):
            raise ValueError("a condition needs option, any_option or text")
        return self

    @property
    def options(self) -> tuple[str, ...]:
        """Every option named in the condition."""
        return ((self.option,) if self.option else ()) + self.any_option


class GroupedActor(Value):
    """An actor to be grouped with."""

    profile: Name | None = None
    """The profile of the actor, for example ``ATNA``."""
    any_profile: Name | None = None
    """A class of profiles instead of one, for example ``content``: any content profile will do."""
    actor: Name
    """The actor, for example ``Secure Node``."""
    options: tuple[Name, ...] = ()
    """Options of that actor which must be supported."""
    choose_options: Literal["all", "one"] = "all"
    """Whether all of the named options are needed, or one of them."""
    without: tuple[Name, ...] = ()
    """Options of that actor which must not be used."""

    @model_validator(mode="after")
    def _one_profile(self) -> GroupedActor:
        if bool(self.profile) == bool(self.any_profile):
            raise ValueError("a grouped actor needs either profile or any_profile")
        return self


class GroupedBundle(Value):
    """Actors that belong together as one alternative, such as the two XDW needs in an XDS environment."""

    bundle: Name
    """A short name for the alternative, for example ``XDS``."""
    all: tuple[GroupedActor, ...] = Field(min_length=1)
    """The actors that are all needed when this alternative is chosen."""


class Grouping(Value):
    """One required or optional grouping of an actor."""

    actor: Name
    """The actor of this profile."""
    grouped_with: tuple[GroupedActor | GroupedBundle, ...] = Field(alias="with", min_length=1)
    """What it is grouped with: actors, or bundles of actors that go together."""
    choose: Literal["all", "one", "at_least_one"] = "all"
    """Whether all of them are needed, exactly one, or at least one."""
    optionality: Optionality | None = "R"
    """R unless the grouping is optional (O) or conditional (C); null when the source does not say."""
    when: Condition | None = None
    """When the grouping applies; without it, always."""
    notes: tuple[Name, ...] = ()
    """Names of the profile's notes that apply."""
    bindings: str | None = None
    """Reference to the content bindings, for example ``ITI TF-3: 5.1``."""
    provenance: Provenance | None = None
    """Where the grouping was read, when elsewhere than the others."""

    @property
    def grouped_actors(self) -> tuple[GroupedActor, ...]:
        """Every grouped actor, those inside bundles included."""
        return tuple(
            actor
            for item in self.grouped_with
            for actor in (item.all if isinstance(item, GroupedBundle) else (item,))
        )

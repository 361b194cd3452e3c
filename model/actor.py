"""Actors: the parts that systems play (General Introduction, Appendix A)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, StrictBool

from model.entity import Entity, Name, Prose, Provenance, Value


class ActorMeaning(Value):
    """What the name means in one profile, where that differs from its general definition."""

    profile: Name
    """The profile in which the name has this meaning, for example ``IRA``."""
    definition: Prose
    """One sentence that defines the actor there."""


class Actor(Entity):
    """A part that a system plays: it takes part in transactions and has responsibilities."""

    kind_name: ClassVar[str] = "actor"
    name_field: ClassVar[str] = "actor"

    actor: Name
    """The actor's name as IHE writes it, for example ``Document Registry``."""
    definition: Prose
    """One short sentence, printed in the General Introduction, Appendix A."""
    meanings: tuple[ActorMeaning, ...] = ()
    """Other meanings of the same name in single profiles, such as Content Creator in IRA."""
    same_as: Name | None = None
    """The actor of which this name is only another spelling."""
    formerly: tuple[Name, ...] = ()
    """Names the actor had in earlier documents, such as ``Care Services Selective Consumer``."""
    combines: tuple[Name, ...] = ()
    """The actors that this one always unites, such as Image Manager and Image Archive."""
    abstract: StrictBool = False
    """True when no product claims the actor itself, only actors that refine it."""
    refines: Name | None = None
    """The abstract actor of which this one is a kind."""
    provenance: Provenance = Provenance()
    """Where name and definition come from."""


class ActorFile(Value):
    """``actors.yaml``: the actors a domain defines."""

    actors: tuple[Actor, ...] = Field(default=())
    """One entry an actor, in alphabetical order."""

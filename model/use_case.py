"""Use cases and their process flows (section X.4.2 of a profile)."""

from __future__ import annotations

import re
from typing import NamedTuple

from pydantic import Field, model_validator

from model.entity import Name, Prose, Value

_ONE_OF_SEVERAL = re.compile(r"(?<=\S) [A-Z0-9]$")


class Player(NamedTuple):
    """Who a name in a process flow stands for."""

    profile: str
    """The other profile, or an empty string."""
    actor: str
    """The actor, or the person."""


def player(name: str) -> Player:
    """``CT:Time Client`` is an actor of another profile, ``Time Client B`` one of several systems with that actor."""
    profile, _, actor = name.rpartition(":")
    return Player(profile.strip(), _ONE_OF_SEVERAL.sub("", actor.strip()))


class ProcessStep(Value):
    """One step of a process flow: a transaction between two actors, or something one of them does."""

    model_config = Value.model_config | {"populate_by_name": True}

    sender: Name = Field(alias="from")
    """The actor or person that acts; ``ACR:Actor`` names an actor of another profile, ``Actor A`` and ``Actor B``
    two systems with the same actor."""
    receiver: Name | None = Field(default=None, alias="to")
    """The actor it acts on; without it the step is an action of the first alone."""
    transaction: Name | None = None
    """The transaction exchanged."""
    step: str | None = None
    """What happens, in words, when it is no transaction or needs more words."""

    @model_validator(mode="after")
    def _says_something(self) -> ProcessStep:
        if not (self.transaction or self.step):
            raise ValueError("a step of a process flow needs transaction or step")
        return self


class UseCase(Value):
    """A situation in which the profile helps; informative, so it never says SHALL."""

    use_case: Name
    """A short name, for example ``Publish and retrieve a discharge summary``."""
    description: Prose
    """The situation, on less than a page."""
    process_flow: tuple[ProcessStep, ...] = ()
    """The steps, from first to last; they become a diagram with a text alternative."""
    flow_description: Prose | None = None
    """Text beside the diagram."""

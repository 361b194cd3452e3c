"""Use cases and their process flows (section X.4.2 of a profile)."""

from __future__ import annotations

from pydantic import Field, model_validator

from model.entity import Name, Prose, Value


class ProcessStep(Value):
    """One step of a process flow: a transaction between two actors, or something one of them does."""

    model_config = Value.model_config | {"populate_by_name": True}

    sender: Name = Field(alias="from")
    """The actor or person that acts; ``ACR:Actor`` names an actor of another profile."""
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

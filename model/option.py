"""Options: what an actor may support in addition (section X.2 of a profile)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, StrictBool

from model.entity import Name, Prose, Provenance, SectionNumber, Value


def _option_actor(value: Any) -> Any:
    return {"actor": value} if isinstance(value, str) else value


class OptionActor(Value):
    """One row of the table of options: an actor that may declare the option."""

    actor: Name
    """The actor, for example ``Document Source``."""
    reference: str | None = None
    """Where the option is specified for this actor, when elsewhere than for the others."""
    notes: tuple[Name, ...] = ()
    """Names of the profile's notes that apply to this row."""
    added_by: Name | None = None
    """The supplement that adds the row."""
    provenance: Provenance | None = None
    """Where the row was read, when elsewhere than the others."""


OptionActorRef = Annotated[
    OptionActor, BeforeValidator(_option_actor, json_schema_input_type=str | OptionActor)
]
"""An actor's name alone, or the actor with what differs for it."""


class OptionFamily(Value):
    """A section that holds the options of one family and what is true of all of them, as 9.2.6 in ATNA."""

    family: Name
    """The family, as the options name it."""
    title: Name
    """The heading, for example ``Secure Transport (STX) Options``."""
    section: SectionNumber
    """Its section, ``"9.2.6"``; the options' own sections lie below it."""
    description: Prose | None = None
    """What is true of every option of the family."""


class Option(Value):
    """A named addition that actors of a profile may declare."""

    option: Name
    """The option's name without the word Option, for example ``Document Replacement``."""
    section: SectionNumber | None = None
    """Its own section in the profile, ``"10.2.1"``: assigned once, then never changed."""
    reference: str | None = None
    """Where it is specified, when not in its own section: ``ITI TF-2: 3.12``."""
    actors: tuple[OptionActorRef, ...]
    """The actors that may declare it."""
    description: Prose | None = None
    """What an actor that declares it must do."""
    family: Name | None = None
    """Options of one family are alternatives; see ``at_least_one_option_of``."""
    mandatory: StrictBool = False
    """True when every actor listed must support it, although it is called an option."""
    requires: tuple[Name, ...] = ()
    """Options that must be declared with it."""
    requires_one_of: tuple[Name, ...] = ()
    """Options of which at least one must be declared with it."""
    excludes: tuple[Name, ...] = ()
    """Options that must not be declared at the same time."""
    transactions: tuple[Name, ...] = ()
    """Transactions that it makes required."""
    defined_in: Name | None = None
    """The domain that defines the option, when another one: ``RAD``."""
    added_by: Name | None = None
    """The supplement that adds the option to the profile."""
    notes: tuple[Name, ...] = ()
    """Names of the profile's notes that apply to every row."""
    provenance: Provenance | None = None
    """Where the option was read, when elsewhere than the profile's other options."""

"""Transactions: the exchanges between actors (Volume 2)."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, StrictBool

from model.audit import AuditMessage
from model.entity import ActorNames, Direction, Entity, Name, Prose, Provenance, SectionNumber, Stage, Value
from model.table import ContentTable


class Role(Value):
    """What one actor does in a transaction."""

    actor: Name
    """The actor, for example ``Document Consumer``."""
    role: Direction | None
    """``initiator`` starts it, ``responder`` answers, ``receiver`` only takes it in, ``performer`` acts
    without a message; null when the source does not say."""
    does: Prose | None = None
    """What the actor does, as one phrase: *Asks for metadata of documents.*"""
    stands_in_for: Name | None = None
    """The actor in whose place this one answers, as the XCA Initiating Gateway does for a Document Registry."""


def _standard_use(value: Any) -> Any:
    return {"standard": value} if isinstance(value, str) else value


class StandardUse(Value):
    """A base standard that a transaction or content module rests on."""

    standard: Name | None
    """The standard's id in ``frameworks/general/standards.yaml``; null when it is not listed there."""
    printed: str | None = None
    """How the transaction names it, when it adds a detail: ``HL7 v2.5 QBP/RSP``."""

    @property
    def label(self) -> str:
        """The text printed for it."""
        return self.printed or self.standard or ""


StandardRef = Annotated[
    StandardUse,
    BeforeValidator(_standard_use, json_schema_input_type=str | StandardUse),
]
"""A standard's id alone, or the id with the detail that is printed."""


class Message(Value):
    """One message of a transaction: section 3.Y.4.n and one arrow of the interaction diagram."""

    model_config = Value.model_config | {"populate_by_name": True}

    message: Name
    """The message's name, for example ``Registry Stored Query Request``."""
    senders: ActorNames = Field(alias="from", min_length=1)
    """The actor that sends it; a list when any one of several does."""
    receivers: ActorNames = Field(alias="to")
    """The actor that receives it; a list when any one of several does, ``[]`` when it is shown to a person."""
    is_response: StrictBool = Field(default=False, alias="response")
    """True when it answers the message before it; drawn with a dashed arrow."""
    trigger_events: Prose | None = None
    """What makes the sender send it (3.Y.4.n.1)."""
    semantics: Prose | None = None
    """What the message contains (3.Y.4.n.2)."""
    tables: tuple[ContentTable, ...] = ()
    """Tables of segments, attributes or parameters, printed after the semantics or ``under`` a heading of a text."""
    expected_actions: Prose | None = None
    """What the receiver does with it (3.Y.4.n.3)."""


class Transaction(Entity):
    """An exchange of messages between actors, or a behaviour that IHE numbers like one."""

    kind_name: ClassVar[str] = "transaction"
    name_field: ClassVar[str] = "transaction"

    transaction: Annotated[str, Field(pattern=r"^[A-Z]{2,8}-[A-Z]{0,2}[0-9]+$")]
    """The id: domain, hyphen, number, for example ``ITI-18``; placeholders are ``ITI-YY1``."""
    name: Name
    """The name without the id, for example ``Registry Stored Query``."""
    formerly: tuple[Name, ...] = ()
    """Names it had in earlier documents."""
    section: SectionNumber | None = None
    """Its section in Volume 2, a quoted string: ``"3.18"``."""
    stage: Stage
    """Where it stands in the life cycle."""
    replaced_by: tuple[Name, ...] = ()
    """The transactions to use in its place."""
    behaviour: StrictBool = False
    """True when it describes what an actor does without any message, as RAD-142 does."""
    summary: Prose | None = None
    """One sentence for the General Introduction, Appendix B."""
    scope: Prose | None = None
    """What the transaction is for (3.Y.1)."""
    roles: tuple[Role, ...] = ()
    """Every actor that takes part (3.Y.2). Profiles and diagrams take the direction from here."""
    standards: tuple[StandardRef, ...] = ()
    """The base standards it rests on (3.Y.3)."""
    messages: tuple[Message, ...] = ()
    """The messages in the order they are sent (3.Y.4 and the interaction diagram)."""
    protocol: Prose | None = None
    """Protocol requirements (3.Y.5)."""
    security: Prose | None = None
    """Security considerations (3.Y.6)."""
    audit: tuple[AuditMessage, ...] = ()
    """One audit message an actor, or one for each interaction it audits (3.Y.6.1)."""
    notes: tuple[Prose, ...] = ()
    """Remarks on the transaction's number or name."""
    provenance: Provenance = Provenance()
    """Where number, name, section and standards were read."""
    roles_provenance: Provenance | None = None
    """Where the roles were read, when elsewhere."""
    text_provenance: Provenance | None = None
    """Where the facts told in the text and its tables were read, when elsewhere."""

    @property
    def domain(self) -> str:
        """The code of the domain that owns the transaction: ``ITI`` for ITI-18."""
        return self.transaction.rpartition("-")[0]

    @property
    def number(self) -> str:
        """The number alone: ``18``, or ``YY1`` for a placeholder."""
        return self.transaction.rpartition("-")[2]

    @property
    def title(self) -> str:
        """Name and id in IHE's order: ``Registry Stored Query [ITI-18]``."""
        return f"{self.name} [{self.transaction}]"

    def directions(self, actor: str) -> tuple[Direction, ...]:
        """The directions of an actor, in the order of :attr:`roles`; empty when it has none."""
        return tuple(role.role for role in self.roles if role.actor == actor and role.role)

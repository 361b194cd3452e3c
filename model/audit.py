"""Audit messages: what an actor records of a transaction (section 3.Y.6.1)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from model.entity import ActorNames, Name, Prose, Value

EVENT_FIELDS = ("EventID", "EventActionCode", "EventDateTime", "EventOutcomeIndicator", "EventTypeCode")
PARTICIPANT_FIELDS = (
    "UserID",
    "AlternativeUserID",
    "UserName",
    "UserIsRequestor",
    "RoleIDCode",
    "NetworkAccessPointTypeCode",
    "NetworkAccessPointID",
)
AUDIT_SOURCE_FIELDS = ("AuditSourceID", "AuditEnterpriseSiteID", "AuditSourceTypeCode")
OBJECT_FIELDS = (
    "ParticipantObjectTypeCode",
    "ParticipantObjectTypeCodeRole",
    "ParticipantObjectDataLifeCycle",
    "ParticipantObjectIDTypeCode",
    "ParticipantObjectSensitivity",
    "ParticipantObjectID",
    "ParticipantObjectName",
    "ParticipantObjectQuery",
    "ParticipantObjectDetail",
)

AuditObject = Literal[
    "Patient", "Query Parameters", "Document", "Submission Set", "Study", "Order", "Resource", "Audit Log"
]

_PARTICIPANTS = ("Source", "Human Requestor", "Destination")


class AuditMessage(Value):
    """The audit record of one actor, or of several that write the same; event id and transaction are generated.

    With ``profile`` it is a FHIR AuditEvent, without it a DICOM audit message.
    """

    actors: ActorNames = Field(alias="actor")
    """The actor that records the event; a list when any one of several records the same."""
    event: Literal[
        "Export",
        "Import",
        "Query",
        "Patient Record",
        "Security Alert",
        "Application Activity",
        "Audit Log Used",
        "Order Record",
        "Procedure Record",
        "Begin Transferring DICOM Instances",
        "DICOM Instances Transferred",
        "RESTful Operation",
    ]
    """The DICOM audit event the record is built on, or ``RESTful Operation`` for a FHIR AuditEvent."""
    profile: Name | None = None
    """The AuditEvent profile the record conforms to, for example ``IHE.MHD.ProvideBundle.Audit.Source``."""
    pattern: Name | None = None
    """The Basic Audit Log Pattern that profile is derived from, for example ``PatientQuery``."""
    interaction: Literal["create", "read", "update", "delete", "search"] | None = None
    """The FHIR interaction of a ``RESTful Operation``; an actor may write one record for each."""
    action: Literal["C", "R", "U", "D", "E"] | None = None
    """EventActionCode: create, read, update, delete or execute."""
    sources: ActorNames = Field(default=(), alias="source")
    """The actor named as source participant; a list when it is any one of several."""
    destinations: ActorNames = Field(default=(), alias="destination")
    """The actor named as destination participant; a list when it is any one of several."""
    objects: tuple[AuditObject, ...] = ()
    """The objects the record names."""
    values: dict[str, Prose] = Field(default_factory=dict)
    """What fields hold, by group and field: ``Source.UserID: SOAP endpoint URI``. These fields are mandatory."""

    @field_validator("values")
    @classmethod
    def _names_fields(cls, values: dict[str, str]) -> dict[str, str]:
        for name in values:
            group, _, field = name.rpartition(".")
            if field not in fields_of(group):
                raise ValueError(f"`{name}` is no field of an audit message; write GROUP.FIELD")
        return values

    @model_validator(mode="after")
    def _fits_its_form(self) -> AuditMessage:
        if not self.is_fhir and (self.pattern or self.interaction):
            raise ValueError("`pattern` and `interaction` belong to a FHIR AuditEvent; name its `profile`")
        if self.is_fhir and self.values:
            raise ValueError("`values` are fields of a DICOM audit message, not of a FHIR AuditEvent")
        return self

    @property
    def is_fhir(self) -> bool:
        """Whether it is a FHIR AuditEvent: it names a profile, or is a RESTful operation."""
        return self.profile is not None or self.event == "RESTful Operation"

    @property
    def name(self) -> str:
        """The names of the actors that write it: ``Document Repository or Document Recipient``."""
        return " or ".join(self.actors)


def fields_of(group: str) -> tuple[str, ...]:
    """The fields of a group of an audit message, such as ``Event``, ``Source`` or ``Patient``."""
    if group == "Event":
        return EVENT_FIELDS
    if group in _PARTICIPANTS:
        return PARTICIPANT_FIELDS
    return AUDIT_SOURCE_FIELDS if group == "Audit Source" else OBJECT_FIELDS

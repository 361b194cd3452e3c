"""The audit message of one actor, in the groups and fields of IHE's tables; names and ids are generated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.document.audit_event_table import audit_event_table
from build_tools.document.blocks import Break, Cell, Inline, Prose, Row, Table
from build_tools.document.sections import line
from build_tools.outline import Caption
from model.audit import AuditMessage, fields_of
from model.transaction import Transaction

EVENT_CODES = {
    "Export": "110106",
    "Import": "110107",
    "Query": "110112",
    "Patient Record": "110110",
    "Security Alert": "110113",
    "Application Activity": "110100",
    "Audit Log Used": "110101",
    "Order Record": "110109",
    "Procedure Record": "110111",
    "Begin Transferring DICOM Instances": "110102",
    "DICOM Instances Transferred": "110104",
}
"""DICOM PS3.16, CID 400: the code of each audit event."""
ACTIONS = {"C": "Create", "R": "Read", "U": "Update", "D": "Delete", "E": "Execute"}

_ROLES = {
    "Source": 'EV(110153, DCM, "Source Role ID")',
    "Destination": 'EV(110152, DCM, "Destination Role ID")',
}
_NOT_SPECIALIZED = "not specialized"
_MANDATORY = {
    "EventID",
    "EventActionCode",
    "EventDateTime",
    "EventOutcomeIndicator",
    "EventTypeCode",
    "UserID",
    "ParticipantObjectTypeCode",
    "ParticipantObjectTypeCodeRole",
    "ParticipantObjectIDTypeCode",
    "ParticipantObjectID",
}
_OBJECTS: Mapping[str, tuple[str, str]] = {
    "Patient": ('"1" (person)', '"1" (patient)'),
    "Query Parameters": ('"2" (system object)', '"24" (query)'),
    "Document": ('"2" (system object)', '"3" (report)'),
    "Submission Set": ('"2" (system object)', '"20" (job)'),
    "Study": ('"2" (system object)', '"3" (report)'),
    "Audit Log": ('"2" (system object)', '"13" (security resource)'),
}
"""ParticipantObjectTypeCode and ParticipantObjectTypeCodeRole of each object (DICOM PS3.15, A.5.2)."""

_Group = tuple[str, str, dict[str, str]]
"""The name by which an editor calls a group, the heading printed, and what its fields always hold."""


def audit_table(transaction: Transaction, index: int, caption: Caption) -> Table:
    """The table of the audit message at that place in the transaction."""
    audit = transaction.audit[index]
    if audit.is_fhir:
        return audit_event_table(transaction, audit, EVENT_CODES.get(audit.event), caption)
    rows: list[Row] = []
    for name, printed, fixed in _groups(transaction, audit):
        fields = fields_of(name)
        head = Cell(tuple(_lines(printed)), len(fields), "rows")
        for place, field in enumerate(fields):
            own = f"{name}.{field}"
            is_given = own in audit.values or field in fixed or field in _MANDATORY
            opt = line("M" if is_given else "U")
            value = (
                Cell(Prose(audit.values[own], transaction.key, ("audit", index, "values", own)))
                if own in audit.values
                else line(fixed.get(field, _NOT_SPECIALIZED))
            )
            rows.append(Row((head, line(field), opt, value) if place == 0 else (line(field), opt, value)))
    return Table(
        ("Group", "Field Name", "Opt", "Value Constraints"),
        tuple(rows),
        caption.label,
        caption.anchor,
        "audit",
    )


def _groups(transaction: Transaction, audit: AuditMessage) -> Iterator[_Group]:
    event = {
        "EventID": f'EV({EVENT_CODES[audit.event]}, DCM, "{audit.event}")',
        "EventTypeCode": f'EV("{transaction.transaction}", "IHE Transactions", "{transaction.name}")',
    }
    if audit.action:
        event["EventActionCode"] = f'"{audit.action}" ({ACTIONS[audit.action]})'
    yield "Event", "Event (AuditMessage/EventIdentification)", event
    yield from _participants(transaction, audit)
    yield "Audit Source", f"Audit Source: {audit.name} (AuditMessage/AuditSourceIdentification)", {}
    for name in audit.objects:
        fixed = dict(
            zip(
                ("ParticipantObjectTypeCode", "ParticipantObjectTypeCodeRole"),
                _OBJECTS.get(name, ()),
                strict=False,
            )
        )
        yield name, f"{name} (AuditMessage/ParticipantObjectIdentification)", fixed


def _lines(heading: str) -> Iterator[Inline]:
    """The heading of a group, with the element of the audit message on lines of its own as IHE prints it."""
    name, bracket, element = heading.partition(" (")
    yield name
    if bracket:
        parent, slash, child = element.partition("/")
        yield from (Break(), f"({parent}{slash}", Break(), child)


def _participants(transaction: Transaction, audit: AuditMessage) -> Iterator[_Group]:
    """Source and destination, and the person where the actor is the one that starts the transaction."""
    if audit.event == "Audit Log Used":
        heading = "Reader: the person and the process, each if known (AuditMessage/ActiveParticipant)"
        yield "Human Requestor", heading, {"UserID": "Identity of the person or process that used the log"}
        return
    if audit.sources:
        yield _participant("Source", audit.sources)
    if _knows_the_person(transaction, audit):
        yield (
            "Human Requestor",
            "Human Requestor, if known (AuditMessage/ActiveParticipant)",
            {"UserID": "Identity of the person who started the transaction"},
        )
    if audit.destinations:
        yield _participant("Destination", audit.destinations)


def _participant(name: str, actors: tuple[str, ...]) -> _Group:
    heading = f"{name}: {' or '.join(actors)} (AuditMessage/ActiveParticipant)"
    return name, heading, {"RoleIDCode": _ROLES[name]}


def _knows_the_person(transaction: Transaction, audit: AuditMessage) -> bool:
    """Whether a person stands behind the actor: it starts the transaction, or the message says so."""
    directions = {d for actor in audit.actors for d in transaction.directions(actor)}
    says_so = any(name.startswith("Human Requestor.") for name in audit.values)
    return says_so or not directions or bool(directions & {"initiator", "performer"})

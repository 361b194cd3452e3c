"""The audit message of one actor as a FHIR AuditEvent; codes and names are generated."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import Cell, Row, Table
from build_tools.document.sections import line
from build_tools.outline import Caption
from model.audit import AuditMessage
from model.transaction import Transaction

_ACTIONS = {"C": "create", "R": "read", "U": "update", "D": "delete", "E": "execute"}
_AGENTS = {"Source": 'DCM#110153 "Source Role ID"', "Destination": 'DCM#110152 "Destination Role ID"'}
_AGENTS_OF_DELETE = {
    "Source": 'DCM#110150 "Application"',
    "Destination": 'provenance-participant-type#custodian "Custodian"',
}
"""The Basic Audit Log Pattern for a deletion gives client and server these types."""
_SYSTEM_OBJECT = 'audit-entity-type#2 "System Object"'
_ENTITIES = {
    "Patient": ('audit-entity-type#1 "Person"', 'object-role#1 "Patient"', "what", "The patient"),
    "Query Parameters": (
        _SYSTEM_OBJECT,
        'object-role#24 "Query"',
        "query",
        "The request as it was sent, base64 encoded",
    ),
    "Document": (_SYSTEM_OBJECT, 'object-role#3 "Report"', "what", "The document"),
    "Submission Set": (_SYSTEM_OBJECT, 'object-role#20 "Job"', "what", "The List of the submission set"),
    "Resource": (
        _SYSTEM_OBJECT,
        'object-role#4 "Domain Resource", #3 "Report" or #20 "Job"',
        "what",
        "The resource",
    ),
}
"""For each object its type, its role, the element that names it, and what that holds."""

_Element = tuple[str, str]
"""An element's name and what it holds."""


def audit_event_words(audit: AuditMessage) -> str:
    """The sentence before the table: what the record conforms to."""
    profile = f" that conforms to the profile {audit.profile}" if audit.profile else ""
    pattern = f"; it follows the Basic Audit Log Pattern {audit.pattern}" if audit.pattern else ""
    return f"The record is a FHIR AuditEvent{profile}{pattern}."


def audit_event_table(
    transaction: Transaction, audit: AuditMessage, event_code: str | None, caption: Caption
) -> Table:
    """The table of the AuditEvent; with the DICOM code of its event, unless it is a RESTful operation."""
    rows: list[Row] = []
    for group, elements in _groups(transaction, audit, event_code):
        head = Cell((group,), len(elements), "rows")
        for place, (element, value) in enumerate(elements):
            cells = (line(element), line(value))
            rows.append(Row((head, *cells) if place == 0 else cells))
    return Table(
        ("Group", "Element", "Value Constraints"), tuple(rows), caption.label, caption.anchor, "audit"
    )


def _groups(
    transaction: Transaction, audit: AuditMessage, event_code: str | None
) -> Iterator[tuple[str, list[_Element]]]:
    yield "Event (AuditEvent)", _event(transaction, audit, event_code)
    types = _AGENTS_OF_DELETE if audit.interaction == "delete" else _AGENTS
    for role, actors in (("Source", audit.sources), ("Destination", audit.destinations)):
        if actors:
            yield f"{role}: {' or '.join(actors)} (AuditEvent.agent)", _agent(types[role])
    yield "User, if known (AuditEvent.agent)", [("who", "The user"), ("requestor", "true")]
    yield "Audit Source (AuditEvent.source)", [("observer", f"The {audit.name}, as in agent.who")]
    for name in audit.objects:
        yield f"{name} (AuditEvent.entity)", _entity(name)


def _event(transaction: Transaction, audit: AuditMessage, event_code: str | None) -> list[_Element]:
    code = f'urn:ihe:event-type-code#{transaction.transaction} "{transaction.name}"'
    elements = [
        ("type", f'DCM#{event_code} "{audit.event}"' if event_code else "audit-event-type#rest"),
        ("subtype", code),
    ]
    if audit.interaction:
        elements.append(("subtype", f"restful-interaction#{audit.interaction}"))
    if audit.action:
        elements.append(("action", f"{audit.action} ({_ACTIONS[audit.action]})"))
    outcome = "0 (success)" if audit.pattern else "Whether the transaction succeeded"
    return [*elements, ("recorded", "Time of the record"), ("outcome", outcome)]


def _agent(kind: str) -> list[_Element]:
    return [("type", kind), ("who", "Identity of the actor"), ("network", "Its network address")]


def _entity(name: str) -> list[_Element]:
    kind, role, element, value = _ENTITIES.get(
        name, (_SYSTEM_OBJECT, "Not specialized", "what", f"The {name.lower()}")
    )
    return [("type", kind), ("role", role), (element, value)]

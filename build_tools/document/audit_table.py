"""The audit message of one actor, in the groups and fields of IHE's tables; names and ids are generated."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import Cell, Row, Table
from build_tools.document.sections import line
from build_tools.outline import Caption
from model.transaction import AuditMessage, Transaction

EVENT_IDS = {
    "Export": 'EV(110106, DCM, "Export")',
    "Import": 'EV(110107, DCM, "Import")',
    "Query": 'EV(110112, DCM, "Query")',
    "Patient Record": 'EV(110110, DCM, "Patient Record")',
    "Security Alert": 'EV(110113, DCM, "Security Alert")',
    "Application Activity": 'EV(110100, DCM, "Application Activity")',
    "Order Record": 'EV(110109, DCM, "Order Record")',
}
"""DICOM PS3.16, CID 400: the code of each audit event."""

_PARTICIPANT = (
    "UserID",
    "AlternativeUserID",
    "UserName",
    "UserIsRequestor",
    "RoleIDCode",
    "NetworkAccessPointTypeCode",
    "NetworkAccessPointID",
)
_ROLE_SOURCE = 'EV(110153, DCM, "Source Role ID")'
_ROLE_DESTINATION = 'EV(110152, DCM, "Destination Role ID")'
_NOT_SPECIALIZED = "not specialized"

_Field = tuple[str, str, str]


def audit_table(transaction: Transaction, audit: AuditMessage, caption: Caption) -> Table:
    """The table of one actor's audit message."""
    rows: list[Row] = []
    for group, fields in _groups(transaction, audit):
        head = Cell((group,), len(fields), "rows")
        for index, (name, opt, value) in enumerate(fields):
            rest = (line(name), line(opt), line(value))
            rows.append(Row((head, *rest) if index == 0 else rest))
    return Table(
        ("Group", "Field Name", "Opt", "Value Constraints"),
        tuple(rows),
        caption.label,
        caption.anchor,
        "audit",
    )


def _groups(transaction: Transaction, audit: AuditMessage) -> Iterator[tuple[str, list[_Field]]]:
    event_type = f'EV("{transaction.transaction}", "IHE Transactions", "{transaction.name}")'
    yield (
        "Event (AuditMessage/EventIdentification)",
        [
            ("EventID", "M", EVENT_IDS[audit.event]),
            ("EventActionCode", "M", f'"{audit.action}"' if audit.action else _NOT_SPECIALIZED),
            ("EventDateTime", "M", _NOT_SPECIALIZED),
            ("EventOutcomeIndicator", "M", _NOT_SPECIALIZED),
            ("EventTypeCode", "M", event_type),
        ],
    )
    if audit.source:
        yield f"Source: {audit.source} (AuditMessage/ActiveParticipant)", _participant(_ROLE_SOURCE)
    yield "Human Requestor (AuditMessage/ActiveParticipant, 0..n)", _participant(None)
    if audit.destination:
        yield (
            f"Destination: {audit.destination} (AuditMessage/ActiveParticipant)",
            _participant(_ROLE_DESTINATION),
        )
    yield (
        "Audit Source (AuditMessage/AuditSourceIdentification)",
        [
            ("AuditSourceID", "U", _NOT_SPECIALIZED),
            ("AuditEnterpriseSiteID", "U", _NOT_SPECIALIZED),
            ("AuditSourceTypeCode", "U", _NOT_SPECIALIZED),
        ],
    )
    for name in audit.objects:
        yield (
            f"{name} (AuditMessage/ParticipantObjectIdentification)",
            [
                ("ParticipantObjectTypeCode", "M", _NOT_SPECIALIZED),
                ("ParticipantObjectTypeCodeRole", "M", _NOT_SPECIALIZED),
                ("ParticipantObjectIDTypeCode", "M", _NOT_SPECIALIZED),
                ("ParticipantObjectID", "M", _NOT_SPECIALIZED),
            ],
        )


def _participant(role: str | None) -> list[_Field]:
    rows = []
    for name in _PARTICIPANT:
        if name == "RoleIDCode" and role:
            rows.append((name, "M", role))
        else:
            rows.append((name, "M" if name == "UserID" else "U", _NOT_SPECIALIZED))
    return rows

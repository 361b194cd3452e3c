"""The audit message of one actor as a FHIR AuditEvent, after the Basic Audit Log Patterns."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import Cell, Row, Table
from build_tools.document.sections import line
from build_tools.outline import Caption
from model.audit import AuditMessage
from model.transaction import Transaction

_ACTIONS = {"C": "create", "R": "read", "U": "update", "D": "delete", "E": "execute"}
_Element = tuple[str, str]


def audit_event_table(transaction: Transaction, audit: AuditMessage, caption: Caption) -> Table:
    """The table of the AuditEvent: its profile, codes, agents and entities."""
    rows: list[Row] = []
    for group, elements in _groups(transaction, audit):
        head = Cell((group,), len(elements), "rows")
        for place, (element, value) in enumerate(elements):
            cells = (line(element), line(value))
            rows.append(Row((head, *cells) if place == 0 else cells))
    return Table(("Group", "Element", "Value"), tuple(rows), caption.label, caption.anchor, "audit")


def _groups(transaction: Transaction, audit: AuditMessage) -> Iterator[tuple[str, list[_Element]]]:
    event: list[_Element] = []
    if audit.profile:
        event.append(("meta.profile", audit.profile))
    if audit.pattern:
        event.append(("Pattern", audit.pattern))
    event.append(("type", '"rest" (RESTful Operation)'))
    if audit.interaction:
        event.append(("subtype", f'"{audit.interaction}" (FHIR interaction)'))
    event.append(("subtype", f'"{transaction.transaction}" ({transaction.name})'))
    if audit.action:
        event.append(("action", f'"{audit.action}" ({_ACTIONS[audit.action]})'))
    yield "Event", event
    agents = [
        (f"agent: {role}", " or ".join(actors))
        for role, actors in (("source", audit.sources), ("destination", audit.destinations))
        if actors
    ]
    yield "Agents", [*agents, ("agent: user", "The person or system that asks, if known")]
    yield "Source", [("source.observer", audit.name)]
    if audit.objects:
        yield "Entities", [(f"entity: {name.lower()}", "Required") for name in audit.objects]

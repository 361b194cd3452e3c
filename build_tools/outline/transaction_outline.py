"""The outline of a transaction (Volume 2, section 3.Y)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.outline.headings import Caption, Heading, Wanted, captions
from build_tools.outline.prose_outline import captions_after, captions_at, heading_titles, prose_outline
from model.entity import Stage
from model.transaction import Message, Transaction

MESSAGE_PARTS = {
    "trigger_events": "Trigger Events",
    "semantics": "Message Semantics",
    "expected_actions": "Expected Actions",
}
"""The sections of a message in their order: the field of each and its heading."""


def transaction_outline(transaction: Transaction) -> Heading:
    """The section: scope, actor roles, referenced standards, messages, protocol, security.

    A number whose text was taken back keeps only the standards it rested on.
    """
    y = transaction.section or transaction.number
    standards = _standards(transaction, f"{y}.3")
    if transaction.stage in (Stage.UNASSIGNED, Stage.WITHDRAWN) and not transaction.roles:
        return Heading(y, transaction.title, "transaction", (standards,) if transaction.standards else ())
    roles: Wanted | None = ("table", "roles", "Actor Roles") if transaction.roles else None
    sections = (
        Heading(f"{y}.1", "Scope", "scope", prose_outline(transaction.scope, f"{y}.1")),
        Heading(f"{y}.2", "Actor Roles", "roles", captions=captions(f"{y}.2", roles)),
        standards,
        _messages(transaction, f"{y}.4"),
        Heading(f"{y}.5", "Protocol Requirements", "protocol", prose_outline(transaction.protocol, f"{y}.5")),
        _security(transaction, f"{y}.6"),
    )
    return Heading(y, transaction.title, "transaction", sections)


def _standards(transaction: Transaction, number: str) -> Heading:
    table: Wanted | None = ("table", "standards", "Referenced Standards") if transaction.standards else None
    return Heading(number, "Referenced Standards", "standards", captions=captions(number, table))


def _messages(transaction: Transaction, number: str) -> Heading:
    figure: Wanted | None = ("figure", "diagram", "Interaction Diagram") if transaction.roles else None
    messages = tuple(_message(m, f"{number}.{n}", n - 1) for n, m in enumerate(transaction.messages, 1))
    return Heading(number, "Messages", "messages", messages, captions(number, figure))


def _message(message: Message, number: str, index: int) -> Heading:
    parts = tuple(
        Heading(
            f"{number}.{n}",
            title,
            f"message:{index}:{field}",
            prose_outline(getattr(message, field), f"{number}.{n}", message.tables),
            _part_captions(message, field, title, f"{number}.{n}"),
        )
        for n, (field, title) in enumerate(MESSAGE_PARTS.items(), 1)
    )
    return Heading(number, message.message, f"message:{index}", parts)


def _part_captions(message: Message, field: str, title: str, number: str) -> tuple[Caption, ...]:
    """Tables that name the part; the semantics also have those that name no heading."""
    if field != "semantics":
        return captions_at(title, number, message.tables)
    others = [
        heading
        for name, other in MESSAGE_PARTS.items()
        if name != field
        for heading in (other, *heading_titles(getattr(message, name)))
    ]
    return captions_after(message.semantics, number, message.tables, others)


def _security(transaction: Transaction, number: str) -> Heading:
    audits = tuple(
        Heading(
            f"{number}.1.{n}",
            title,
            f"audit:{n - 1}",
            captions=captions(f"{number}.1.{n}", ("table", "audit", title)),
        )
        for n, title in enumerate(_audit_titles(transaction), 1)
    )
    children = (Heading(f"{number}.1", "Security Audit Considerations", "audit", audits),) if audits else ()
    return Heading(number, "Security Considerations", "security", children)


def _audit_titles(transaction: Transaction) -> Iterator[str]:
    """The heading of each audit message; an actor with several has the interaction added."""
    records = Counter(audit.name for audit in transaction.audit)
    for audit in transaction.audit:
        interaction = f" ({audit.interaction})" if records[audit.name] > 1 and audit.interaction else ""
        yield f"{audit.name} Audit Message{interaction}"

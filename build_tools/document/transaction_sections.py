"""The sections of a transaction: scope, roles, standards, messages, protocol, security."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from build_tools.diagrams import DiagramRequest
from build_tools.document.audit_event_table import audit_event_words
from build_tools.document.audit_table import audit_table
from build_tools.document.blocks import Block, Break, Cell, Figure, Inline, Paragraph, Prose, Row, Table
from build_tools.document.links import Linker
from build_tools.document.phrases import DIRECTIONS, NOT_STATED, NOT_WRITTEN
from build_tools.document.sections import fixed_phrase, line, prose
from build_tools.outline import Caption, Heading, slug
from model.entity import Key
from model.table import ContentTable
from model.transaction import StandardUse, Transaction

_NOT_MARKDOWN = frozenset({"", "-", "--", "+", "*"})
"""Cells that say *nothing here*; Markdown would take them for lists."""


class TransactionSections:
    """Fills the sections of one transaction."""

    def __init__(self, linker: Linker, transaction: Transaction) -> None:
        """Sections of this transaction."""
        self._linker = linker
        self._transaction = transaction

    def fill(self, heading: Heading) -> Iterable[Block]:
        """The blocks of a section, by its slot."""
        kind = heading.slot.partition(":")[0]
        return self._fills[kind](heading) if kind in self._fills else ()

    @cached_property
    def _fills(self) -> Mapping[str, Callable[[Heading], Iterable[Block]]]:
        """For each slot the method that fills it."""
        transaction = self._transaction
        return {
            "scope": lambda _: prose(transaction, "scope", transaction.scope, NOT_WRITTEN),
            "roles": self._roles,
            "standards": self._standards,
            "messages": self._messages,
            "message": self._message,
            "protocol": lambda _: prose(transaction, "protocol", transaction.protocol, "NA"),
            "security": lambda _: prose(transaction, "security", transaction.security, NOT_WRITTEN),
            "audit": self._audit,
        }

    def _audit(self, heading: Heading) -> Iterator[Block]:
        _, _, number = heading.slot.partition(":")
        if not number:
            return
        audit = self._transaction.audit[int(number)]
        if audit.is_fhir:
            yield Paragraph((audit_event_words(audit),))
        yield audit_table(self._transaction, int(number), heading.caption("audit"))

    def _roles(self, heading: Heading) -> Iterator[Block]:
        if not self._transaction.roles:
            yield fixed_phrase("The actors of this transaction are not publicly known to this project.")
            return
        caption = heading.caption("roles")
        rows = []
        for role in self._transaction.roles:
            word = DIRECTIONS[role.role] if role.role else NOT_STATED
            stands = (Break(), f"Answers in place of a {role.stands_in_for}.") if role.stands_in_for else ()
            does = line(role.does.strip(), *stands) if role.does else line(*(stands[1:] or ("--",)))
            rows.append(Row((Cell((self._linker.link("actor", role.actor),), heads="row"), line(word), does)))
        yield Table(
            ("Actor", "Initiator or Responder", "Role"), tuple(rows), caption.label, caption.anchor, "roles"
        )

    def _standards(self, heading: Heading) -> Iterator[Block]:
        if not self._transaction.standards:
            yield fixed_phrase("Not stated.")
            return
        caption = heading.caption("standards")
        rows = tuple(standard_row(self._linker, use) for use in self._transaction.standards)
        yield Table(("Standard", "Title"), rows, caption.label, caption.anchor, "standards")

    def _messages(self, heading: Heading) -> Iterator[Block]:
        transaction = self._transaction
        for caption in heading.captions:
            yield Figure(
                DiagramRequest(
                    "interaction", f"interaction-{slug(transaction.transaction)}", transaction.key
                ),
                caption.label,
                caption.anchor,
            )
        if transaction.behaviour:
            yield Paragraph(
                ("This transaction describes what an actor does; no message is exchanged.",), "note"
            )
        elif not transaction.messages:
            yield fixed_phrase(NOT_WRITTEN)

    def _message(self, heading: Heading) -> Iterator[Block]:
        _, number, *rest = heading.slot.split(":")
        index = int(number)
        message = self._transaction.messages[index]
        if not rest:
            senders, receivers = self._any_of(message.senders), self._any_of(message.receivers)
            if message.receivers:
                yield Paragraph((*senders, " sends this message to ", *receivers, "."))
            return
        path = ("messages", index)
        text = Prose(getattr(message, rest[0]) or "", self._transaction.key, (*path, rest[0]))
        blocks = tuple(prose_with_tables(heading, text, (*path, "tables"), message.tables))
        yield from blocks or (fixed_phrase("Not applicable."),)

    def _any_of(self, actors: Sequence[str]) -> Iterator[Inline]:
        """Links to actors: ``A``, ``A or B``, ``A, B or C``."""
        for index, actor in enumerate(actors):
            if index:
                yield " or " if index == len(actors) - 1 else ", "
            yield self._linker.link("actor", actor)


def prose_with_tables(
    heading: Heading, text: Prose, path: tuple[str | int, ...], tables: Sequence[ContentTable]
) -> Iterator[Block]:
    """A text with the tables that the outline gives it: under the headings they name, the others after the text."""
    mine = [h for h in heading.walk() if h is heading or h.is_written]
    titles = {h.title for h in mine}
    found = {c.slot: c for h in mine for c in h.captions}
    pairs = [
        (table, content_table(text.key, (*path, i), table, found[f"table:{i}"]))
        for i, table in enumerate(tables)
        if f"table:{i}" in found
    ]
    if text.text:
        under = tuple(
            ("" if table.under == heading.title else table.under or "", block)
            for table, block in pairs
            if table.under in titles
        )
        yield replace(text, tables=under)
    yield from (block for table, block in pairs if not text.text or table.under not in titles)


def standard_row(linker: Linker, use: StandardUse) -> Row:
    """A row of a table of referenced standards."""
    standard = linker.framework.standard(use.standard) if use.standard else None
    title = f"{standard.body}: {standard.title}" if standard else "--"
    return Row(
        (
            Cell(
                (linker.link("standard", use.standard or "", use.label) if standard else use.label,),
                heads="row",
            ),
            line(title),
        )
    )


def content_table(key: Key, path: tuple[str | int, ...], table: ContentTable, caption: Caption) -> Table:
    """A table that an editor wrote; its cells are Markdown."""
    rows = tuple(
        Row(
            tuple(
                line(text) if text in _NOT_MARKDOWN else Cell(Prose(text, key, (*path, "rows", r, c)))
                for c, text in enumerate(row)
            )
        )
        for r, row in enumerate(table.rows)
    )
    notes = tuple(Prose(note, key, (*path, "notes", n)) for n, note in enumerate(table.notes))
    return Table(table.columns, rows, caption.label, caption.anchor, "content", notes)

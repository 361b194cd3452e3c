"""The page of a transaction: its section in Volume 2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.diagrams import DiagramRequest
from build_tools.document.audit_table import audit_table
from build_tools.document.blocks import (
    Block,
    Box,
    Break,
    Cell,
    Figure,
    Inline,
    Page,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
)
from build_tools.document.links import Linker
from build_tools.document.phrases import DIRECTIONS, NOT_STATED, NOT_WRITTEN
from build_tools.document.provenance import entity_provenance
from build_tools.document.sections import fixed_phrase, line, prose, sections
from build_tools.outline import Heading, slug
from model.entity import Entity, Stage
from model.framework import DomainFramework
from model.table import ContentTable
from model.transaction import StandardUse, Transaction


def transaction_page(linker: Linker, part: DomainFramework, transaction: Transaction) -> Page:
    """The whole section of a transaction, with the profiles that use it."""
    outline = linker.places.outline(transaction)
    assert outline is not None
    root = sections(outline, _TransactionSection(linker, transaction).fill, transaction.key)
    if transaction.stage in (Stage.UNASSIGNED, Stage.WITHDRAWN) and not transaction.roles:
        root = Section(root.number, root.title, root.anchor, (), transaction.key)
    volume = part.domain.volume("transactions") if part.domain else None
    number = volume.volume if volume else "2"
    blocks = (
        *_front(linker, transaction),
        *root.blocks,
        *_used_by(linker, transaction),
        *entity_provenance(("Transaction", transaction.provenance), ("Roles", transaction.roles_provenance)),
    )
    summary = (transaction.summary or "").strip()
    return Page(
        linker.address("transaction", transaction.transaction) or "",
        transaction.title,
        "transaction",
        (Section(root.number, root.title, root.anchor, blocks, transaction.key),),
        summary,
        part.code,
        number,
        transaction.stage.value,
        f"{part.code} TF-{number}: {transaction.section or transaction.number}",
        keys=(transaction.key,),
        nav=f"{part.code}-{number}",
    )


def _front(linker: Linker, transaction: Transaction) -> Iterator[Block]:
    if transaction.stage.is_past:
        parts: list[Inline] = [f"This transaction is {transaction.stage.label.lower()}."]
        for index, name in enumerate(transaction.replaced_by):
            found = linker.framework.transaction(name)
            parts += [
                " Use " if index == 0 else " or ",
                linker.link("transaction", name, found.title if found else name),
            ]
        parts += [" instead."] if transaction.replaced_by else []
        title = Paragraph((transaction.stage.label,), "admonition-title")
        yield Box(
            (title, Paragraph(tuple(parts))),
            "admonition warning",
            "aside",
            (("aria-label", "Status of this transaction"),),
        )
    if transaction.summary:
        yield Paragraph((transaction.summary.strip(),), "lead")
    if transaction.formerly:
        yield Paragraph((f"Formerly named {', '.join(transaction.formerly)}.",), "note")
    for index, note in enumerate(transaction.notes):
        yield Prose(note, transaction.key, ("notes", index))


def _used_by(linker: Linker, transaction: Transaction) -> Iterator[Block]:
    """The profiles that use the transaction, each with its actors."""
    actors: dict[str, list[str]] = {}
    for profile, actor, _ in linker.framework.uses.get(transaction.transaction, ()):
        actors.setdefault(profile.profile, []).append(actor.actor)
    if not actors:
        return
    rows = []
    for name in actors:
        profile = linker.framework.profile(name)
        stage = profile.stage.label if profile else ""
        rows.append(
            Row(
                (
                    Cell((linker.link("profile", name),), heads="row"),
                    line(profile.title if profile else ""),
                    line(*_lines([linker.link("actor", actor) for actor in dict.fromkeys(actors[name])])),
                    line(stage),
                )
            )
        )
    table = Table(("Profile", "Title", "Actors", "Stage"), tuple(rows), style="used-by")
    yield Section("", "Profiles that use this transaction", "used-by", (table,), transaction.key)


def _lines(parts: list[Inline]) -> list[Inline]:
    return [piece for index, part in enumerate(parts) for piece in ((Break(), part) if index else (part,))]


class _TransactionSection:
    """Fills the sections of one transaction."""

    def __init__(self, linker: Linker, transaction: Transaction) -> None:
        self._linker = linker
        self._transaction = transaction

    def fill(self, heading: Heading) -> Iterable[Block]:
        slot, transaction = heading.slot, self._transaction
        if slot.startswith("message:"):
            return self._message(heading)
        if slot.startswith("audit:"):
            index = int(slot.removeprefix("audit:"))
            return (audit_table(transaction, transaction.audit[index], heading.caption("audit")),)
        match slot:
            case "scope":
                return prose(transaction, "scope", transaction.scope, NOT_WRITTEN)
            case "roles":
                return self._roles(heading)
            case "standards":
                return self._standards(heading)
            case "messages":
                return self._messages(heading)
            case "protocol":
                return prose(transaction, "protocol", transaction.protocol, "NA")
            case "security":
                return prose(transaction, "security", transaction.security, NOT_WRITTEN)
        return ()

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
        caption = heading.caption("diagram")
        if transaction.roles:
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
            yield Paragraph(
                (
                    self._linker.link("actor", message.sender),
                    " sends this message to ",
                    self._linker.link("actor", message.receiver),
                    ".",
                )
            )
            return
        text = getattr(message, rest[0])
        yield (
            Prose(text, self._transaction.key, ("messages", index, rest[0]))
            if text
            else fixed_phrase("Not applicable.")
        )
        if rest[0] == "semantics":
            for place, table in enumerate(message.tables):
                caption = heading.caption(f"table:{place}")
                yield content_table(
                    self._transaction,
                    ("messages", index, "tables", place),
                    table,
                    caption.label,
                    caption.anchor,
                )


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


def content_table(
    entity: Entity, path: tuple[str | int, ...], table: ContentTable, label: str, anchor: str
) -> Table:
    """A table that an editor wrote; its cells are Markdown."""
    rows = tuple(
        Row(
            tuple(
                Cell(Prose(text, entity.key, (*path, "rows", r, c)) if text else ("",))
                for c, text in enumerate(row)
            )
        )
        for r, row in enumerate(table.rows)
    )
    notes = tuple(Prose(note, entity.key, (*path, "notes", n)) for n, note in enumerate(table.notes))
    return Table(table.columns, rows, label, anchor, "content", notes)

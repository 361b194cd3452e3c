"""The page of a transaction: its section in Volume 2."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import (
    Block,
    Box,
    Break,
    Cell,
    Inline,
    Page,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
)
from build_tools.document.links import Linker
from build_tools.document.provenance import entity_provenance
from build_tools.document.sections import line, sections
from build_tools.document.transaction_sections import TransactionSections
from model.framework import DomainFramework
from model.profile import Profile
from model.transaction import Transaction


def transaction_page(linker: Linker, part: DomainFramework, transaction: Transaction) -> Page:
    """The whole section of a transaction, with the profiles that use it."""
    outline = linker.places.outline(transaction)
    assert outline is not None
    root = sections(outline, TransactionSections(linker, transaction).fill, transaction.key)
    volume = part.domain.volume("transactions") if part.domain else None
    number = volume.volume if volume else "2"
    blocks = (
        *_front(linker, transaction),
        *root.blocks,
        *_used_by(linker, transaction),
        *entity_provenance(
            ("Transaction", transaction.provenance),
            ("Roles", transaction.roles_provenance),
            ("Text and tables", transaction.text_provenance),
        ),
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
    found: dict[str, tuple[Profile, list[str]]] = {}
    for profile, actor, _ in linker.framework.uses.get(transaction.transaction, ()):
        found.setdefault(profile.profile, (profile, []))[1].append(actor.actor)
    if not found:
        return
    rows = []
    for profile, actors in found.values():
        head = Cell((linker.link("profile", profile.profile),), heads="row")
        taking_part = _lines([linker.link("actor", actor) for actor in dict.fromkeys(actors)])
        rows.append(Row((head, line(profile.title), line(*taking_part), line(profile.stage.label))))
    table = Table(("Profile", "Title", "Actors", "Stage"), tuple(rows), style="used-by")
    yield Section("", "Profiles that use this transaction", "used-by", (table,), transaction.key)


def _lines(parts: list[Inline]) -> list[Inline]:
    return [piece for index, part in enumerate(parts) for piece in ((Break(), part) if index else (part,))]

"""The page of an actor, which answers: I am this actor, what must I support? It lists all."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import (
    Badge,
    Block,
    Break,
    Bullets,
    Cell,
    Crumb,
    Inline,
    Link,
    Page,
    Paragraph,
    Prose,
    Row,
    Section,
    Table,
)
from build_tools.document.links import Linker
from build_tools.document.phrases import direction, optionality, row_condition
from build_tools.document.provenance import entity_provenance
from build_tools.document.sections import line
from build_tools.outline import slug
from build_tools.outline.addresses import ACTORS
from model.actor import Actor
from model.framework import DomainFramework
from model.profile import Profile, ProfileActor


def actor_page(linker: Linker, part: DomainFramework, actor: Actor) -> Page:
    """The definition of an actor and everything it takes part in."""
    appearances = linker.framework.appearances.get(actor.actor, ())
    blocks = (
        *_definition(linker, actor),
        *_profiles(linker, actor, appearances),
        *_requirements(linker, appearances),
        *_grouped_into(linker, actor),
        *entity_provenance(("Definition", actor.provenance)),
    )
    return Page(
        linker.address("actor", actor.actor) or "",
        f"{actor.actor} actor",
        "actor",
        (Section("", actor.actor, slug(actor.actor), blocks, actor.key),),
        actor.definition.strip(),
        part.code,
        keys=(actor.key,),
        crumbs=(Crumb("General Introduction", "GeneralIntro/index.html"), Crumb("A Actors", ACTORS)),
        nav="actors",
    )


def _definition(linker: Linker, actor: Actor) -> Iterator[Block]:
    yield Prose(actor.definition, actor.key, ("definition",))
    if actor.same_as:
        yield Paragraph(("Another spelling of ", linker.link("actor", actor.same_as), "."), "note")
    if actor.formerly:
        yield Paragraph((f"Formerly named {', '.join(actor.formerly)}.",), "note")
    if actor.combines:
        yield Paragraph((f"Always combines {' and '.join(actor.combines)}.",), "note")
    if actor.abstract:
        yield Paragraph(("Abstract: products claim the actors that refine it, not this one.",), "note")
    if actor.refines:
        yield Paragraph(("A kind of ", linker.link("actor", actor.refines), "."), "note")
    if actor.meanings:
        yield Paragraph(("The name has another meaning in single profiles:",))
        yield Bullets(
            tuple((linker.link("profile", m.profile), f": {m.definition.strip()}") for m in actor.meanings)
        )


def _profiles(
    linker: Linker, actor: Actor, appearances: tuple[tuple[Profile, ProfileActor], ...]
) -> Iterator[Block]:
    if not appearances:
        yield Paragraph(("No profile of the frameworks published here uses this actor.",), "fixed-phrase")
        return
    rows = tuple(
        Row(
            (
                Cell((Link(profile.profile, linker.address("profile", profile.profile)),), heads="row"),
                line(profile.title),
                line(Badge(profile.stage.label, f"stage stage-{profile.stage.value}")),
                line(f"{len(used.transactions)}" if used.transactions else "--"),
                line(str(len(profile.options_of(actor.actor))) if profile.options_of(actor.actor) else "--"),
            )
        )
        for profile, used in appearances
    )
    table = Table(
        ("Profile", "Title", "Stage", "Transactions", "Options"),
        rows,
        "Profiles with this actor",
        "profiles-table",
        "plain",
    )
    yield Section("", "Profiles", "profiles", (table,))


def _requirements(linker: Linker, appearances: tuple[tuple[Profile, ProfileActor], ...]) -> Iterator[Block]:
    """Every transaction and content module, profile by profile."""
    rows: list[Row] = []
    for profile, used in appearances:
        lines = [*_transaction_lines(linker, used), *_module_lines(linker, used)]
        head = Cell((linker.link("profile", profile.profile),), len(lines), "rows")
        rows += [Row((head, *rest) if index == 0 else rest) for index, rest in enumerate(lines)]
    if rows:
        columns = ("Profile", "Transaction or Content Module", "Initiator or Responder", "Optionality")
        table = Table(
            columns, tuple(rows), "What this actor supports", "requirements-table", "actors-transactions"
        )
        yield Section("", "Transactions and content modules", "transactions", (table,))


def _transaction_lines(linker: Linker, used: ProfileActor) -> Iterator[tuple[Cell, ...]]:
    for use in used.transactions:
        transaction = linker.framework.transaction(use.transaction)
        title = transaction.title if transaction else use.transaction
        when: tuple[Inline, ...] = (Break(), Badge(row_condition(use), "condition")) if use.when else ()
        yield (
            line(linker.link("transaction", use.transaction, title)),
            line(direction(linker.framework, used.actor, use)),
            line(optionality(use.optionality), *when),
        )


def _module_lines(linker: Linker, used: ProfileActor) -> Iterator[tuple[Cell, ...]]:
    for use in used.content_modules:
        yield (
            line(linker.link("content_module", use.content_module)),
            line("--"),
            line(optionality(use.optionality)),
        )


def _grouped_into(linker: Linker, actor: Actor) -> Iterator[Block]:
    """Actors of other profiles that are grouped with this one."""
    items = tuple(
        (
            linker.link("profile", profile.profile),
            " / ",
            linker.link("actor", grouping.actor),
            f" is grouped with {grouped.profile or f'any {grouped.any_profile} profile'} / {actor.actor}",
        )
        for profile in linker.framework.profiles
        for grouping in profile.groupings
        for grouped in grouping.grouped_actors
        if grouped.actor == actor.actor
    )
    if items:
        yield Section("", "Grouped with this actor", "groupings", (Bullets(tuple(dict.fromkeys(items))),))

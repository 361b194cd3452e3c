"""The page of an actor, which answers: I am this actor, what must I support? It lists all."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.actor_requirements import actor_requirements
from build_tools.document.blocks import (
    Badge,
    Block,
    Bullets,
    Cell,
    Crumb,
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
        *actor_requirements(linker, actor.actor, appearances),
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
    rows = []
    for profile, _ in appearances:
        stage = Badge(profile.stage.label, f"stage stage-{profile.stage.value}")
        head = Cell((linker.link("profile", profile.profile),), heads="row")
        rows.append(Row((head, line(profile.title), line(stage))))
    caption = f"Profiles with the {actor.actor}"
    table = Table(("Profile", "Title", "Stage"), tuple(rows), caption, "profiles-table", "plain")
    yield Section("", "Profiles", "profiles", (table,))


def _grouped_into(linker: Linker, actor: Actor) -> Iterator[Block]:
    """Actors of other profiles that are grouped with this one."""
    items: list[tuple[Inline, ...]] = []
    for profile, grouping, grouped in linker.framework.groupings_with.get(actor.actor, ()):
        target = grouped.profile or f"any {grouped.any_profile} profile"
        source = (linker.link("profile", profile.profile), " / ", linker.link("actor", grouping.actor))
        items.append((*source, f" is grouped with {target} / {actor.actor}"))
    if items:
        lines = Bullets(tuple(dict.fromkeys(items)))
        yield Section("", "Grouped with this actor by other profiles", "grouped-into", (lines,))

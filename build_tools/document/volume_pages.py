"""A domain's tables of contents and its dependency chapter."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import (
    Badge,
    Block,
    Bullets,
    Inline,
    Link,
    Page,
    Prose,
    Section,
    Title,
)
from build_tools.document.links import Linker
from build_tools.document.sections import fixed_phrase
from build_tools.outline.addresses import dependencies_page, volume_page
from build_tools.outline.dependencies_outline import has_dependencies
from build_tools.outline.profile_outline import section_order
from model.change_proposal import ProposalState
from model.content_module import ContentModule
from model.domain import Volume
from model.entity import Stage
from model.framework import DomainFramework
from model.profile import Profile
from model.transaction import Transaction


def volume_contents(linker: Linker, part: DomainFramework, volume: Volume) -> Page:
    """The table of contents of one volume."""
    domain = part.domain
    assert domain is not None
    index = domain.volumes.index(volume)
    blocks: list[Block] = []
    if volume.introduction:
        blocks.append(Prose(volume.introduction, domain.key, ("volumes", index, "introduction")))
    blocks += _contents(linker, part, volume)
    title = f"{domain.name} Technical Framework, Volume {volume.volume}: {volume.title}"
    return Page(
        volume_page(part.code, volume.volume),
        title,
        "contents",
        (Section("", title, "contents", tuple(blocks)),),
        f"Contents of {part.code} TF-{volume.volume}.",
        part.code,
        volume.volume,
        citation=f"{part.code} TF-{volume.volume}",
        nav=f"{part.code}-{volume.volume}",
        searchable=False,
    )


def _contents(linker: Linker, part: DomainFramework, volume: Volume) -> Iterator[Block]:
    if volume.holds == "profiles":
        yield Bullets(
            (("1 and 2 ", Link("Profile dependencies", dependencies_page(part.code))),)
            if has_dependencies(part)
            else (),
            "contents",
        )
        yield Bullets(tuple(_profile_line(linker, p) for p in chapters_in_order(part)), "contents")
        others = [p for p in part.profiles if not p.chapter]
        if others:
            yield Title(("Profiles without a chapter in this volume",), 2)
            yield Bullets(tuple(_profile_line(linker, p) for p in others), "contents")
    elif volume.holds == "transactions":
        yield Bullets(tuple(_transaction_line(linker, t) for t in transactions_in_order(part)), "contents")
    elif volume.holds == "content_modules":
        modules = tuple(_module_line(linker, m) for m in modules_in_order(part))
        yield Bullets(modules, "contents") if modules else fixed_phrase("Not applicable.")
    else:
        yield fixed_phrase("No national extensions are kept here.")


def chapters_in_order(part: DomainFramework) -> tuple[Profile, ...]:
    """The profiles that have a chapter, in its order."""
    numbered = [p for p in part.profiles if p.chapter]
    return tuple(sorted(numbered, key=lambda p: section_order(p.chapter or "")))


def transactions_in_order(part: DomainFramework) -> tuple[Transaction, ...]:
    """The transactions by number, placeholders last."""
    return tuple(sorted(part.transactions, key=lambda t: section_order(t.number)))


def modules_in_order(part: DomainFramework) -> tuple[ContentModule, ...]:
    """The content modules by section, those without one last."""
    return tuple(
        sorted(
            part.content_modules,
            key=lambda m: (not m.section, section_order(m.section or "0"), m.content_module),
        )
    )


def stage_badge(stage: Stage) -> Badge:
    """The label of a stage."""
    return Badge(stage.label, f"stage stage-{stage.value}")


def state_badge(state: ProposalState) -> Badge:
    """The label of the state of a change proposal."""
    return Badge(state.label, f"stage stage-{state.value}")


def _profile_line(linker: Linker, profile: Profile) -> tuple[Inline, ...]:
    stub = linker.places.addresses.of_stub(profile)
    link = Link(profile.heading, stub or linker.places.addresses.of_profile(profile))
    return (Badge(profile.chapter or "", "number"), " ", link, " ", stage_badge(profile.stage))


def _transaction_line(linker: Linker, transaction: Transaction) -> tuple[Inline, ...]:
    link = linker.link("transaction", transaction.transaction, transaction.title)
    return (Badge(transaction.section or "", "number"), " ", link, " ", stage_badge(transaction.stage))


def _module_line(linker: Linker, module: ContentModule) -> tuple[Inline, ...]:
    link = linker.link("content_module", module.content_module)
    return (Badge(module.section or "", "number"), " ", link, " ", stage_badge(module.stage))

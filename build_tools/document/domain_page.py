"""A domain's first page: its volumes and the capsules of its profiles, filterable by stage and kind."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.blocks import (
    Badge,
    Block,
    Box,
    Bullets,
    Crumb,
    Filter,
    Inline,
    Link,
    Page,
    Paragraph,
    Prose,
    Section,
    Title,
)
from build_tools.document.disposition_page import periods_section
from build_tools.document.links import Linker
from build_tools.document.volume_pages import chapters_in_order, stage_badge
from build_tools.outline.addresses import (
    dependencies_page,
    domain_page,
    proposals_page,
    supplement_page,
    volume_page,
)
from build_tools.outline.dependencies_outline import has_dependencies
from model.domain import Supplement
from model.entity import Stage
from model.framework import DomainFramework
from model.profile import Profile


def domain_home(linker: Linker, part: DomainFramework) -> Page:
    """The page of a domain whose framework is kept here."""
    domain = part.domain
    assert domain is not None
    blocks: list[Block] = [Prose(domain.introduction, domain.key, ("introduction",))]
    blocks += _volumes(part)
    blocks.append(Section("", "Profiles", "profiles", tuple(_cards(linker, part))))
    supplements = tuple(_supplement(linker, domain.code, s) for s in domain.supplements)
    if supplements:
        blocks.append(Section("", "Supplements that amend profiles", "supplements", (Bullets(supplements),)))
    blocks += periods_section(linker, part)
    committees = ", ".join(filter(None, (domain.planning_committee, domain.technical_committee)))
    if committees:
        blocks.append(Paragraph((f"Maintained in IHE by the {committees.replace(', ', ' and the ')}.",)))
    title = f"{domain.name} ({domain.code})"
    return Page(
        domain_page(domain.code),
        title,
        "domain",
        (Section("", title, domain.code.lower(), tuple(blocks)),),
        f"The {domain.name} Technical Framework: volumes and profiles.",
        domain.code,
        keys=(domain.key,),
        crumbs=(Crumb("Home", "index.html"),),
        nav=f"{domain.code}-1",
    )


def _volumes(part: DomainFramework) -> Iterator[Block]:
    domain = part.domain
    assert domain is not None
    items: list[tuple[Inline, ...]] = [
        (Link(f"Volume {v.volume}: {v.title}", volume_page(domain.code, v.volume)),) for v in domain.volumes
    ]
    if has_dependencies(part):
        items.append((Link("Dependencies among profiles", dependencies_page(domain.code)),))
    if part.change_proposals:
        items.append((Link("Change proposals", proposals_page(domain.code)),))
    yield Section("", "Volumes", "volumes", (Bullets(tuple(items), "volumes"),))


def _supplement(linker: Linker, code: str, supplement: Supplement) -> tuple[Inline, ...]:
    page = supplement_page(code, supplement) if supplement.changes else None
    parts: list[Inline] = [Link(supplement.title, page), " ", stage_badge(supplement.stage)]
    for label, names in ((" Amends ", supplement.amends), (" Introduces ", supplement.introduces)):
        for index, name in enumerate(names):
            parts += [label if index == 0 else ", ", linker.link("profile", name)]
    return tuple(parts)


def _cards(linker: Linker, part: DomainFramework) -> Iterator[Block]:
    rest = tuple(p for p in part.profiles if not p.chapter)
    profiles = (*chapters_in_order(part), *rest)
    stages = [stage for stage in Stage if any(p.stage is stage for p in profiles)]
    kinds = sorted({kind for p in profiles for kind in p.kind})
    yield Filter(
        "profiles",
        (
            ("stage", "Stage", tuple((s.value, s.label) for s in stages)),
            ("kind", "Kind", tuple((kind, kind.capitalize()) for kind in kinds)),
        ),
        "profiles",
        len(profiles),
    )
    yield Box(
        tuple(profile_card(linker, p) for p in profiles),
        "cards",
        "div",
        (("id", "profiles-cards"), ("data-filter", "profiles")),
    )


def profile_card(linker: Linker, profile: Profile) -> Box:
    """The capsule of a profile as a card."""
    address = linker.places.addresses.of_profile(profile)
    tags: list[Inline] = [stage_badge(profile.stage)]
    for kind in profile.kind:
        tags += [" ", Badge(kind, "kind")]
    chapter = (Paragraph((f"Chapter {profile.chapter}",), "card-chapter"),) if profile.chapter else ()
    title = (Paragraph((profile.title,), "card-title"),) if profile.title != profile.profile else ()
    attributes = (
        ("data-stage", profile.stage.value),
        ("data-kind", " ".join(profile.kind)),
        ("data-text", f"{profile.profile} {profile.title} {profile.capsule}".lower().strip()),
    )
    blocks = (
        Title((Link(profile.profile, address),), 3),
        *title,
        Paragraph((profile.capsule.strip(),)),
        *chapter,
        Paragraph(tuple(tags), "tags"),
    )
    return Box(blocks, "card", "article", attributes)

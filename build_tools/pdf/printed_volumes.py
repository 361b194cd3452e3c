"""The volumes of a framework: a PDF for each that holds something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.document import Page, Site
from build_tools.document.blocks import Block, Prose, Section
from build_tools.document.volume_pages import chapters_in_order, modules_in_order, transactions_in_order
from build_tools.outline.addresses import dependencies_page, volume_page
from build_tools.outline.dependencies_outline import has_dependencies
from build_tools.pdf.printed import PrintedDocument, PrintedPart, framework_title, revision
from model.domain import Volume
from model.entity import Entity
from model.framework import DomainFramework
from model.profile import Profile


def volume_address(code: str, volume: str) -> str:
    """Where the PDF of a volume stands."""
    return f"{code}/TF/{code}-TF-{volume}.pdf"


def volumes(site: Site, part: DomainFramework, pages: Mapping[str, Page]) -> Iterator[PrintedDocument]:
    """The volumes of a domain, in order."""
    domain = part.domain
    assert domain is not None
    for volume in domain.volumes:
        if not any(held_in(part, volume)):
            continue
        title = f"Volume {volume.volume} ({part.code} TF-{volume.volume}): {volume.title}"
        head = framework_title(domain)
        yield PrintedDocument(
            volume_address(part.code, volume.volume),
            f"{part.code}/TF-{volume.volume}",
            (f"IHE {domain.name}", "Technical Framework", title),
            f"{head}, Volume {volume.volume}: {volume.title}",
            *revision(domain),
            author=domain.technical_committee or "",
            source=f"frameworks/{part.folder}/framework.yaml",
            parts=tuple(_volume_parts(site, part, volume, pages)),
        )


def _volume_parts(
    site: Site, part: DomainFramework, volume: Volume, pages: Mapping[str, Page]
) -> Iterator[PrintedPart]:
    contents = pages[volume_page(part.code, volume.volume)]
    if volume.introduction:
        yield PrintedPart((_introduction(contents),))
    found = []
    if volume.holds == "profiles" and has_dependencies(part):
        found.append(pages[dependencies_page(part.code)])
    addresses = site.linker.places.addresses
    for entity in held_in(part, volume):
        stub = addresses.of_stub(entity) if isinstance(entity, Profile) else None
        page = pages.get(stub or addresses.of_entity(entity) or "")
        if page and (stub or page.volume == volume.volume):
            found.append(page)
    yield PrintedPart(tuple(found))


def _introduction(contents: Page) -> Page:
    """The volume's first text, without the list of contents that the PDF has of its own."""
    blocks: tuple[Block, ...] = tuple(
        block
        for section in contents.blocks
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Prose)
    )
    title = "About this Volume"
    return Page(
        contents.address,
        title,
        "contents",
        (Section("", title, "contents", blocks),),
        domain=contents.domain,
        volume=contents.volume,
        source=contents.source,
    )


def held_in(part: DomainFramework, volume: Volume) -> tuple[Entity, ...]:
    """The entities whose text stands in a volume, in order."""
    held: dict[str, Iterable[Entity]] = {
        "profiles": chapters_in_order(part),
        "transactions": transactions_in_order(part),
        "content_modules": modules_in_order(part),
    }
    return tuple(held.get(volume.holds, ()))

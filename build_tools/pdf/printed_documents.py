"""Which documents are printed: all of a site, one profile, or one page."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.document import Page, Site
from build_tools.document.general_pages import contents_entries
from build_tools.outline.addresses import GENERAL_CONTENTS
from build_tools.pdf.printed import (
    DASH,
    PrintedDocument,
    PrintedPart,
    framework_title,
    is_supplement,
    revision,
)
from build_tools.pdf.printed_supplements import (
    amendment_address,
    amendments,
    supplement,
    supplement_address,
)
from build_tools.pdf.printed_volumes import held_in, volume_address, volumes

GENERAL_INTRODUCTION = "GeneralIntro/IHE-TF-General-Introduction.pdf"


def printed_documents(site: Site) -> tuple[PrintedDocument, ...]:
    """Every volume and every supplement of all frameworks, and the General Introduction."""
    pages = {page.address: page for page in site.all_pages()}
    found = [_general_introduction(site, pages)]
    for part in site.linker.framework.domains:
        if part.domain:
            found += volumes(site, part, pages)
            found += [
                supplement(site, part, profile, pages) for profile in part.profiles if is_supplement(profile)
            ]
            found += amendments(part, pages)
    return tuple(document for document in found if any(True for _ in document.pages))


def printed_profile(site: Site, name: str) -> PrintedDocument | None:
    """One profile with its transactions and content modules, or None when there is no such profile."""
    framework = site.linker.framework
    profile = next((p for p in framework.profiles if p.profile.lower() == name.lower()), None)
    part = framework.part(profile.key) if profile else None
    if profile is None or part is None:
        return None
    pages = {page.address: page for page in site.all_pages()}
    return supplement(site, part, profile, pages)


def printed_page(site: Site, address: str) -> PrintedDocument | None:
    """A chapter, transaction or content module alone, by the address of its PDF."""
    page = next(
        (p for p in site.all_pages() if p.domain and p.address.removesuffix(".html") + ".pdf" == address),
        None,
    )
    part = site.linker.framework.by_code(page.domain) if page else None
    if page is None or part is None or part.domain is None:
        return None
    name = f"{page.domain}/{address.rpartition('/')[2].removesuffix('.pdf')}"
    head = framework_title(part.domain)
    return PrintedDocument(
        address,
        name,
        (f"IHE {part.domain.name}", "Technical Framework", page.title),
        f"{head} {DASH} {page.title}",
        *revision(part.domain),
        author=part.domain.technical_committee or "",
        source=page.source,
        parts=(PrintedPart((page,)),),
    )


def pdf_address(site: Site, page: Page) -> str:
    """The PDF in which a page is printed, or an empty text: its volume, or its supplement."""
    framework = site.linker.framework
    if page.kind == "general" or page.address == GENERAL_CONTENTS:
        return GENERAL_INTRODUCTION
    if page.kind == "supplement":
        return amendment_address(page)
    if page.kind == "chapter" and not page.volume:
        profile = next((framework.profile(key.name) for key in page.keys), None)
        return supplement_address(page.domain, profile) if profile and is_supplement(profile) else ""
    if page.kind in ("chapter", "stub", "transaction", "content-module", "contents") and page.volume:
        part = framework.by_code(page.domain)
        volume = (
            next((v for v in part.domain.volumes if v.volume == page.volume), None)
            if part and part.domain
            else None
        )
        printed = part is not None and volume is not None and any(held_in(part, volume))
        return volume_address(page.domain, page.volume) if printed else ""
    return ""


def _general_introduction(site: Site, pages: Mapping[str, Page]) -> PrintedDocument:
    found = [pages[address] for _, _, address in contents_entries(site.linker) if address in pages]
    title = "IHE Technical Frameworks General Introduction and Shared Appendices"
    return PrintedDocument(
        GENERAL_INTRODUCTION,
        "GeneralIntro",
        ("IHE Technical Frameworks", "General Introduction and Shared Appendices"),
        title,
        "Working Edition",
        "Working edition",
        author="IHE Technical Committees",
        source="frameworks/general/chapters.yaml",
        parts=(PrintedPart(tuple(found)),),
    )

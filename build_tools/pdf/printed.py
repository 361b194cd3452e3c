"""Which documents are printed, and which pages stand in each, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.document import Page, Site
from build_tools.document.blocks import Block, Prose, Section
from build_tools.document.general_pages import contents_entries
from build_tools.document.volume_pages import (
    chapters_in_order,
    modules_in_order,
    transactions_in_order,
)
from build_tools.outline.addresses import GENERAL_CONTENTS, dependencies_page, volume_page
from build_tools.outline.dependencies_outline import has_dependencies
from model.content_module import ContentModule
from model.domain import Domain, Volume
from model.entity import Entity, Stage
from model.framework import DomainFramework
from model.profile import Profile
from model.transaction import Transaction

DASH = "\N{EN DASH}"
ORGANIZATION = "Integrating the Healthcare Enterprise"
GENERAL_INTRODUCTION = "GeneralIntro/IHE-TF-General-Introduction.pdf"
_STAGES = {
    Stage.DRAFT: "Draft in Preparation for Public Comment",
    Stage.PUBLIC_COMMENT: "Draft for Public Comment",
}


@dataclass(frozen=True)
class PrintedPart:
    """Pages that stand together, under a heading of their own when the part has a title."""

    pages: tuple[Page, ...]
    title: str = ""
    instruction: str = ""
    """What the editor of the volume is told to do with the part."""


@dataclass(frozen=True)
class PrintedDocument:
    """One PDF."""

    address: str
    """Where it stands on the site: ``ITI/TF/ITI-TF-1.pdf``."""
    name: str
    """How lines of it are cited: ``ITI/TF-1``, ``ITI/MHD``."""
    title: tuple[str, ...]
    """The lines of its title."""
    running: str
    """What the head of every page says."""
    revision: str = ""
    """The revision and stage as the title page prints them."""
    short_revision: str = ""
    """The same as the foot of every page prints it."""
    date: str = ""
    """The day of its publication, ``2023-08-04``; empty when it is not known."""
    author: str = ""
    source: str = ""
    """The file that the title is taken from."""
    parts: tuple[PrintedPart, ...] = ()
    depth: int = 3
    """How many levels of headings the table of contents shows."""

    @property
    def pages(self) -> Iterator[Page]:
        """Every page printed in it, in order."""
        return (page for part in self.parts for page in part.pages)

    @property
    def folders(self) -> frozenset[str]:
        """The folders below ``frameworks`` from which its pages are made."""
        return frozenset(page.source.split("/")[1] for page in self.pages if page.source.count("/") > 1)


def printed_documents(site: Site) -> tuple[PrintedDocument, ...]:
    """Every volume and every supplement of all frameworks, and the General Introduction."""
    pages = {page.address: page for page in site.all_pages()}
    found = [_general_introduction(site, pages)]
    for part in site.linker.framework.domains:
        if part.domain:
            found += _volumes(site, part, pages)
            found += [
                _supplement(site, part, profile, pages) for profile in part.profiles if is_supplement(profile)
            ]
    return tuple(document for document in found if any(True for _ in document.pages))


def printed_profile(site: Site, name: str) -> PrintedDocument | None:
    """One profile with its transactions and content modules, or None when there is no such profile."""
    framework = site.linker.framework
    profile = next((p for p in framework.profiles if p.profile.lower() == name.lower()), None)
    part = framework.part(profile.key) if profile else None
    if profile is None or part is None:
        return None
    pages = {page.address: page for page in site.all_pages()}
    if is_supplement(profile):
        return _supplement(site, part, profile, pages)
    return _profile_document(site, part, profile, pages, _used(site, profile, only_new=False))


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
    head = _framework_title(part.domain)
    return PrintedDocument(
        address,
        name,
        (f"IHE {part.domain.name}", "Technical Framework", page.title),
        f"{head} {DASH} {page.title}",
        *_revision(part.domain),
        author=part.domain.technical_committee or "",
        source=page.source,
        parts=(PrintedPart((page,)),),
    )


def is_supplement(profile: Profile) -> bool:
    """Whether a profile's text is published in a supplement, beside the volume."""
    return not profile.stage.in_volume


def pdf_address(site: Site, page: Page) -> str:
    """The PDF in which a page is printed, or an empty text: its volume, or its supplement."""
    framework = site.linker.framework
    if page.kind == "general" or page.address == GENERAL_CONTENTS:
        return GENERAL_INTRODUCTION
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
        printed = part is not None and volume is not None and any(_entities(part, volume))
        return volume_address(page.domain, page.volume) if printed else ""
    return ""


def volume_address(code: str, volume: str) -> str:
    """Where the PDF of a volume stands."""
    return f"{code}/TF/{code}-TF-{volume}.pdf"


def supplement_address(code: str, profile: Profile) -> str:
    """Where the PDF of a supplement, or of one profile, stands."""
    return f"{code}/{profile.profile}/{profile.profile}.pdf"


# --- volumes -----------------------------------------------------------------------------------------------------


def _volumes(site: Site, part: DomainFramework, pages: dict[str, Page]) -> Iterator[PrintedDocument]:
    domain = part.domain
    assert domain is not None
    for volume in domain.volumes:
        if not any(_entities(part, volume)):
            continue
        title = f"Volume {volume.volume} ({part.code} TF-{volume.volume}): {volume.title}"
        head = _framework_title(domain)
        yield PrintedDocument(
            volume_address(part.code, volume.volume),
            f"{part.code}/TF-{volume.volume}",
            (f"IHE {domain.name}", "Technical Framework", title),
            f"{head}, Volume {volume.volume}: {volume.title}",
            *_revision(domain),
            author=domain.technical_committee or "",
            source=f"frameworks/{part.folder}/framework.yaml",
            parts=tuple(_volume_parts(site, part, volume, pages)),
        )


def _volume_parts(
    site: Site, part: DomainFramework, volume: Volume, pages: dict[str, Page]
) -> Iterator[PrintedPart]:
    contents = pages[volume_page(part.code, volume.volume)]
    if volume.introduction:
        yield PrintedPart((_introduction(contents),))
    found = []
    if volume.holds == "profiles" and has_dependencies(part):
        found.append(pages[dependencies_page(part.code)])
    addresses = site.linker.places.addresses
    for entity in _entities(part, volume):
        stub = addresses.of_stub(entity) if isinstance(entity, Profile) else None
        address = stub or addresses.of_entity(entity)
        if address in pages and (stub or pages[address].volume == volume.volume):
            found.append(pages[address])
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


def _entities(part: DomainFramework, volume: Volume) -> tuple[Entity, ...]:
    held: dict[str, Iterable[Entity]] = {
        "profiles": chapters_in_order(part),
        "transactions": transactions_in_order(part),
        "content_modules": modules_in_order(part),
    }
    return tuple(held.get(volume.holds, ()))


def _framework_title(domain: Domain) -> str:
    return f"IHE {domain.name} Technical Framework"


def _revision(domain: Domain) -> tuple[str, str, str]:
    """Revision for the title page, for the foot of pages, and its date."""
    newest = domain.revision
    if newest is None:
        return "Working Edition", "Working edition", ""
    date = newest.date or ""
    stage = _STAGES.get(newest.stage, newest.stage.label)
    return (
        f"Revision {newest.revision} {DASH} {stage}",
        f"Rev. {newest.revision}{f' {DASH} {date}' if date else ''}",
        date,
    )


# --- supplements -------------------------------------------------------------------------------------------------


def _supplement(
    site: Site, part: DomainFramework, profile: Profile, pages: dict[str, Page]
) -> PrintedDocument:
    """The supplement that carries a profile, with what it introduces."""
    return _profile_document(site, part, profile, pages, _used(site, profile, only_new=True))


def _profile_document(
    site: Site,
    part: DomainFramework,
    profile: Profile,
    pages: dict[str, Page],
    used: tuple[tuple[Transaction, ...], tuple[ContentModule, ...]],
) -> PrintedDocument:
    domain = part.domain
    assert domain is not None
    address = site.linker.address
    chapter = pages[site.linker.places.addresses.of_profile(profile)]
    transactions = tuple(pages[address("transaction", t.transaction) or ""] for t in used[0])
    modules = tuple(pages[address("content_module", m.content_module) or ""] for m in used[1])
    new = is_supplement(profile)
    parts = [PrintedPart((chapter,), f"Volume 1 {DASH} Profiles", _add_chapter(part, profile) if new else "")]
    if transactions:
        parts.append(
            PrintedPart(transactions, f"Volume 2 {DASH} Transactions", _add(part, "2", transactions, new))
        )
    if modules:
        parts.append(PrintedPart(modules, f"Volume 3 {DASH} Content Modules", _add(part, "3", modules, new)))
    kind = "Supplement" if new else "Profile"
    head = f"{_framework_title(domain)} {kind}"
    stage = _STAGES.get(profile.stage, profile.stage.label)
    revision = (stage, stage, "") if new else _revision(domain)
    return PrintedDocument(
        supplement_address(part.code, profile),
        f"{part.code}/{profile.profile}",
        (f"IHE {domain.name}", f"Technical Framework {kind}", profile.heading),
        f"{head} {DASH} {profile.heading}",
        *revision,
        author=domain.technical_committee or "",
        source=chapter.source,
        parts=tuple(parts),
        depth=4,
    )


def _add_chapter(part: DomainFramework, profile: Profile) -> str:
    if profile.chapter and profile.chapter.isdigit():
        return f"Add new Section {profile.chapter} to {part.code} TF-1."
    return f"Add a new Section to {part.code} TF-1."


def _add(part: DomainFramework, volume: str, pages: tuple[Page, ...], new: bool) -> str:
    numbers = [page.citation.rpartition(" ")[2] for page in pages if page.citation]
    if not new or not numbers:
        return ""
    listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
    return f"Add Section{'s' if len(numbers) > 1 else ''} {listed} to {part.code} TF-{volume}."


def _used(
    site: Site, profile: Profile, *, only_new: bool
) -> tuple[tuple[Transaction, ...], tuple[ContentModule, ...]]:
    """The transactions and content modules that a profile uses; on request only those that are not in a volume."""
    framework = site.linker.framework
    part = framework.part(profile.key)
    assert part is not None
    names = {use.transaction for actor in profile.actors for use in actor.transactions}
    transactions = [t for t in transactions_in_order(part) if t.transaction in names]
    modules = {use.content_module for actor in profile.actors for use in actor.content_modules}
    contents = [m for m in modules_in_order(part) if m.content_module in modules]
    if only_new:
        order = chapters_in_order(part)
        users = _users(order)
        transactions = [t for t in transactions if _brings(profile, t, users)]
        contents = [m for m in contents if _brings(profile, m, users)]
    return tuple(transactions), tuple(contents)


def _users(profiles: Iterable[Profile]) -> dict[str, list[Profile]]:
    """For each transaction and content module, the profiles that use it, in the order of their chapters."""
    found: dict[str, list[Profile]] = {}
    for profile in profiles:
        names = [use.transaction for actor in profile.actors for use in actor.transactions]
        names += [use.content_module for actor in profile.actors for use in actor.content_modules]
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(profile)
    return found


def _brings(profile: Profile, entity: Transaction | ContentModule, users: dict[str, list[Profile]]) -> bool:
    """Whether a supplement introduces an entity: it is not in a volume, and no earlier profile brings it."""
    if entity.stage.in_volume:
        return False
    others = users.get(entity.key.name, [])
    supplements = [user for user in others if is_supplement(user)]
    return not others or supplements[:1] == [profile] or profile not in others


# --- the General Introduction ------------------------------------------------------------------------------------


def _general_introduction(site: Site, pages: dict[str, Page]) -> PrintedDocument:
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

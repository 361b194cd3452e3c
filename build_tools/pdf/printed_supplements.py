"""Supplements, and single profiles: the profile's chapter with the transactions and content modules that go with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.document import Page, Site
from build_tools.document.volume_pages import chapters_in_order, modules_in_order, transactions_in_order
from build_tools.outline import slug
from build_tools.outline.addresses import supplement_page
from build_tools.pdf.printed import (
    DASH,
    STAGES,
    PrintedDocument,
    PrintedPart,
    framework_title,
    is_supplement,
    revision,
)
from model.content_module import ContentModule
from model.framework import DomainFramework
from model.profile import Profile
from model.transaction import Transaction


def supplement_address(code: str, profile: Profile) -> str:
    """Where the PDF of a supplement, or of one profile, stands."""
    return f"{code}/{profile.profile}/{profile.profile}.pdf"


def supplement(
    site: Site, part: DomainFramework, profile: Profile, pages: Mapping[str, Page]
) -> PrintedDocument:
    """A profile with what it introduces, or with all that it uses when it is in a volume."""
    new = is_supplement(profile)
    parts = tuple(_parts(site, part, profile, pages, new=new))
    domain = part.domain
    assert domain is not None
    kind = "Supplement" if new else "Profile"
    stage = STAGES.get(profile.stage, profile.stage.label)
    return PrintedDocument(
        supplement_address(part.code, profile),
        f"{part.code}/{profile.profile}",
        (f"IHE {domain.name}", f"Technical Framework {kind}", profile.heading),
        f"{framework_title(domain)} {kind} {DASH} {profile.heading}",
        *((stage, stage, "") if new else revision(domain)),
        author=domain.technical_committee or "",
        source=parts[0].pages[0].source,
        parts=parts,
        depth=4,
    )


def amendment_address(page: Page) -> str:
    """Where the PDF of a supplement stands that changes published text and brings no profile."""
    return f"{page.address.removesuffix('.html')}.pdf"


def amendments(part: DomainFramework, pages: Mapping[str, Page]) -> Iterator[PrintedDocument]:
    """The supplements of a domain that change published text and bring no profile."""
    domain = part.domain
    assert domain is not None
    for one in domain.supplements:
        page = pages.get(supplement_page(part.code, one)) if one.changes else None
        if page:
            stage = STAGES.get(one.stage, one.stage.label)
            yield PrintedDocument(
                amendment_address(page),
                f"{part.code}/{slug(one.supplement)}",
                (f"IHE {domain.name}", "Technical Framework Supplement", one.title),
                f"{framework_title(domain)} Supplement {DASH} {one.title}",
                *(stage, stage, ""),
                author=domain.technical_committee or "",
                source=page.source,
                parts=(PrintedPart((page,)),),
                depth=4,
            )


def _parts(
    site: Site, part: DomainFramework, profile: Profile, pages: Mapping[str, Page], *, new: bool
) -> Iterator[PrintedPart]:
    """The profile's chapter, its transactions and its content modules, each with where the editor is to put it."""
    chapter = pages[site.linker.places.addresses.of_profile(profile)]
    yield PrintedPart((chapter,), f"Volume 1 {DASH} Profiles", _add_chapter(part, profile) if new else "")
    transactions, modules = _used(part, profile, only_new=new)
    address = site.linker.address
    held = (
        ("2", "Transactions", [address("transaction", t.transaction) for t in transactions]),
        ("3", "Content Modules", [address("content_module", m.content_module) for m in modules]),
    )
    for volume, title, addresses in held:
        found = tuple(pages[one or ""] for one in addresses)
        if found:
            instruction = _add(part, volume, found) if new else ""
            yield PrintedPart(found, f"Volume {volume} {DASH} {title}", instruction)


def _add_chapter(part: DomainFramework, profile: Profile) -> str:
    if profile.chapter and profile.chapter.isdigit():
        return f"Add new Section {profile.chapter} to {part.code} TF-1."
    return f"Add a new Section to {part.code} TF-1."


def _add(part: DomainFramework, volume: str, pages: tuple[Page, ...]) -> str:
    numbers = [page.citation.rpartition(" ")[2] for page in pages if page.citation]
    if not numbers:
        return ""
    listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
    return f"Add Section{'s' if len(numbers) > 1 else ''} {listed} to {part.code} TF-{volume}."


def _used(
    part: DomainFramework, profile: Profile, *, only_new: bool
) -> tuple[tuple[Transaction, ...], tuple[ContentModule, ...]]:
    """The transactions and content modules that a profile uses; on request only those that are not in a volume."""
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

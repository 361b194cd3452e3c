"""All pages of the site, each under the file it is made from, with the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.checks import CheckedFramework
from build_tools.document.actor_page import actor_page
from build_tools.document.blocks import Crumb, Page
from build_tools.document.change_notes import ChangeNotes
from build_tools.document.content_module_page import content_module_page
from build_tools.document.dependencies_page import dependencies_chapter
from build_tools.document.disposition_page import disposition_page
from build_tools.document.domain_page import domain_home
from build_tools.document.general_pages import general_pages, glossary_page, namespaces_page, standards_page
from build_tools.document.guide_pages import guide_pages
from build_tools.document.history_page import document_of, history_address, history_pages
from build_tools.document.home_page import home_page, search_page
from build_tools.document.links import Linker
from build_tools.document.profile_page import profile_page, stub_page
from build_tools.document.proposal_pages import proposal_page, proposals_in_order, tracking_page
from build_tools.document.supplement_page import changes_page
from build_tools.document.transaction_page import transaction_page
from build_tools.document.volume_pages import (
    chapters_in_order,
    modules_in_order,
    transactions_in_order,
    volume_contents,
)
from build_tools.loading.editions import Edition
from build_tools.loading.folders import GENERAL
from build_tools.outline.addresses import HOME, domain_page, volume_page
from build_tools.outline.dependencies_outline import has_dependencies
from model.entity import Entity
from model.framework import DomainFramework

GENERAL_FILES = {
    "domains": "general/domains.yaml",
    "chapters": "general/chapters.yaml",
    "glossary": "general/glossary.yaml",
    "registry": "general/registry.yaml",
    "standards": "general/standards.yaml",
    "guides": "general/guides.yaml",
}
"""The files under ``frameworks/`` that shared pages are made from."""


@dataclass(frozen=True)
class Site:
    """Every page, under the path of the file it is made from, relative to ``frameworks/``."""

    checked: CheckedFramework
    linker: Linker
    pages: Mapping[str, tuple[Page, ...]]

    def all_pages(self) -> Iterator[Page]:
        """Every page, file by file."""
        for pages in self.pages.values():
            yield from pages


def site(checked: CheckedFramework, editions: tuple[Edition, ...] = ()) -> Site:
    """The pages of a checked framework, and those of what was published of it."""
    linker = Linker(checked)
    notes = ChangeNotes(linker)
    found: dict[str, list[Page]] = {}
    published = frozenset(edition.document for edition in editions)
    for source, page in (*_pages(linker, checked), *_history(linker, editions)):
        document = document_of(linker.framework, page)
        history = history_address(document) if document in published else ""
        given = replace(page, source=page.source or f"frameworks/{source}", history=history)
        found.setdefault(source, []).append(given)
    return Site(
        checked,
        linker,
        {source: tuple(_with_crumbs(linker, notes.on(p)) for p in pages) for source, pages in found.items()},
    )


def _pages(linker: Linker, checked: CheckedFramework) -> Iterator[tuple[str, Page]]:
    """Every page with the file it is made from."""
    yield GENERAL_FILES["domains"], home_page(linker)
    yield GENERAL_FILES["domains"], search_page()
    for page in general_pages(linker):
        yield GENERAL_FILES["chapters"], page
    yield GENERAL_FILES["glossary"], glossary_page(linker)
    yield GENERAL_FILES["registry"], namespaces_page(linker)
    yield GENERAL_FILES["standards"], standards_page(linker)
    for page in guide_pages(linker):
        yield GENERAL_FILES["guides"], page
    for part in linker.framework.domains:
        if part.domain:
            yield from _domain_pages(linker, checked, part)


def _history(linker: Linker, editions: tuple[Edition, ...]) -> Iterator[tuple[str, Page]]:
    for folder, page in history_pages(linker.framework, editions):
        yield GENERAL_FILES["chapters"] if folder == GENERAL else f"{folder}/framework.yaml", page


def _domain_pages(
    linker: Linker, checked: CheckedFramework, part: DomainFramework
) -> Iterator[tuple[str, Page]]:
    domain = part.domain
    assert domain is not None
    own = f"{part.folder}/framework.yaml"
    yield own, domain_home(linker, part)
    for volume in domain.volumes:
        yield own, volume_contents(linker, part, volume)
    if has_dependencies(part):
        yield own, dependencies_chapter(linker, part)

    yield from _entity_pages(linker, checked, part)
    yield from _change_pages(linker, checked, part)
    for period in part.comment_periods:
        yield _file(checked, period, own), disposition_page(linker, part, period)
    for profile in part.profiles:
        if linker.places.addresses.of_stub(profile):
            yield _file(checked, profile, own), stub_page(linker, part, profile)
    for actor in part.actors:
        if linker.framework.actor(actor.actor) is actor:
            yield f"{part.folder}/actors.yaml", actor_page(linker, part, actor)


def _entity_pages(
    linker: Linker, checked: CheckedFramework, part: DomainFramework
) -> Iterator[tuple[str, Page]]:
    """A page for every profile, transaction and content module, each leading to the next of its volume."""
    profiles = (*chapters_in_order(part), *(profile for profile in part.profiles if not profile.chapter))
    transactions, modules = transactions_in_order(part), modules_in_order(part)
    volumes: tuple[tuple[Sequence[Entity], list[Page]], ...] = (
        (profiles, [profile_page(linker, part, profile) for profile in profiles]),
        (transactions, [transaction_page(linker, part, transaction) for transaction in transactions]),
        (modules, [content_module_page(linker, part, module) for module in modules]),
    )
    for entities, pages in volumes:
        for entity, page in zip(entities, _in_sequence(pages), strict=True):
            yield _file(checked, entity, f"{part.folder}/framework.yaml"), page


def _change_pages(
    linker: Linker, checked: CheckedFramework, part: DomainFramework
) -> Iterator[tuple[str, Page]]:
    """The pages of supplements that have none of a profile, the table of change proposals, and a page for each."""
    own = f"{part.folder}/framework.yaml"
    for supplement in part.domain.supplements if part.domain else ():
        if supplement.changes:
            yield own, changes_page(linker, part, supplement)
    proposals = proposals_in_order(part)
    if proposals:
        yield own, tracking_page(linker, part)
    pages = [proposal_page(linker, part, proposal) for proposal in proposals]
    for proposal, page in zip(proposals, _in_sequence(pages), strict=True):
        yield _file(checked, proposal, own), page


def _file(checked: CheckedFramework, entity: Entity, default: str) -> str:
    """The file an entity was read from, relative to ``frameworks/``."""
    path = checked.sources.path(entity.key)
    return path.partition("/")[2] if path else default


def _in_sequence(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages, each with the one before and the one after it."""
    steps = [None, *(Crumb(page.title, page.address) for page in pages), None]
    for index, page in enumerate(pages):
        yield replace(page, previous=steps[index], next=steps[index + 2])


def _with_crumbs(linker: Linker, page: Page) -> Page:
    """The page with the steps that lead to it: home, domain, volume."""
    if page.address == HOME:
        return page
    crumbs = [Crumb("Home", HOME)]
    part = linker.framework.by_code(page.domain) if page.domain else None
    if part and part.domain and page.kind != "actor":
        if page.address != domain_page(page.domain):
            crumbs.append(Crumb(part.domain.name, domain_page(page.domain)))
        volume = next((v for v in part.domain.volumes if v.volume == page.volume), None)
        if volume and page.kind != "contents":
            crumbs.append(Crumb(f"Volume {volume.volume}", volume_page(page.domain, volume.volume)))
    crumbs += [crumb for crumb in page.crumbs if crumb.address != HOME]
    return replace(page, crumbs=(*crumbs, Crumb(page.title, page.address)))

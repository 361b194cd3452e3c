"""All pages of the site, each under the file it is made from, with the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.checks import CheckedFramework
from build_tools.document.actor_page import actor_page
from build_tools.document.blocks import Crumb, Page
from build_tools.document.content_module_page import content_module_page
from build_tools.document.domain_page import domain_home
from build_tools.document.general_pages import general_pages, glossary_page, namespaces_page, standards_page
from build_tools.document.home_page import home_page, search_page
from build_tools.document.links import Linker
from build_tools.document.profile_page import profile_page, stub_page
from build_tools.document.transaction_page import transaction_page
from build_tools.document.volume_pages import (
    chapters_in_order,
    dependencies_chapter,
    has_dependencies,
    modules_in_order,
    transactions_in_order,
    volume_contents,
)
from build_tools.outline.addresses import HOME, domain_page, volume_page
from model.framework import DomainFramework

GENERAL_FILES = {
    "domains": "general/domains.yaml",
    "chapters": "general/chapters.yaml",
    "glossary": "general/glossary.yaml",
    "registry": "general/registry.yaml",
    "standards": "general/standards.yaml",
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


def site(checked: CheckedFramework) -> Site:
    """The pages of a checked framework."""
    linker = Linker(checked)
    found: dict[str, list[Page]] = {}
    for source, page in _pages(linker, checked):
        found.setdefault(source, []).append(replace(page, source=page.source or f"frameworks/{source}"))
    return Site(
        checked,
        linker,
        {source: tuple(_with_crumbs(linker, p) for p in pages) for source, pages in found.items()},
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
    for part in linker.framework.domains:
        if part.domain:
            yield from _domain_pages(linker, checked, part)


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

    def source(page: Page) -> str:
        return (checked.sources.path(page.keys[0]) or own).removeprefix("frameworks/")

    chapters = [profile_page(linker, part, profile) for profile in part.profiles]
    by_name = dict(zip((p.profile for p in part.profiles), chapters, strict=True))
    for page in _in_sequence(chapters, [by_name[p.profile] for p in chapters_in_order(part)]):
        yield source(page), page
    for profile in part.profiles:
        if linker.places.addresses.of_stub(profile):
            yield source(by_name[profile.profile]), stub_page(linker, part, profile)
    transactions = [transaction_page(linker, part, t) for t in transactions_in_order(part)]
    for page in _in_sequence(transactions, transactions):
        yield source(page), page
    modules = [content_module_page(linker, part, m) for m in modules_in_order(part)]
    for page in _in_sequence(modules, modules):
        yield source(page), page
    for actor in part.actors:
        if linker.framework.actor(actor.actor) is actor:
            yield f"{part.folder}/actors.yaml", actor_page(linker, part, actor)


def _in_sequence(pages: Sequence[Page], order: Sequence[Page]) -> Iterator[Page]:
    """The pages, those in the order with the page before and after them."""
    around: dict[str, tuple[Crumb | None, Crumb | None]] = {}
    steps = [Crumb(page.title, page.address) for page in order]
    for index, step in enumerate(steps):
        before = steps[index - 1] if index else None
        after = steps[index + 1] if index + 1 < len(steps) else None
        around[step.address] = (before, after)
    for page in pages:
        before, after = around.get(page.address, (None, None))
        yield replace(page, previous=before, next=after)


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

"""Lists that many pages share: the navigation of each volume, and the jump index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_tools.document.general_pages import contents_entries
from build_tools.document.links import Linker
from build_tools.document.proposal_pages import proposals_in_order
from build_tools.document.site import Site
from build_tools.document.volume_pages import (
    chapters_in_order,
    modules_in_order,
    transactions_in_order,
)
from build_tools.outline.addresses import RULES, dependencies_page, proposals_page, supplement_page
from build_tools.outline.dependencies_outline import has_dependencies
from model.framework import DomainFramework

Entry = dict[str, Any]
"""``{title, number, address, stage}`` of one line of a navigation list."""


def navigation(site: Site) -> dict[str, list[Entry]]:
    """The navigation lists by id: ``ITI-1``, ``RAD-2``, ``general``, ``actors``."""
    linker = site.linker
    lists: dict[str, list[Entry]] = {
        "general": [_entry(title, number, address) for number, title, address in contents_entries(linker)],
        "actors": _actors(linker),
        "guides": [
            *(_entry(g.title, "", linker.address("guide", g.guide)) for g in linker.framework.guides),
            _entry("Everything that is checked", "", RULES),
        ],
    }
    for part in linker.framework.domains:
        if part.domain:
            lists |= _volumes(linker, part)
            if part.change_proposals:
                lists[f"{part.code}-CP"] = _proposals(linker, part)
    return lists


def _entry(title: str, number: str, address: str | None, stage: str = "") -> Entry:
    entry = {"title": title, "number": number, "address": address or "", "stage": stage}
    return {name: value for name, value in entry.items() if value}


def _actors(linker: Linker) -> list[Entry]:
    names = sorted({actor.actor for actor in linker.framework.actors}, key=str.lower)
    return [_entry(name, "", linker.address("actor", name)) for name in names]


def _volumes(linker: Linker, part: DomainFramework) -> dict[str, list[Entry]]:
    assert part.domain is not None
    addresses = linker.places.addresses
    profiles = (*chapters_in_order(part), *(profile for profile in part.profiles if not profile.chapter))
    entries = {
        "profiles": [_entry("Profiles overview", "2", dependencies_page(part.code))] * has_dependencies(part)
        + [_entry(p.heading, p.chapter or "", addresses.of_profile(p), p.stage.value) for p in profiles]
        + [
            _entry(s.title, "", supplement_page(part.code, s), s.stage.value)
            for s in part.domain.supplements
            if s.changes
        ],
        "transactions": [
            _entry(t.title, t.section or "", addresses.of_entity(t), t.stage.value)
            for t in transactions_in_order(part)
        ],
        "content_modules": [
            _entry(m.content_module, m.section or "", addresses.of_entity(m), m.stage.value)
            for m in modules_in_order(part)
        ],
    }
    return {f"{part.code}-{volume.volume}": entries.get(volume.holds, []) for volume in part.domain.volumes}


def _proposals(linker: Linker, part: DomainFramework) -> list[Entry]:
    """The table of all change proposals, then each."""
    table = _entry("All change proposals", "", proposals_page(part.code))
    return [
        table,
        *(
            _entry(p.heading, "", linker.address("change_proposal", p.change_proposal), p.state.value)
            for p in proposals_in_order(part)
        ),
    ]


def jump_index(site: Site) -> list[list[str]]:
    """``[label, kind, address, extra words]`` of everything a reader may want to jump to by name."""
    rows = [
        row
        for rows in (_profile_rows, _transaction_rows, _actor_rows, _shared_rows)
        for row in rows(site.linker)
    ]
    return sorted(rows, key=lambda row: (row[1], row[0].lower()))


def _profile_rows(linker: Linker) -> Iterator[list[str]]:
    """Profiles and the options that have a section."""
    for profile in linker.framework.profiles:
        page = linker.places.addresses.of_profile(profile)
        yield [profile.heading, "profile", page, profile.profile]
        root = linker.places.outline(profile)
        for option in profile.options:
            heading = root.find(f"option:{option.option}") if root else None
            if heading:
                yield [heading.title, "option", f"{page}#{heading.anchor}", profile.profile]


def _transaction_rows(linker: Linker) -> Iterator[list[str]]:
    for transaction in linker.framework.transactions:
        page = linker.address("transaction", transaction.transaction) or ""
        yield [transaction.title, "transaction", page, " ".join(transaction.formerly)]


def _actor_rows(linker: Linker) -> Iterator[list[str]]:
    for actor in {actor.actor: actor for actor in linker.framework.actors}.values():
        yield [actor.actor, "actor", linker.address("actor", actor.actor) or "", " ".join(actor.formerly)]


def _shared_rows(linker: Linker) -> Iterator[list[str]]:
    """Content modules, glossary terms, change proposals and standards."""
    framework = linker.framework
    for module in framework.content_modules:
        page = linker.address("content_module", module.content_module) or ""
        yield [module.content_module, "content module", page, ""]
    for term in framework.terms:
        words = " ".join(filter(None, (term.acronym, *term.synonyms)))
        yield [term.term, "term", linker.address("term", term.term) or "", words]
    for proposal in framework.change_proposals:
        page = linker.address("change_proposal", proposal.change_proposal) or ""
        yield [proposal.heading, "change proposal", page, " ".join(proposal.profiles)]
    for standard in framework.standards:
        page = linker.address("standard", standard.standard) or ""
        yield [standard.standard, "standard", page, standard.title]

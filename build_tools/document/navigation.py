"""Lists that many pages share: the navigation of each volume, and the jump index."""

from __future__ import annotations

from typing import Any

from build_tools.document.general_pages import contents_entries
from build_tools.document.links import Linker
from build_tools.document.site import Site
from build_tools.document.volume_pages import chapters_in_order, modules_in_order, transactions_in_order
from build_tools.outline.addresses import dependencies_page
from model.framework import DomainFramework

Entry = dict[str, Any]
"""``{title, number, address, stage}`` of one line of a navigation list."""


def navigation(site: Site) -> dict[str, list[Entry]]:
    """The navigation lists by id: ``ITI-1``, ``RAD-2``, ``general``, ``actors``."""
    linker = site.linker
    lists: dict[str, list[Entry]] = {
        "general": [_entry(title, number, address) for number, title, address in contents_entries(linker)],
        "actors": _actors(linker),
    }
    for part in linker.framework.domains:
        if part.domain:
            lists |= _volumes(linker, part)
    return lists


def _entry(title: str, number: str, address: str | None, stage: str = "") -> Entry:
    entry = {"title": title, "number": number, "address": address or "", "stage": stage}
    return {name: value for name, value in entry.items() if value}


def _actors(linker: Linker) -> list[Entry]:
    names = sorted({actor.actor for actor in linker.framework.actors}, key=str.lower)
    return [_entry(name, "", linker.address("actor", name)) for name in names]


def _volumes(linker: Linker, part: DomainFramework) -> dict[str, list[Entry]]:
    addresses = linker.places.addresses
    lists: dict[str, list[Entry]] = {}
    assert part.domain is not None
    for volume in part.domain.volumes:
        entries: list[Entry] = []
        if volume.holds == "profiles":
            entries.append(_entry("Profiles overview", "2", dependencies_page(part.code)))
            for profile in (*chapters_in_order(part), *(p for p in part.profiles if not p.chapter)):
                entries.append(
                    _entry(
                        profile.heading,
                        profile.chapter or "",
                        addresses.of_profile(profile),
                        profile.stage.value,
                    )
                )
        elif volume.holds == "transactions":
            entries = [
                _entry(t.title, t.section or "", addresses.of_entity(t), t.stage.value)
                for t in transactions_in_order(part)
            ]
        elif volume.holds == "content_modules":
            entries = [
                _entry(m.content_module, m.section or "", addresses.of_entity(m), m.stage.value)
                for m in modules_in_order(part)
            ]
        lists[f"{part.code}-{volume.volume}"] = entries
    return lists


def jump_index(site: Site) -> list[list[str]]:
    """``[label, kind, address, extra words]`` of everything a reader may want to jump to by name."""
    linker = site.linker
    framework = linker.framework
    rows: list[list[str]] = []
    for profile in framework.profiles:
        rows.append(
            [profile.heading, "profile", linker.places.addresses.of_profile(profile), profile.profile]
        )
        page = linker.places.addresses.of_profile(profile)
        root = linker.places.outline(profile)
        for option in profile.options:
            heading = root.find(f"option:{option.option}") if root else None
            if heading:
                rows.append(
                    [f"{option.option} Option", "option", f"{page}#{heading.anchor}", profile.profile]
                )
    for transaction in framework.transactions:
        rows.append(
            [
                transaction.title,
                "transaction",
                linker.address("transaction", transaction.transaction) or "",
                " ".join(transaction.formerly),
            ]
        )
    for actor in {a.actor: a for a in framework.actors}.values():
        rows.append(
            [actor.actor, "actor", linker.address("actor", actor.actor) or "", " ".join(actor.formerly)]
        )
    for module in framework.content_modules:
        rows.append(
            [
                module.content_module,
                "content module",
                linker.address("content_module", module.content_module) or "",
                "",
            ]
        )
    for term in framework.terms:
        rows.append(
            [
                term.term,
                "term",
                linker.address("term", term.term) or "",
                " ".join(filter(None, (term.acronym, *term.synonyms))),
            ]
        )
    for standard in framework.standards:
        rows.append(
            [
                standard.standard,
                "standard",
                linker.address("standard", standard.standard) or "",
                standard.title,
            ]
        )
    return sorted(rows, key=lambda row: (row[1], row[0].lower()))

"""The whole checked framework as one JSON document.

Promise to its readers: ``format`` names the version; fields may be added within a version, none is removed and
none changes its meaning. Lists are sorted or in the order of the printed tables. Addresses are relative to the
site's root. ``docs/export-json.md`` describes every field.
"""

from __future__ import annotations

import json
from typing import Any

from build_tools.checks import CheckedFramework
from build_tools.outline import Heading, Places
from model.content_module import ContentModule
from model.entity import Entity, Provenance
from model.framework import DomainFramework, Framework
from model.grouping import Condition, GroupedActor, Grouping
from model.option import Option
from model.profile import ContentModuleUse, Profile, ProfileActor, TransactionUse
from model.transaction import Transaction

FORMAT = "framework-press/1"

Data = dict[str, Any]


def framework_json(checked: CheckedFramework) -> str:
    """The document as text; the same framework gives the same text."""
    return json.dumps(framework_data(checked), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def framework_data(checked: CheckedFramework) -> Data:
    """The document as plain data."""
    framework, places = checked.framework, checked.places
    return {
        "format": FORMAT,
        "domains": [_domain(part, places) for part in framework.domains if part.domain],
        "profiles": [_profile(framework, places, profile) for profile in framework.profiles],
        "transactions": [_transaction(places, transaction) for transaction in framework.transactions],
        "actors": _actors(framework, places),
        "content_modules": [_content_module(places, module) for module in framework.content_modules],
        "standards": [
            {
                "standard": s.standard,
                "title": s.title,
                "body": s.body,
                "url": s.url,
                "page": places.page(s.key),
            }
            for s in framework.standards
        ],
        "terms": [
            {"term": t.term, "acronym": t.acronym, "page": places.page(t.key)} for t in framework.terms
        ],
        "problems": [problem.as_data() for problem in checked.problems],
    }


def _domain(part: DomainFramework, places: Places) -> Data:
    domain = part.domain
    assert domain is not None
    return {
        "code": domain.code,
        "name": domain.name,
        "page": places.page(domain.key),
        "volumes": [{"volume": v.volume, "title": v.title, "holds": v.holds} for v in domain.volumes],
        "publications": [
            {"revision": p.revision, "date": p.date, "stage": p.stage.value} for p in domain.publications
        ],
        "supplements": [
            {
                "supplement": s.supplement,
                "title": s.title,
                "stage": s.stage.value,
                "amends": list(s.amends),
                "introduces": list(s.introduces),
            }
            for s in domain.supplements
        ],
    }


def _place(places: Places, entity: Entity) -> Data:
    """Page address and the anchors of all sections, tables and figures of an entity."""
    root = places.outline(entity)
    return {"page": places.page(entity.key), "anchors": _anchors(root) if root else []}


def _anchors(root: Heading) -> list[Data]:
    found: list[Data] = []
    for heading in root.walk():
        found.append(
            {"kind": "section", "number": heading.number, "title": heading.title, "anchor": heading.anchor}
        )
        found += [
            {"kind": c.kind, "number": c.number, "title": c.text, "anchor": c.anchor}
            for c in heading.captions
        ]
    return found


def _provenance(provenance: Provenance | None) -> Data:
    return (
        {"source": provenance.source, "doubt": provenance.doubt}
        if provenance
        else {"source": None, "doubt": None}
    )


def _condition(when: Condition | None) -> Data | None:
    return {"options": list(when.options), "text": when.text} if when else None


def _profile(framework: Framework, places: Places, profile: Profile) -> Data:
    part = framework.part(profile.key)
    return {
        "profile": profile.profile,
        "domain": part.code if part else None,
        "title": profile.title,
        "chapter": profile.chapter,
        "stage": profile.stage.value,
        "kind": list(profile.kind),
        "capsule": profile.capsule.strip(),
        "replaced_by": list(profile.replaced_by),
        "unknown": list(profile.unknown),
        "actors": [_actor_use(framework, actor) for actor in profile.actors],
        "options": [_option(option) for option in profile.options],
        "option_families": [
            {"family": f.family, "title": f.title, "section": f.section} for f in profile.option_families
        ],
        "groupings": [_grouping(grouping) for grouping in profile.groupings],
        "dependencies": None
        if profile.dependencies is None
        else [
            {"profiles": list(d.profiles), "any_profile": d.any_profile, "how": d.how, "purpose": d.purpose}
            for d in profile.dependencies
        ],
        "provenance": _provenance(profile.provenance),
        **_place(places, profile),
    }


def _actor_use(framework: Framework, actor: ProfileActor) -> Data:
    return {
        "actor": actor.actor,
        "added_by": actor.added_by,
        "unknown": list(actor.unknown),
        "transactions": [_transaction_use(framework, actor.actor, use) for use in actor.transactions],
        "content_modules": [_module_use(use) for use in actor.content_modules],
        "rules": [
            {
                "at_least_one_of": list(r.at_least_one_of),
                "at_least_one_option_of": list(r.at_least_one_option_of),
            }
            for r in actor.rules
        ],
    }


def _transaction_use(framework: Framework, actor: str, use: TransactionUse) -> Data:
    transaction = framework.transaction(use.transaction)
    found = (use.direction,) if use.direction else transaction.directions(actor) if transaction else ()
    return {
        "transaction": use.transaction,
        "optionality": use.optionality,
        "directions": list(dict.fromkeys(found)),
        "when": _condition(use.when),
        "added_by": use.added_by,
    }


def _module_use(use: ContentModuleUse) -> Data:
    return {
        "content_module": use.content_module,
        "optionality": use.optionality,
        "when": _condition(use.when),
        "added_by": use.added_by,
    }


def _option(option: Option) -> Data:
    return {
        "option": option.option,
        "section": option.section,
        "reference": option.reference,
        "actors": [actor.actor for actor in option.actors],
        "family": option.family,
        "mandatory": option.mandatory,
        "requires": list(option.requires),
        "requires_one_of": list(option.requires_one_of),
        "excludes": list(option.excludes),
        "transactions": list(option.transactions),
        "defined_in": option.defined_in,
        "added_by": option.added_by,
    }


def _grouping(grouping: Grouping) -> Data:
    items: list[Data] = []
    for item in grouping.grouped_with:
        if isinstance(item, GroupedActor):
            items.append({"bundle": None, "all": [_grouped(item)]})
        else:
            items.append({"bundle": item.bundle, "all": [_grouped(actor) for actor in item.all]})
    return {
        "actor": grouping.actor,
        "choose": grouping.choose,
        "optionality": grouping.optionality,
        "when": _condition(grouping.when),
        "with": items,
    }


def _grouped(actor: GroupedActor) -> Data:
    return {
        "profile": actor.profile,
        "any_profile": actor.any_profile,
        "actor": actor.actor,
        "options": list(actor.options),
        "choose_options": actor.choose_options,
        "without": list(actor.without),
    }


def _transaction(places: Places, transaction: Transaction) -> Data:
    return {
        "transaction": transaction.transaction,
        "domain": transaction.domain,
        "name": transaction.name,
        "section": transaction.section,
        "stage": transaction.stage.value,
        "behaviour": transaction.behaviour,
        "replaced_by": list(transaction.replaced_by),
        "summary": (transaction.summary or "").strip() or None,
        "roles": [
            {"actor": r.actor, "role": r.role, "stands_in_for": r.stands_in_for} for r in transaction.roles
        ],
        "standards": [{"standard": s.standard, "printed": s.label} for s in transaction.standards],
        "messages": [
            {
                "message": m.message,
                "from": m.senders[0],
                "to": m.receivers[0] if m.receivers else None,
                "senders": list(m.senders),
                "receivers": list(m.receivers),
                "response": m.is_response,
            }
            for m in transaction.messages
        ],
        "provenance": _provenance(transaction.provenance),
        **_place(places, transaction),
    }


def _actors(framework: Framework, places: Places) -> list[Data]:
    found = {actor.actor: actor for actor in reversed(list(framework.actors))}
    return [
        {
            "actor": name,
            "definition": actor.definition.strip(),
            "same_as": actor.same_as,
            "formerly": list(actor.formerly),
            "combines": list(actor.combines),
            "abstract": actor.abstract,
            "profiles": [profile.profile for profile, _ in framework.appearances.get(name, ())],
            "page": places.page(actor.key),
        }
        for name, actor in sorted(found.items())
    ]


def _content_module(places: Places, module: ContentModule) -> Data:
    return {
        "content_module": module.content_module,
        "domain": module.domain,
        "section": module.section,
        "stage": module.stage.value,
        "format_codes": list(module.format_codes),
        **_place(places, module),
    }

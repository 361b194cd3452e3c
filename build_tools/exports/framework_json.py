"""The whole checked framework as one JSON document.

Promise to its readers: ``format`` names the version; fields may be added within a version, none is removed and
none changes its meaning. Lists are sorted or in the order of the printed tables. Addresses are relative to the
site's root. ``docs/export-json.md`` describes every field.
"""

from __future__ import annotations

import json

from build_tools.checks import CheckedFramework
from build_tools.exports.change_json import change_data, proposal_data
from build_tools.exports.entity_json import Data, place, provenance_data
from build_tools.exports.profile_json import profile_data
from build_tools.outline import Places
from model.content_module import ContentModule
from model.framework import DomainFramework, Framework
from model.transaction import Transaction

FORMAT = "framework-press/1"


def framework_json(checked: CheckedFramework) -> str:
    """The document as text; the same framework gives the same text."""
    return json.dumps(framework_data(checked), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def framework_data(checked: CheckedFramework) -> Data:
    """The document as plain data."""
    framework, places = checked.framework, checked.places
    return {
        "format": FORMAT,
        "domains": [_domain(part, places) for part in framework.domains if part.domain],
        "profiles": [profile_data(framework, places, profile) for profile in framework.profiles],
        "transactions": [_transaction(places, transaction) for transaction in framework.transactions],
        "actors": _actors(framework, places),
        "content_modules": [_content_module(places, module) for module in framework.content_modules],
        "change_proposals": [proposal_data(places, proposal) for proposal in framework.change_proposals],
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
                "changes": [change_data(places, change) for change in s.changes],
            }
            for s in domain.supplements
        ],
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
        "provenance": provenance_data(transaction.provenance),
        **place(places, transaction),
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
        **place(places, module),
    }

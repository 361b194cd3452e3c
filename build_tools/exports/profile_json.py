"""Profiles as the JSON export writes them: actors, options, groupings, dependencies."""

from __future__ import annotations

from build_tools.exports.change_json import change_data
from build_tools.exports.entity_json import Data, place, provenance_data
from build_tools.outline import Places
from model.framework import Framework
from model.grouping import Condition, GroupedActor, Grouping
from model.option import Option
from model.profile import ContentModuleUse, Profile, ProfileActor, TransactionUse


def profile_data(framework: Framework, places: Places, profile: Profile) -> Data:
    """Everything about a profile."""
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
        "changes": [change_data(places, change) for change in profile.changes],
        "provenance": provenance_data(profile.provenance),
        **place(places, profile),
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


def _condition(when: Condition | None) -> Data | None:
    return {"options": list(when.options), "text": when.text} if when else None

"""Every field that names another entity, as a flat list; prose is not among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.actor import Actor
from model.content_module import ContentModule
from model.domain import Domain
from model.entity import Entity, Key
from model.framework import Framework
from model.general import DomainEntry, RegistryEntry
from model.grouping import Condition, GroupedActor
from model.option import Option
from model.profile import Profile, ProfileActor
from model.transaction import Transaction
from model.use_case import UseCase

FieldPath = tuple[str | int, ...]


class Named(NamedTuple):
    """A field that names an entity of some kind."""

    kind: str
    """The kind of entity named: ``actor``, ``transaction``, ..., ``supplement`` or ``catalogue``."""
    name: str
    key: Key
    """The entity the field belongs to."""
    path: FieldPath
    profile: str = ""
    """For an actor of another profile: that profile."""


def named_by_fields(framework: Framework) -> Iterator[Named]:
    """Every reference that a field makes, in the order of the files."""
    for entity in framework.entities():
        found = _references(entity)
        if found is not None:
            key = entity.key
            for kind, name, path, *profile in found:
                yield Named(kind, name, key, path, *profile)


def conditions(profile: Profile) -> Iterator[tuple[FieldPath, Condition]]:
    """Every condition of a profile, with its path."""
    for i, actor in enumerate(profile.actors):
        for field in ("transactions", "content_modules"):
            for j, row in enumerate(getattr(actor, field)):
                if row.when:
                    yield ("actors", i, field, j, "when"), row.when
    for i, grouping in enumerate(profile.groupings):
        if grouping.when:
            yield ("groupings", i, "when"), grouping.when


def grouped_actors(profile: Profile) -> Iterator[tuple[FieldPath, GroupedActor]]:
    """Every grouped actor of a profile, those inside bundles included, with its path."""
    for i, grouping in enumerate(profile.groupings):
        for j, item in enumerate(grouping.grouped_with):
            if isinstance(item, GroupedActor):
                yield ("groupings", i, "with", j), item
                continue
            for k, grouped in enumerate(item.all):
                yield ("groupings", i, "with", j, "all", k), grouped


_Found = tuple[str, str, FieldPath] | tuple[str, str, FieldPath, str]


def _references(entity: Entity) -> Iterator[_Found] | None:
    match entity:
        case Profile():
            return _of_profile(entity)
        case Transaction():
            return _of_transaction(entity)
        case Actor():
            return _of_actor(entity)
        case ContentModule():
            return _of_content_module(entity)
        case Domain():
            return _of_domain(entity)
        case RegistryEntry() | DomainEntry():
            return _of_shared(entity)
    return None


def _each(kind: str, names: Sequence[str], path: FieldPath) -> Iterator[_Found]:
    return ((kind, name, (*path, index)) for index, name in enumerate(names))


def _of_profile(profile: Profile) -> Iterator[_Found]:
    yield from _each("profile", profile.replaced_by, ("replaced_by",))
    for i, actor in enumerate(profile.actors):
        yield from _of_profile_actor(actor, ("actors", i))
    for i, option in enumerate(profile.options):
        yield from _of_option(option, ("options", i))
    yield from _of_groupings(profile)
    for i, case in enumerate(profile.use_cases):
        yield from _of_use_case(case, ("use_cases", i))
    for i, dependency in enumerate(profile.dependencies or ()):
        yield from _each("profile", dependency.profiles, ("dependencies", i, "profiles"))


def _of_profile_actor(actor: ProfileActor, path: FieldPath) -> Iterator[_Found]:
    yield "actor", actor.actor, (*path, "actor")
    if actor.added_by:
        yield "supplement", actor.added_by, (*path, "added_by")
    for j, use in enumerate(actor.transactions):
        row = (*path, "transactions", j)
        yield "transaction", use.transaction, (*row, "transaction")
        if use.added_by:
            yield "supplement", use.added_by, (*row, "added_by")
        if use.counterpart:
            yield "profile", use.counterpart.profile, (*row, "counterpart", "profile")
            yield "actor", use.counterpart.actor, (*row, "counterpart", "actor"), use.counterpart.profile
    for j, module in enumerate(actor.content_modules):
        row = (*path, "content_modules", j)
        yield "content_module", module.content_module, (*row, "content_module")
        if module.added_by:
            yield "supplement", module.added_by, (*row, "added_by")
    for j, rule in enumerate(actor.rules):
        for k, name in enumerate(rule.at_least_one_of):
            kind = "transaction" if name.rpartition("-")[2].isdigit() else "content_module"
            yield kind, name, (*path, "rules", j, "at_least_one_of", k)


def _of_option(option: Option, path: FieldPath) -> Iterator[_Found]:
    yield from _each("transaction", option.transactions, (*path, "transactions"))
    if option.defined_in:
        yield "catalogue", option.defined_in, (*path, "defined_in")
    if option.added_by:
        yield "supplement", option.added_by, (*path, "added_by")
    for j, row in enumerate(option.actors):
        yield "actor", row.actor, (*path, "actors", j, "actor")
        if row.added_by:
            yield "supplement", row.added_by, (*path, "actors", j, "added_by")


def _of_groupings(profile: Profile) -> Iterator[_Found]:
    for path, grouped in grouped_actors(profile):
        if grouped.profile:
            yield "profile", grouped.profile, (*path, "profile")
        yield "actor", grouped.actor, (*path, "actor"), grouped.profile or ""
    for i, grouping in enumerate(profile.groupings):
        yield "actor", grouping.actor, ("groupings", i, "actor")


def _of_use_case(case: UseCase, path: FieldPath) -> Iterator[_Found]:
    for i, step in enumerate(case.process_flow):
        at = (*path, "process_flow", i)
        if step.transaction:
            yield "transaction", step.transaction, (*at, "transaction")
        for field, name in (("from", step.sender), ("to", step.receiver)):
            profile, colon, actor = (name or "").rpartition(":")
            if colon:
                yield "profile", profile, (*at, field)
            if actor and (colon or step.transaction):
                yield "actor", actor, (*at, field), profile


def _of_transaction(transaction: Transaction) -> Iterator[_Found]:
    yield from _each("transaction", transaction.replaced_by, ("replaced_by",))
    for i, role in enumerate(transaction.roles):
        yield "actor", role.actor, ("roles", i, "actor")
        if role.stands_in_for:
            yield "actor", role.stands_in_for, ("roles", i, "stands_in_for")
    for i, use in enumerate(transaction.standards):
        if use.standard:
            yield "standard", use.standard, ("standards", i, "standard")
    for i, message in enumerate(transaction.messages):
        for field, names in (("from", message.senders), ("to", message.receivers)):
            yield from _any_of("actor", names, ("messages", i, field))
    for i, audit in enumerate(transaction.audit):
        for field, names in (
            ("actor", audit.actors),
            ("source", audit.sources),
            ("destination", audit.destinations),
        ):
            yield from _any_of("actor", names, ("audit", i, field))


def _any_of(kind: str, names: Sequence[str], path: FieldPath) -> Iterator[_Found]:
    """One name, or the names of a list."""
    for i, name in enumerate(names):
        yield kind, name, path if len(names) == 1 else (*path, i)


def _of_actor(actor: Actor) -> Iterator[_Found]:
    for field in ("same_as", "refines"):
        if name := getattr(actor, field):
            yield "actor", name, (field,)
    for i, meaning in enumerate(actor.meanings):
        yield "profile", meaning.profile, ("meanings", i, "profile")


def _of_content_module(module: ContentModule) -> Iterator[_Found]:
    yield "catalogue", module.domain, ("domain",)
    yield from _each("registry_entry", module.format_codes, ("format_codes",))
    for i, use in enumerate(module.standards):
        if use.standard:
            yield "standard", use.standard, ("standards", i, "standard")


def _of_domain(domain: Domain) -> Iterator[_Found]:
    for i, supplement in enumerate(domain.supplements):
        yield from _each("profile", supplement.amends, ("supplements", i, "amends"))
        yield from _each("profile", supplement.introduces, ("supplements", i, "introduces"))


def _of_shared(entity: RegistryEntry | DomainEntry) -> Iterator[_Found]:
    field = "domain" if isinstance(entity, RegistryEntry) else "successor"
    if name := getattr(entity, field):
        yield "catalogue", name, (field,)

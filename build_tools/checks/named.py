"""Every field that names another entity, as a flat list; prose is not among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from model.actor import Actor
from model.change_proposal import ChangeProposal
from model.content_module import ContentModule
from model.document import Document
from model.domain import Domain
from model.entity import Entity, Key
from model.framework import Framework
from model.general import DomainEntry, RegistryEntry
from model.grouping import Condition, GroupedActor
from model.option import Option
from model.profile import Profile, ProfileActor
from model.transaction import Transaction
from model.use_case import UseCase, player

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
        references = _READERS.get(type(entity))
        if references:
            yield from references(entity, entity.key)


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


def _each(kind: str, names: Sequence[str], key: Key, path: FieldPath) -> Iterator[Named]:
    return (Named(kind, name, key, (*path, index)) for index, name in enumerate(names))


def _of_profile(profile: Profile, key: Key) -> Iterator[Named]:
    yield from _each("profile", profile.replaced_by, key, ("replaced_by",))
    for i, actor in enumerate(profile.actors):
        yield from _of_profile_actor(actor, key, ("actors", i))
    for i, option in enumerate(profile.options):
        yield from _of_option(option, key, ("options", i))
    yield from _of_groupings(profile, key)
    for i, case in enumerate(profile.use_cases):
        yield from _of_use_case(case, key, ("use_cases", i))
    for i, dependency in enumerate(profile.dependencies or ()):
        yield from _each("profile", dependency.profiles, key, ("dependencies", i, "profiles"))


def _of_profile_actor(actor: ProfileActor, key: Key, path: FieldPath) -> Iterator[Named]:
    yield Named("actor", actor.actor, key, (*path, "actor"))
    if actor.added_by:
        yield Named("supplement", actor.added_by, key, (*path, "added_by"))
    for j, use in enumerate(actor.transactions):
        row = (*path, "transactions", j)
        yield Named("transaction", use.transaction, key, (*row, "transaction"))
        if use.added_by:
            yield Named("supplement", use.added_by, key, (*row, "added_by"))
        if use.counterpart:
            yield Named("profile", use.counterpart.profile, key, (*row, "counterpart", "profile"))
            yield Named(
                "actor", use.counterpart.actor, key, (*row, "counterpart", "actor"), use.counterpart.profile
            )
    for j, module in enumerate(actor.content_modules):
        row = (*path, "content_modules", j)
        yield Named("content_module", module.content_module, key, (*row, "content_module"))
        if module.added_by:
            yield Named("supplement", module.added_by, key, (*row, "added_by"))
    for j, rule in enumerate(actor.rules):
        for k, name in enumerate(rule.at_least_one_of):
            kind = "transaction" if name.rpartition("-")[2].isdigit() else "content_module"
            yield Named(kind, name, key, (*path, "rules", j, "at_least_one_of", k))


def _of_option(option: Option, key: Key, path: FieldPath) -> Iterator[Named]:
    yield from _each("transaction", option.transactions, key, (*path, "transactions"))
    if option.defined_in:
        yield Named("catalogue", option.defined_in, key, (*path, "defined_in"))
    if option.added_by:
        yield Named("supplement", option.added_by, key, (*path, "added_by"))
    for j, row in enumerate(option.actors):
        yield Named("actor", row.actor, key, (*path, "actors", j, "actor"))
        if row.added_by:
            yield Named("supplement", row.added_by, key, (*path, "actors", j, "added_by"))


def _of_groupings(profile: Profile, key: Key) -> Iterator[Named]:
    for path, grouped in grouped_actors(profile):
        if grouped.profile:
            yield Named("profile", grouped.profile, key, (*path, "profile"))
        yield Named("actor", grouped.actor, key, (*path, "actor"), grouped.profile or "")
    for i, grouping in enumerate(profile.groupings):
        yield Named("actor", grouping.actor, key, ("groupings", i, "actor"))


def _of_use_case(case: UseCase, key: Key, path: FieldPath) -> Iterator[Named]:
    for i, step in enumerate(case.process_flow):
        at = (*path, "process_flow", i)
        if step.transaction:
            yield Named("transaction", step.transaction, key, (*at, "transaction"))
        for field, name in (("from", step.sender), ("to", step.receiver)):
            profile, actor = player(name or "")
            if profile:
                yield Named("profile", profile, key, (*at, field))
            if actor and (profile or step.transaction):
                yield Named("actor", actor, key, (*at, field), profile)


def _of_transaction(transaction: Transaction, key: Key) -> Iterator[Named]:
    yield from _each("transaction", transaction.replaced_by, key, ("replaced_by",))
    for i, role in enumerate(transaction.roles):
        yield Named("actor", role.actor, key, ("roles", i, "actor"))
        if role.stands_in_for:
            yield Named("actor", role.stands_in_for, key, ("roles", i, "stands_in_for"))
    for i, use in enumerate(transaction.standards):
        if use.standard:
            yield Named("standard", use.standard, key, ("standards", i, "standard"))
    for i, message in enumerate(transaction.messages):
        for field, names in (("from", message.senders), ("to", message.receivers)):
            yield from _any_of("actor", names, key, ("messages", i, field))
    for i, audit in enumerate(transaction.audit):
        for field, names in (
            ("actor", audit.actors),
            ("source", audit.sources),
            ("destination", audit.destinations),
        ):
            yield from _any_of("actor", names, key, ("audit", i, field))


def _any_of(kind: str, names: Sequence[str], key: Key, path: FieldPath) -> Iterator[Named]:
    """One name, or the names of a list."""
    return iter((Named(kind, names[0], key, path),)) if len(names) == 1 else _each(kind, names, key, path)


def _of_actor(actor: Actor, key: Key) -> Iterator[Named]:
    for field in ("same_as", "refines"):
        if name := getattr(actor, field):
            yield Named("actor", name, key, (field,))
    for i, meaning in enumerate(actor.meanings):
        yield Named("profile", meaning.profile, key, ("meanings", i, "profile"))


def _of_content_module(module: ContentModule, key: Key) -> Iterator[Named]:
    yield Named("catalogue", module.domain, key, ("domain",))
    yield from _each("registry_entry", module.format_codes, key, ("format_codes",))
    for i, use in enumerate(module.standards):
        if use.standard:
            yield Named("standard", use.standard, key, ("standards", i, "standard"))


def _of_domain(domain: Domain, key: Key) -> Iterator[Named]:
    for i, supplement in enumerate(domain.supplements):
        yield from _each("profile", supplement.amends, key, ("supplements", i, "amends"))
        yield from _each("profile", supplement.introduces, key, ("supplements", i, "introduces"))


def _of_change_proposal(proposal: ChangeProposal, key: Key) -> Iterator[Named]:
    yield from _each("profile", proposal.profiles, key, ("profiles",))
    yield from _each("actor", proposal.actors, key, ("actors",))


def _of_document(document: Document, key: Key) -> Iterator[Named]:
    if document.carries:
        for field in ("profiles", "transactions", "content_modules"):
            names = getattr(document.carries, field)
            yield from _each(field.removesuffix("s"), names, key, ("carries", field))


def _of_shared(entity: RegistryEntry | DomainEntry, key: Key) -> Iterator[Named]:
    field = "domain" if isinstance(entity, RegistryEntry) else "successor"
    if name := getattr(entity, field):
        yield Named("catalogue", name, key, (field,))


_READERS: Mapping[type[Entity], Callable[[Any, Key], Iterator[Named]]] = {
    Profile: _of_profile,
    Transaction: _of_transaction,
    Actor: _of_actor,
    ContentModule: _of_content_module,
    Domain: _of_domain,
    Document: _of_document,
    ChangeProposal: _of_change_proposal,
    RegistryEntry: _of_shared,
    DomainEntry: _of_shared,
}

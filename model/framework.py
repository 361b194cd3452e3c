"""Everything loaded: all domains, all entities, and the ways to find one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from model.actor import Actor
from model.change_proposal import ChangeProposal
from model.comment_period import CommentPeriod
from model.content_module import ContentModule
from model.document import Document
from model.domain import Domain
from model.entity import Entity, Key
from model.general import Chapter, CitedProfile, DomainEntry, Guide, RegistryEntry, Standard, Term
from model.grouping import GroupedActor, Grouping
from model.profile import Profile, ProfileActor, TransactionUse
from model.transaction import Transaction


@dataclass(frozen=True)
class DomainFramework:
    """The Technical Framework of one domain, or the general part when it has no domain."""

    folder: str
    """The name of its folder under ``frameworks/``, for example ``iti``."""
    domain: Domain | None = None
    actors: tuple[Actor, ...] = ()
    profiles: tuple[Profile, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    content_modules: tuple[ContentModule, ...] = ()
    change_proposals: tuple[ChangeProposal, ...] = ()
    comment_periods: tuple[CommentPeriod, ...] = ()
    documents: tuple[Document, ...] = ()

    @property
    def code(self) -> str:
        """The domain's code, or the folder's name in capitals while the domain is not written."""
        return self.domain.code if self.domain else self.folder.upper()


@dataclass(frozen=True)
class Framework:
    """All Technical Frameworks and what they share. Lookups return None for what is not defined."""

    domains: tuple[DomainFramework, ...] = ()
    catalogue: tuple[DomainEntry, ...] = ()
    terms: tuple[Term, ...] = ()
    standards: tuple[Standard, ...] = ()
    registry: tuple[RegistryEntry, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    guides: tuple[Guide, ...] = ()
    documents: tuple[Document, ...] = ()
    """Of no domain: the General Introduction."""
    unread: frozenset[Key] = frozenset()
    """Entities that are written but could not be read; what refers to them is not blamed."""

    def entities(self) -> Iterator[Entity]:
        """Every entity, domain by domain, in the order written."""
        for part in self.domains:
            if part.domain:
                yield part.domain
            yield from part.actors
            yield from part.profiles
            yield from part.transactions
            yield from part.content_modules
            yield from part.change_proposals
            yield from part.comment_periods
            yield from part.documents
        yield from (
            *self.catalogue,
            *self.terms,
            *self.standards,
            *self.registry,
            *self.chapters,
            *self.guides,
            *self.documents,
        )

    @property
    def profiles(self) -> Iterator[Profile]:
        """The profiles of all domains."""
        return (profile for part in self.domains for profile in part.profiles)

    @property
    def transactions(self) -> Iterator[Transaction]:
        """The transactions of all domains."""
        return (transaction for part in self.domains for transaction in part.transactions)

    @property
    def actors(self) -> Iterator[Actor]:
        """The actors of all domains."""
        return (actor for part in self.domains for actor in part.actors)

    @property
    def content_modules(self) -> Iterator[ContentModule]:
        """The content modules of all domains."""
        return (module for part in self.domains for module in part.content_modules)

    @property
    def change_proposals(self) -> Iterator[ChangeProposal]:
        """The change proposals of all domains."""
        return (proposal for part in self.domains for proposal in part.change_proposals)

    @cached_property
    def _by_key(self) -> Mapping[Key, Entity]:
        found: dict[Key, Entity] = {}
        for entity in self.entities():
            found.setdefault(entity.key, entity)
        return found

    @cached_property
    def _part_of(self) -> Mapping[Key, DomainFramework]:
        return {
            entity.key: part
            for part in self.domains
            for entity in (
                *part.actors,
                *part.profiles,
                *part.transactions,
                *part.content_modules,
                *part.change_proposals,
                *part.comment_periods,
                *part.documents,
            )
        }

    def get(self, key: Key) -> Entity | None:
        """The entity of that key."""
        return self._by_key.get(key)

    def exists(self, kind: str, name: str) -> bool:
        """Whether an entity of that kind and name is written, even if it could not be read."""
        key = Key(kind, name)
        return key in self._by_key or key in self.unread

    def profile(self, name: str) -> Profile | None:
        """The profile of that acronym."""
        found = self._by_key.get(Key("profile", name))
        return found if isinstance(found, Profile) else None

    def transaction(self, name: str) -> Transaction | None:
        """The transaction of that id."""
        found = self._by_key.get(Key("transaction", name))
        return found if isinstance(found, Transaction) else None

    def actor(self, name: str) -> Actor | None:
        """The actor of that name."""
        found = self._by_key.get(Key("actor", name))
        return found if isinstance(found, Actor) else None

    def content_module(self, name: str) -> ContentModule | None:
        """The content module of that name."""
        found = self._by_key.get(Key("content_module", name))
        return found if isinstance(found, ContentModule) else None

    def standard(self, name: str) -> Standard | None:
        """The standard of that id."""
        found = self._by_key.get(Key("standard", name))
        return found if isinstance(found, Standard) else None

    def part(self, key: Key) -> DomainFramework | None:
        """The domain's framework in which an entity is written."""
        return self._part_of.get(key)

    def by_code(self, code: str) -> DomainFramework | None:
        """The framework of the domain with that code, such as ``ITI``."""
        return self._by_code.get(code)

    @cached_property
    def _by_code(self) -> Mapping[str, DomainFramework]:
        return {part.code: part for part in reversed(self.domains) if part.domain}

    @cached_property
    def cited_profiles(self) -> Mapping[str, tuple[DomainEntry, CitedProfile]]:
        """Profiles of domains that are not kept here, by acronym."""
        return {cited.profile: (entry, cited) for entry in self.catalogue for cited in entry.profiles}

    @cached_property
    def uses(self) -> Mapping[str, tuple[tuple[Profile, ProfileActor, TransactionUse], ...]]:
        """For each transaction id, the rows of all profiles that use it."""
        found: dict[str, list[tuple[Profile, ProfileActor, TransactionUse]]] = {}
        for profile in self.profiles:
            for actor in profile.actors:
                for use in actor.transactions:
                    found.setdefault(use.transaction, []).append((profile, actor, use))
        return {name: tuple(rows) for name, rows in found.items()}

    @cached_property
    def appearances(self) -> Mapping[str, tuple[tuple[Profile, ProfileActor], ...]]:
        """For each actor name, the profiles in which it appears."""
        found: dict[str, list[tuple[Profile, ProfileActor]]] = {}
        for profile in self.profiles:
            for actor in profile.actors:
                found.setdefault(actor.actor, []).append((profile, actor))
        return {name: tuple(rows) for name, rows in found.items()}

    @cached_property
    def groupings_with(self) -> Mapping[str, tuple[tuple[Profile, Grouping, GroupedActor], ...]]:
        """For each actor name, the groupings in which it is the one that others are grouped with."""
        found: dict[str, list[tuple[Profile, Grouping, GroupedActor]]] = {}
        for profile in self.profiles:
            for grouping in profile.groupings:
                for grouped in grouping.grouped_actors:
                    found.setdefault(grouped.actor, []).append((profile, grouping, grouped))
        return {name: tuple(rows) for name, rows in found.items()}

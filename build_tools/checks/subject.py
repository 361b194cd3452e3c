"""What rules look at: the framework and indexes over it that several rules share, each made once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from build_tools.checks.change_text import as_it_will_be, is_change_text
from build_tools.checks.name_slips import NameSlips, Slip
from build_tools.checks.named import Named, named_by_fields
from build_tools.checks.prose import Text, prose_of
from build_tools.checks.reference_fields import reference_fields
from build_tools.checks.right_names import right_names
from build_tools.checks.whole_text import Spot, WholeText
from build_tools.citations import Mention, Names, mentions
from build_tools.outline import Places
from model.entity import Direction, Key
from model.framework import Framework
from model.profile import Profile, ProfileActor, TransactionUse
from model.transaction import Transaction

_VOLUME = re.compile(r"TF(?<=[A-Z][ -]TF)")
_CODE = 9
_CITATION = 40


class Row(NamedTuple):
    """One row of a profile's table of actors and transactions."""

    profile: Profile
    actor: ProfileActor
    use: TransactionUse
    path: tuple[str | int, ...]
    """The path of the row in the profile."""


class Cited(NamedTuple):
    """A text with everything it mentions."""

    text: Text
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Subject:
    """A framework under check."""

    framework: Framework
    places: Places
    names: Names
    partial: frozenset[Key] = frozenset()
    """Entities of which a part could not be read; nothing is concluded from what they lack."""

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of every entity; that of a change as it will be, without what it deletes."""
        return tuple(
            text._replace(text=as_it_will_be(text.text)) if is_change_text(text.path) else text
            for entity in self.framework.entities()
            for text in prose_of(entity)
        )

    @cached_property
    def whole(self) -> WholeText:
        """Every text as one, without code and links, for patterns of words."""
        return WholeText(self.texts)

    @cached_property
    def slips(self) -> Mapping[str, tuple[tuple[Spot, Slip], ...]]:
        """Names that texts write with a slip, by the kind of thing that is meant."""
        framework = self.framework
        names = {
            "actor": self.defined["actor"],
            "transaction": [transaction.name for transaction in framework.transactions],
            "content_module": self.defined["content_module"],
            "term": self.defined["term"],
            "standard": self.defined["standard"],
        }
        found: dict[str, list[tuple[Spot, Slip]]] = {}
        for spot, slip in NameSlips(names, right_names(framework)).find(self.whole):
            found.setdefault(slip.kind, []).append((spot, slip))
        return {kind: tuple(slips) for kind, slips in found.items()}

    def in_volume_citations(self, pattern: re.Pattern[str]) -> Iterator[Spot]:
        """The places that a pattern fits where a text, or a field that holds a reference, has *TF*."""
        for whole in (self.whole, self.whole_references):
            characters, done = whole.characters, 0
            for volume in _VOLUME.finditer(characters):
                start = max(done, volume.start() - _CODE)
                found = pattern.search(characters, start, volume.end() + _CITATION)
                if found and found.start() < volume.start() < found.end():
                    done = found.end()
                    yield whole.spot(found)

    @cached_property
    def whole_references(self) -> WholeText:
        """The fields that hold a citation, as one text."""
        return WholeText(self.references)

    @cached_property
    def references(self) -> tuple[Text, ...]:
        """The fields that hold a citation instead of prose, such as ``reference: "ITI TF-2: 3.12"``."""
        return tuple(reference_fields(self.framework))

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """The texts that mention something."""
        known: dict[str, tuple[Mention, ...]] = {}  # cells of tables say the same again and again
        found: list[Cited] = []
        for text in self.texts:
            mentioned = known.get(text.text)
            if mentioned is None:
                mentioned = known[text.text] = tuple(mentions(text.text, self.names))
            if mentioned:
                found.append(Cited(text, mentioned))
        return tuple(found)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every row of every profile's table of actors and transactions."""
        return tuple(
            Row(profile, actor, use, ("actors", i, "transactions", j))
            for profile in self.framework.profiles
            for i, actor in enumerate(profile.actors)
            for j, use in enumerate(actor.transactions)
        )

    @cached_property
    def named(self) -> Mapping[str, tuple[Named, ...]]:
        """Every reference that a field makes, by the kind of entity it names."""
        found: dict[str, list[Named]] = {}
        for reference in named_by_fields(self.framework):
            found.setdefault(reference.kind, []).append(reference)
        return {kind: tuple(references) for kind, references in found.items()}

    @cached_property
    def defined(self) -> Mapping[str, frozenset[str]]:
        """For each kind of entity, the names that are written, even those that could not be read."""
        found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
        for key in (*(entity.key for entity in self.framework.entities()), *self.framework.unread):
            found.setdefault(key.kind, set()).add(key.name)
        found["profile"].update(self.framework.cited_profiles)
        found["catalogue"] = found["domain"] | found["domain_entry"]
        found["supplement"] = {
            supplement.supplement
            for part in self.framework.domains
            if part.domain
            for supplement in part.domain.supplements
        }
        return {kind: frozenset(names) for kind, names in found.items()}

    @cached_property
    def transactions(self) -> Mapping[str, Transaction]:
        """Every transaction by its id."""
        return {transaction.transaction: transaction for transaction in self.framework.transactions}

    @cached_property
    def roles(self) -> Mapping[str, Mapping[str, tuple[Direction | None, ...]]]:
        """For each transaction whose actors are all defined, the directions of each actor in it."""
        found: dict[str, dict[str, tuple[Direction | None, ...]]] = {}
        for transaction in self.framework.transactions:
            directions: dict[str, tuple[Direction | None, ...]] = {}
            for role in transaction.roles:
                directions[role.actor] = (*directions.get(role.actor, ()), role.role)
            whole = transaction.key not in self.partial
            if whole and directions.keys() <= self.defined["actor"]:
                found[transaction.transaction] = directions
        return found

    @cached_property
    def _also_called(self) -> Mapping[str, frozenset[str]]:
        """For an actor with other spellings, parts or kinds: the names under which a transaction may list it."""
        found: dict[str, set[str]] = {}
        for actor in self.framework.actors:
            for other in filter(None, (actor.same_as, actor.refines)):
                found.setdefault(actor.actor, set()).add(other)
            if actor.same_as:
                found.setdefault(actor.same_as, set()).add(actor.actor)
            found.setdefault(actor.actor, set()).update(actor.combines)
        return {name: frozenset(others) for name, others in found.items() if others}

    def also_called(self, actor: str) -> frozenset[str]:
        """Other spellings of an actor, the actors it combines and the one it refines."""
        return self._also_called.get(actor, frozenset())

    def directions(self, transaction: str, actor: str) -> tuple[Direction | None, ...]:
        """The directions of an actor in a transaction, under whichever of its names; empty when it has none."""
        roles = self.roles.get(transaction, {})
        if actor in roles:
            return roles[actor]
        others = self._also_called.get(actor, ())
        return tuple(direction for name in sorted(others) for direction in roles.get(name, ()))

    def listed_actors(self, profile: Profile) -> tuple[str, ...]:
        """The actors of a profile; none when the table is not known, not read or names an undefined actor."""
        names = tuple(actor.actor for actor in profile.actors)
        known = "actors" not in profile.unknown and profile.key not in self.partial
        complete = known and self.defined["actor"].issuperset(names)
        return names if complete else ()


_KINDS = (
    "actor",
    "profile",
    "transaction",
    "content_module",
    "standard",
    "term",
    "registry_entry",
    "domain",
    "domain_entry",
)

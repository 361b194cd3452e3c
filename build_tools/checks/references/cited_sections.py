"""Looks up cited sections, tables and figures in the outlines of the entities they belong to.

Only the outlines of cited entities are made, which keeps checking quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from build_tools.checks.prose import FieldPath, Text
from build_tools.checks.spans import covers
from build_tools.checks.subject import Subject
from build_tools.citations import Mention
from build_tools.outline.changes import written_changes
from model.change import CitedPlace
from model.entity import Entity, Key
from model.framework import DomainFramework

_HELD_BY = {"profile": "profiles", "transaction": "transactions", "content_module": "content_modules"}


class Target(NamedTuple):
    """What a citation points to, complete with domain and volume."""

    domain: str
    volume: str
    kind: str
    number: str
    is_local: bool
    """Whether domain and volume are those the text stands in, not written in the citation."""

    @property
    def section(self) -> str:
        """The number of the section, also for a table or figure in it."""
        return self.number.partition("-")[0]


class CitedSections:
    """The sections, tables and figures of a framework, as citations name them."""

    def __init__(self, subject: Subject) -> None:
        """The outlines of one framework."""
        self._framework = subject.framework
        self._places = subject.places
        self._numbers = cache(self._numbers_of)
        self._roots: dict[tuple[str, str], dict[str, Entity]] = {}
        for part in subject.framework.domains:
            for volume, number, entity in _roots(part):
                self._roots.setdefault((part.code, volume), {}).setdefault(number, entity)

    def target(self, text: Text, mention: Mention) -> Target | None:
        """What a mention in a text points to; None when it need not exist here. A change is read where it will stand.

        Only numbers are looked up: appendices are not kept here, nor are the volumes of other domains.
        """
        place = self._changed.get((text.key, text.path))
        code = mention.domain or (place.domain if place else "")
        part = self._framework.by_code(code) if code or place else self._framework.part(text.key)
        if not part or not part.domain or not mention.number[:1].isdigit():
            return None
        held = part.domain.volume(_HELD_BY.get(text.key.kind, ""))
        own = place.volume if place else held.volume if held else ""
        volume = mention.volume or own
        return Target(part.code, volume, mention.kind, mention.number, not mention.volume) if volume else None

    @cached_property
    def _changed(self) -> Mapping[tuple[Key, FieldPath], CitedPlace]:
        """For the text of each change, the place that it changes."""
        return {
            (written.entity.key, (*written.path, "text")): written.change.target
            for written in written_changes(self._framework)
        }

    def is_missing(self, target: Target) -> bool:
        """Whether a number would have to be there, but is not."""
        root = self._root(target.domain, target.volume, target.section)
        if root:
            return target.number not in self._numbers(root.key, target.kind)
        part = self._framework.by_code(target.domain)
        if part is None or self._framework.unread:
            return False
        is_whole = target.is_local or _holds_named_things(part, target.volume)
        return _is_kept(part, target) or (is_whole and bool(self._other_volume(target)))

    def entity(self, target: Target) -> Entity | None:
        """The profile, transaction or content module in which a section, table or figure lies."""
        return self._root(target.domain, target.volume, target.section)

    def has_no_root(self, domain: str, volume: str, number: str) -> bool:
        """Whether a number lies in no profile, transaction or content module, although it would have to."""
        target = Target(domain, volume, "section", number, is_local=False)
        part = self._framework.by_code(domain)
        if part is None or self._framework.unread or not number[:1].isdigit():
            return False
        return self._root(domain, volume, target.section) is None and _is_kept(part, target)

    def nearest(self, target: Target) -> str:
        """A hint: another volume in which the section exists, or the nearest section above it."""
        other = self._other_volume(target)
        if other:
            return f"did you mean `{target.domain} TF-{other}: {target.number}`?"
        root = self._root(target.domain, target.volume, target.section)
        above = [n for n in _and_above(target.section) if root and n in self._numbers(root.key, "section")]
        return f"the nearest section is {above[0]}" if above else ""

    def _other_volume(self, target: Target) -> str:
        """Another volume of the domain that has the number, or nothing."""
        for code, volume in self._roots:
            is_other = code == target.domain and volume != target.volume
            root = self._root(code, volume, target.section) if is_other else None
            if root and target.number in self._numbers(root.key, target.kind):
                return volume
        return ""

    def captions(self, target: Target) -> Iterable[str]:
        """The numbers of the tables or figures of the entity that a citation points into."""
        root = self._root(target.domain, target.volume, target.section)
        return sorted(self._numbers(root.key, target.kind)) if root else ()

    def _root(self, domain: str, volume: str, section: str) -> Entity | None:
        """The profile, transaction or content module in which a section lies."""
        roots = self._roots.get((domain, volume), {})
        return next((roots[number] for number in _and_above(section) if number in roots), None)

    def _numbers_of(self, key: Key, kind: str) -> frozenset[str]:
        """The numbers of all sections, tables or figures of an entity."""
        entity = self._framework.get(key)
        outline = self._places.outline(entity) if entity else None
        if not outline:
            return frozenset()
        if kind == "section":
            return frozenset(heading.number for heading in outline.walk())
        return frozenset(c.number for heading in outline.walk() for c in heading.captions if c.kind == kind)


def _roots(part: DomainFramework) -> Iterator[tuple[str, str, Entity]]:
    """Volume, number and entity of everything that has a chapter or section of its own."""
    for holds, entities in (
        ("profiles", part.profiles),
        ("transactions", part.transactions),
        ("content_modules", part.content_modules),
    ):
        volume = part.domain.volume(holds) if part.domain else None
        for entity in entities if volume else ():
            number = getattr(entity, "chapter", None) or entity.section
            if volume and number:
                yield volume.volume, number, entity


def _and_above(section: str) -> Iterator[str]:
    """A section's number and the numbers above it: 3.18.4, 3.18, 3."""
    while section:
        yield section
        section = section.rpartition(".")[0]


def _holds_named_things(part: DomainFramework, volume: str) -> bool:
    """Whether everything in a volume belongs to a profile or a transaction."""
    volumes = part.domain.volumes if part.domain else ()
    return any(v.volume == volume and v.holds in ("profiles", "transactions") for v in volumes)


def _is_kept(part: DomainFramework, target: Target) -> bool:
    """Whether a chapter or section that no entity has would have to be one of a profile or transaction."""
    volume = (
        next((v for v in part.domain.volumes if v.volume == target.volume), None) if part.domain else None
    )
    if not part.domain or not volume or volume.holds not in ("profiles", "transactions"):
        return False
    first, _, rest = target.section.partition(".")
    if volume.holds == "profiles":
        return not covers(part.domain.absent_chapters, first)
    return (
        first == volume.section
        and bool(rest)
        and not covers(part.domain.absent_numbers, rest.partition(".")[0])
    )

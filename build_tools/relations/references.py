"""Every reference from one entity to another, in fields and in prose, found from either end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.checks import CheckedFramework
from build_tools.checks.named import named_by_fields
from build_tools.checks.prose import prose_of
from build_tools.citations import mentions
from build_tools.problems import Where
from model.entity import Key

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One place at which an entity refers to another."""

    source: Key
    target: Key
    path: FieldPath
    """The field, from the entity on."""
    prose: str = ""
    """The text in which it stands, when it stands in prose."""
    start: int = 0
    """The first character of the reference in the prose."""
    end: int = 0


class References:
    """All references of a checked framework."""

    def __init__(self, checked: CheckedFramework) -> None:
        """References are collected when they are first asked for."""
        self._checked = checked

    @cached_property
    def all(self) -> tuple[Reference, ...]:
        """Every reference to an entity that is defined, in fields first, then in prose."""
        framework = self._checked.framework
        found = [
            Reference(named.key, Key(named.kind, named.name), named.path)
            for named in named_by_fields(framework)
            if framework.get(Key(named.kind, named.name))
        ]
        for entity in framework.entities():
            for text in prose_of(entity):
                for mention in mentions(text.text, self._checked.names):
                    if mention.key and mention.kind != "section":
                        found.append(  # noqa: PERF401 -- three loops read better apart
                            Reference(text.key, mention.key, text.path, text.text, mention.start, mention.end)
                        )
        return tuple(found)

    @cached_property
    def _to(self) -> Mapping[Key, tuple[Reference, ...]]:
        found: dict[Key, list[Reference]] = {}
        for reference in self.all:
            found.setdefault(reference.target, []).append(reference)
        return {key: tuple(references) for key, references in found.items()}

    def to(self, key: Key) -> tuple[Reference, ...]:
        """Every reference to an entity."""
        return self._to.get(key, ())

    def where(self, reference: Reference) -> Where:
        """The place at which a reference is written."""
        sources = self._checked.sources
        if reference.prose:
            return sources.where_in_prose(reference.source, reference.path, reference.prose, reference.start)
        return sources.where(reference.source, reference.path)

"""Where everything is published: finds the page and anchor of an entity, section, table or figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.outline.addresses import Addresses, dependencies_page
from build_tools.outline.chapter_outline import chapter_outline
from build_tools.outline.content_module_outline import content_module_outline
from build_tools.outline.dependencies_outline import dependencies_outline, has_dependencies
from build_tools.outline.headings import Heading, with_anchors
from build_tools.outline.profile_outline import profile_outline
from build_tools.outline.transaction_outline import transaction_outline
from model.content_module import ContentModule
from model.entity import Entity, Key
from model.framework import Framework
from model.general import Chapter
from model.profile import Profile
from model.transaction import Transaction

GENERAL = ""
"""Stands for domain and volume of a section of the General Introduction."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and a place on it when the anchor is not empty."""

    address: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.address}#{self.anchor}" if self.anchor else self.address


def outline(entity: Entity) -> Heading | None:
    """The outline of a profile, transaction, content module or chapter; None for entities without sections."""
    match entity:
        case Profile():
            return with_anchors(profile_outline(entity))
        case Transaction():
            return with_anchors(transaction_outline(entity))
        case ContentModule():
            return with_anchors(content_module_outline(entity))
        case Chapter():
            return with_anchors(chapter_outline(entity))
    return None


class Places:
    """Every place of a framework by its key or its citation."""

    def __init__(self, framework: Framework) -> None:
        """The places of one framework; outlines are made when first asked for."""
        self.framework = framework
        self.addresses = Addresses(framework)
        self._outlines: dict[Key, Heading | None] = {}

    def outline(self, entity: Entity) -> Heading | None:
        """The outline of an entity, made once."""
        if entity.key not in self._outlines:
            self._outlines[entity.key] = outline(entity)
        return self._outlines[entity.key]

    def page(self, key: Key) -> str | None:
        """The address of an entity's page (with its fragment where it shares one), or None."""
        return self.addresses.of(key)

    def section(self, domain: str, volume: str, number: str) -> Place | None:
        """The place of a section, as cited in ``ITI TF-1: 10.2.1``; GENERAL for the General Introduction."""
        return self._numbers.get((domain, volume, number))

    def title(self, domain: str, volume: str, number: str) -> str:
        """The heading of a section without its number, or an empty text."""
        return self._titles.get((domain, volume, number), "")

    def caption(self, domain: str, kind: str, number: str) -> Place | None:
        """The place of a table or figure, as cited in ``Table 10.1-1``; kind is ``table`` or ``figure``."""
        return self._captions.get((domain, kind, number))

    @cached_property
    def _numbered(self) -> tuple[tuple[str, str, str, Heading], ...]:
        """Domain, volume, page and outline of everything whose sections have numbers of their own."""
        found: list[tuple[str, str, str, Heading]] = []
        for chapter in self.framework.chapters:
            root, page = self.outline(chapter), self.addresses.of_entity(chapter)
            if root and page:
                found.append((GENERAL, GENERAL, page, root))
        for part in self.framework.domains:
            if not part.domain:
                continue
            if has_dependencies(part):
                found.append((part.code, "1", dependencies_page(part.code), dependencies_outline(part)))
            for holds, entities in (
                ("profiles", part.profiles),
                ("transactions", part.transactions),
                ("content_modules", part.content_modules),
            ):
                volume = part.domain.volume(holds)
                for entity in entities:
                    root, page = self.outline(entity), self.addresses.of_entity(entity)
                    if volume and page and root and root.number[:1].isdigit():
                        found.append((part.code, volume.volume, page, root))
        return tuple(found)

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str, str], Place]:
        found: dict[tuple[str, str, str], Place] = {}
        for code, volume, page, root in self._numbered:
            for heading in root.walk():
                if heading.number:
                    found.setdefault((code, volume, heading.number), Place(page, heading.anchor))
        return found

    @cached_property
    def _titles(self) -> Mapping[tuple[str, str, str], str]:
        return {
            (code, volume, heading.number): heading.title
            for code, volume, _, root in reversed(self._numbered)
            for heading in root.walk()
        }

    @cached_property
    def _captions(self) -> Mapping[tuple[str, str, str], Place]:
        found: dict[tuple[str, str, str], Place] = {}
        for code, _, page, root in self._numbered:
            for heading in root.walk():
                for caption in heading.captions:
                    found.setdefault((code, caption.kind, caption.number), Place(page, caption.anchor))
        return found

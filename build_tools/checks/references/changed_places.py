"""Finds what stands at the places that changes name; rules on changes use it."""

from __future__ import annotations

from functools import cache

from build_tools.checks.references.cited_sections import CitedSections, Target
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.outline import Heading
from build_tools.outline.changes import changed_place
from build_tools.outline.section_words import section_words
from model.change import CitedPlace
from model.entity import Entity, Key


class ChangedPlaces:
    """The sections, tables and figures of a framework, as changes name them."""

    def __init__(self, subject: Subject) -> None:
        """The places of one framework."""
        self._subject = subject
        self._sections = CitedSections(subject)
        self.words = cache(self._words)

    def fault(self, place: CitedPlace) -> tuple[str, str] | None:
        """Message and hint, when there is no such place although it would have to be here."""
        framework = self._subject.framework
        if not place.domain:
            return self._fault_of_introduction(place)
        part = framework.by_code(place.domain)
        if part is None or part.domain is None:
            known = self._subject.defined["catalogue"]
            if place.domain in known:
                return None
            return f"there is no domain `{place.domain}`", did_you_mean(place.domain, sorted(known))
        volumes = [volume.volume for volume in part.domain.volumes]
        if place.volume not in volumes:
            return f"there is no `{place.document}`", f"the volumes of {part.code} are {', '.join(volumes)}"
        target = _target(place)
        if not self._sections.is_missing(target):
            return None
        message = f"there is no {place.label} in {place.document}"
        if place.kind == "section":
            return message, self._sections.nearest(target)
        return message, did_you_mean(place.number, self._sections.captions(target))

    def _fault_of_introduction(self, place: CitedPlace) -> tuple[str, str] | None:
        if not self._subject.framework.chapters or changed_place(self._subject.places, place):
            return None
        above = place.number
        while above and not changed_place(self._subject.places, place._replace(kind="section", number=above)):
            above = above.rpartition(".")[0]
        hint = f"the nearest section is {above}" if above else ""
        return f"there is no {place.label} in the General Introduction", hint

    def _words(self, place: CitedPlace) -> str:
        """The words that stand at a place; empty when nothing is written there."""
        entity = self._entity(place)
        root = self._subject.places.outline(entity) if entity else None
        if entity is None or root is None:
            return ""
        found = _heading(root, place)
        return section_words(self._subject.framework, entity, *found) if found else ""

    def _entity(self, place: CitedPlace) -> Entity | None:
        if place.domain:
            return self._sections.entity(_target(place))
        return self._subject.framework.get(Key("chapter", place.number.partition(".")[0]))


def _target(place: CitedPlace) -> Target:
    return Target(place.domain, place.volume, place.kind, place.number, is_local=False)


def _heading(
    root: Heading, place: CitedPlace, above: Heading | None = None
) -> tuple[Heading, Heading | None] | None:
    """The heading of a place, and the section in whose prose it stands."""
    above = above if root.is_written else root
    if _is_at(root, place):
        return root, above if root.is_written else None
    return next(filter(None, (_heading(child, place, above) for child in root.children)), None)


def _is_at(heading: Heading, place: CitedPlace) -> bool:
    if place.kind == "section":
        return heading.number == place.number
    return any(c.kind == place.kind and c.number == place.number for c in heading.captions)

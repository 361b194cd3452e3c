"""The changes to published text that supplements and change proposals write, and the places that they change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.outline.addresses import APPENDICES
from build_tools.outline.places import GENERAL, Place, Places
from model.change import Change, CitedPlace
from model.change_proposal import ChangeProposal
from model.domain import Domain, Supplement
from model.framework import Framework
from model.profile import Profile


@dataclass(frozen=True, slots=True)
class WrittenChange:
    """A change with whoever makes it."""

    entity: Profile | Domain | ChangeProposal
    """The profile whose supplement it is, the domain that lists the supplement, or the proposal."""
    path: tuple[str | int, ...]
    """The path of the change in that entity."""
    change: Change
    supplement: Supplement | None = None
    """The supplement, when it is not that of a profile."""

    @property
    def source(self) -> str:
        """What it stands in: the acronym of the supplement, or the id of the proposal."""
        return self.supplement.supplement if self.supplement else self.entity.key.name

    @property
    def stage(self) -> str:
        """Where that stands: ``Trial Implementation``, ``Ballot``."""
        match self.entity:
            case ChangeProposal(state=state):
                return state.label
            case Profile(stage=stage):
                return stage.label
        return self.supplement.stage.label if self.supplement else ""

    @property
    def is_pending(self) -> bool:
        """Whether the published text does not have it yet, and may still get it."""
        match self.entity:
            case ChangeProposal(state=state):
                return state.is_under_way or state == "final-text"
            case Profile(stage=stage):
                return not stage.in_volume
        return self.supplement is not None and not self.supplement.stage.in_volume


def written_changes(framework: Framework) -> Iterator[WrittenChange]:
    """Every change of all supplements and proposals, domain by domain."""
    for part in framework.domains:
        entities: tuple[Profile | ChangeProposal, ...] = (*part.profiles, *part.change_proposals)
        for entity in entities:
            for index, change in enumerate(entity.changes):
                yield WrittenChange(entity, ("changes", index), change)
        if part.domain is None:
            continue
        for number, supplement in enumerate(part.domain.supplements):
            for index, change in enumerate(supplement.changes):
                path = ("supplements", number, "changes", index)
                yield WrittenChange(part.domain, path, change, supplement)


def changed_place(places: Places, target: CitedPlace) -> Place | None:
    """Where the text that is changed is published; None when there is no such place here."""
    if target.kind != "section":
        return places.caption(target.domain, target.kind, target.number)
    found = places.section(target.domain or GENERAL, target.volume or GENERAL, target.number)
    if found or target.domain:
        return found
    return next((Place(address) for letter, _, address in APPENDICES if letter == target.number), None)

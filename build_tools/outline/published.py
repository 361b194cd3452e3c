"""The places that were published last, by what their page is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import cast

from build_tools.loading.editions import Edition, editions
from build_tools.outline.anchors import KnownPlace, PlaceKind


class Publications:
    """The editions of a project, read when they are first asked for."""

    def __init__(self, project: Path) -> None:
        """Editions in the publications of a project."""
        self._project = project

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Every edition, document by document, the newest of each last."""
        return editions(self._project)

    @cached_property
    def places(self) -> Mapping[str, tuple[KnownPlace, ...]]:
        """The places of the newest editions, by what their page is about."""
        return known_places(self.editions)


def known_places(editions: Iterable[Edition]) -> Mapping[str, tuple[KnownPlace, ...]]:
    """The places of every scope as its newest edition has them, in reading order."""
    latest = {edition.document: edition for edition in editions}
    found: dict[str, tuple[KnownPlace, ...]] = {}
    for edition in sorted(latest.values(), key=lambda edition: edition.order):
        own: dict[str, list[KnownPlace]] = {}
        for anchor in edition.anchors():
            place = _place(anchor)
            if place:
                own.setdefault(str(anchor.get("scope", "")), []).append(place)
        found |= {scope: tuple(places) for scope, places in own.items()}
    return found


def _place(anchor: Mapping[str, object]) -> KnownPlace | None:
    try:
        return KnownPlace(str(anchor["id"]), cast("PlaceKind", anchor["kind"]), str(anchor["text"]))
    except KeyError:
        return None

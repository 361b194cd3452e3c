"""Cited places -> the anchors of the edition commented on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.comment_period import CitedPlace, PlaceKind
from review.locations.edition import Anchor, Edition, as_key

_FAR = 400
"""How many lines a range may have; a longer one means the section, not its lines."""
_AROUND = 160
"""Characters of the text before and after that are kept."""


class Placement(StrEnum):
    """How far a comment's location is known."""

    NONE = "none"
    """The comment gives no location."""
    UNPLACED = "unplaced"
    """What is written was not understood, or nothing in the edition answers to it."""
    CITED = "cited"
    """Understood; there is no edition here to look it up."""
    RESOLVED = "resolved"
    """Found in the edition."""
    DOUBTFUL = "doubtful"
    """Found, but line and section disagree, or the reviewer was unsure: the section is taken, somebody should look."""
    GENERAL = "general"
    """The document as a whole."""


@dataclass(frozen=True)
class Resolution:
    """Where a comment points to in an edition."""

    placement: Placement
    anchors: tuple[str, ...] = ()
    section: str = ""
    quoted: str = ""
    before: str = ""
    after: str = ""


def resolve(places: Sequence[CitedPlace], edition: Edition | None, *, is_given: bool) -> Resolution:
    """What cited places mean in an edition; `is_given` says whether anything was written at all."""
    if not places:
        return Resolution(Placement.UNPLACED if is_given else Placement.NONE)
    if all(place.kind is PlaceKind.GENERAL for place in places):
        return Resolution(Placement.GENERAL)
    if edition is None:
        return Resolution(Placement.CITED)
    by_line = _found(edition, [p for p in places if p.kind is PlaceKind.LINES])
    by_name = _found(edition, [p for p in places if p.kind is not PlaceKind.LINES])
    is_unsure = any(place.approximate for place in places)
    if by_line and by_name:
        agreeing = [a for a in by_line if any(_is_inside(a, named) for named in by_name)]
        found, is_unsure = (agreeing, is_unsure) if agreeing else (by_name, True)
    else:
        found = by_line or by_name
    if not found:
        whole = any(p.kind is PlaceKind.TITLE_PAGE for p in places)
        return Resolution(Placement.GENERAL if whole else Placement.UNPLACED)
    return _quoting(edition, found, Placement.DOUBTFUL if is_unsure else Placement.RESOLVED)


def _is_inside(anchor: Anchor, named: Anchor) -> bool:
    if anchor.id == named.id:
        return True
    section = as_key(named.number if named.kind == "section" else named.section)
    own = as_key(anchor.section)
    return bool(section) and (own == section or own.startswith(f"{section}."))


def _quoting(edition: Edition, found: Sequence[Anchor], placement: Placement) -> Resolution:
    first, last = edition.position[found[0].id], edition.position[found[-1].id]
    before = edition.anchors[first - 1].text if first else ""
    after = edition.anchors[last + 1].text if last + 1 < len(edition.anchors) else ""
    first_anchor = found[0]
    section = first_anchor.section or (first_anchor.number if first_anchor.kind == "section" else "")
    return Resolution(
        placement,
        tuple(anchor.id for anchor in found),
        section,
        "\n".join(anchor.text for anchor in found),
        before[-_AROUND:],
        after[:_AROUND],
    )


def _found(edition: Edition, places: Iterable[CitedPlace]) -> list[Anchor]:
    found = {anchor.id: anchor for place in places for anchor in _FINDERS[place.kind](edition, place)}
    return sorted(found.values(), key=lambda anchor: edition.position[anchor.id])


def _lines(edition: Edition, place: CitedPlace) -> list[Anchor]:
    first = int(place.name)
    last = min(int(place.through or first), first + _FAR)
    ids = dict.fromkeys(
        edition.lines[line].anchor for line in range(first, last + 1) if line in edition.lines
    )
    return [anchor for id_ in ids if (anchor := edition.get(id_))]


def _numbered(*kinds: str) -> Callable[[Edition, CitedPlace], list[Anchor]]:
    def find(edition: Edition, place: CitedPlace) -> list[Anchor]:
        names = (place.name, *place.or_else)
        found = {a.id: a for name in names if (a := edition.numbered(name, kinds))}
        if place.through and (end := edition.numbered(place.through, kinds)):
            found[end.id] = end
        is_ambiguous = len(found) > 1 and place.or_else
        return [] if is_ambiguous else list(found.values())

    return find


def _issue(edition: Edition, place: CitedPlace) -> list[Anchor]:
    direct = _numbered("issue")(edition, place)
    number = place.name.rpartition(" ")[2]
    if direct or not number.isdecimal():
        return direct
    wanted = [a for a in edition.anchors if a.kind == "issue" and _running_number(a.number) == int(number)]
    return wanted if len(wanted) == 1 else []


def _running_number(number: str) -> int:
    digits = number.rpartition("_")[2]
    return int(digits) if digits.isdecimal() else -1


def _front(edition: Edition, place: CitedPlace) -> list[Anchor]:
    wanted = place.name.casefold()
    found = [a for a in edition.anchors if a.kind == "section" and a.text.casefold().startswith(wanted)]
    return found[:1] if len(found) == 1 else []


def _nowhere(_edition: Edition, _place: CitedPlace) -> list[Anchor]:
    return []


def _title(edition: Edition, _place: CitedPlace) -> list[Anchor]:
    return [a for a in edition.anchors if a.kind == "title"][:1]


_FINDERS: dict[PlaceKind, Callable[[Edition, CitedPlace], list[Anchor]]] = {
    PlaceKind.LINES: _lines,
    PlaceKind.SECTION: _numbered("section"),
    PlaceKind.APPENDIX: _numbered("section"),
    PlaceKind.TABLE: _numbered("table"),
    PlaceKind.FIGURE: _numbered("figure"),
    PlaceKind.CAPTION: _numbered("table", "figure"),
    PlaceKind.ISSUE: _issue,
    PlaceKind.FRONT: _front,
    PlaceKind.TITLE_PAGE: _title,
    PlaceKind.TRANSACTION: _numbered("section", "issue"),
    PlaceKind.CHANGE_PROPOSAL: _nowhere,
    PlaceKind.PAGE: _nowhere,
    PlaceKind.GENERAL: _nowhere,
}
"""Kind of place -> how it is looked up."""

"""What changed of sections, tables, figures and paragraphs, summed up section by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from build_tools.outline.recognition import CELLS
from build_tools.publish.model_changes import Change

_FROM_MODEL = (
    "Actors and Transactions",
    "Actors and Content Modules",
    "Actors and Options",
    "Required Actor Groupings",
    "Actor Roles",
    "Referenced Standards",
    "Format Codes",
)
"""How the captions of tables end whose rows are told as changes of the model."""
_WORDS = {"inserted": "added", "deleted": "removed", "changed": "changed", "moved": "moved"}


class _Place(Protocol):
    @property
    def status(self) -> str: ...
    @property
    def before(self) -> Mapping[str, Any] | None: ...
    @property
    def after(self) -> Mapping[str, Any] | None: ...
    @property
    def shown(self) -> Mapping[str, Any]: ...


def text_changes(places: Iterable[_Place]) -> Iterator[Change]:
    """Sections first added, removed, renamed or renumbered; then tables, figures, issues and how much text changed."""
    rows = _Rows()
    counts: dict[str, Counter[str]] = {}
    for place in places:
        anchor, kind = place.shown, place.shown["kind"]
        if kind == "table":
            rows.table = "" if anchor["text"].endswith(_FROM_MODEL) else _about(anchor)
        if kind in ("section", "table", "figure", "issue"):
            yield from _titled(place)
        elif place.status != "same" and kind == "row":
            yield from rows.change(place)
        elif place.status != "same" and kind == "paragraph":
            counts.setdefault(anchor["section"], Counter())[place.status] += 1
    for section, found in counts.items():
        told = ", ".join(f"{number} {_WORDS[status]}" for status, number in sorted(found.items()))
        yield Change(f"Section {section}" if section else "Text without number", f"Paragraphs: {told}")


class _Rows:
    """Rows of the table that was seen last."""

    def __init__(self) -> None:
        self.table = ""

    def change(self, place: _Place) -> Iterator[Change]:
        """The row as a change of its table; nothing when the model tells it."""
        if self.table:
            name = place.shown["text"].partition(CELLS)[0]
            yield Change(self.table, f"Row {name} {_WORDS[place.status]}")


def _titled(place: _Place) -> Iterator[Change]:
    """A section, table, figure or issue that is new or gone, or has another name or number."""
    before, after, kind = place.before, place.after, place.shown["kind"]
    about = _about(place.shown)
    if before is None or after is None:
        text = place.shown["text"]
        yield Change(about, f"{_capital(kind)} {_WORDS[place.status]}: {_short(text)}")
        return
    if before["number"] != after["number"]:
        yield Change(about, f"Number: {before['number'] or 'none'} -> {after['number'] or 'none'}")
    if before["text"] != after["text"]:
        if kind == "section":
            yield Change(about, f"Title: {before['text']} -> {after['text']}")
        else:
            yield Change(about, f"{_capital(kind)} changed")


def _about(anchor: Mapping[str, Any]) -> str:
    number = anchor["number"]
    if anchor["kind"] == "section":
        return f"Section {number}" if number else f"Section {anchor['text']}"
    if number or CELLS not in anchor["text"]:
        return number or f"{_capital(anchor['kind'])} {_short(anchor['text'])}"
    section = anchor["section"]  # a table without a caption is known by its columns
    return f"Table in Section {section}" if section else "Table without a caption"


def _capital(kind: str) -> str:
    return kind.capitalize()


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"

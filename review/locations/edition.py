"""An edition as the register knows it: its anchors in reading order and its printed lines, read from its files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from review.refusals import UnreadableEditionError

ANCHORS_FORMAT = "framework-press-anchors/1"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of an edition that keeps its id: a heading, paragraph, row, table, figure or issue."""

    id: str
    kind: str
    number: str
    """Its own number: of a section, a table, a figure, an issue; empty for a paragraph."""
    section: str
    """The number of the section it lies in."""
    text: str
    page: str = ""
    aliases: tuple[str, ...] = ()
    """Placeholder numbers it once had."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Anchor:
        """An anchor as ``anchors.json`` writes it."""
        return cls(
            str(data["id"]),
            str(data.get("kind", "paragraph")),
            str(data.get("number") or ""),
            str(data.get("section") or ""),
            str(data.get("text") or ""),
            str(data.get("page") or ""),
            tuple(str(alias) for alias in data.get("aliases") or ()),
        )


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A numbered line of the edition's PDF."""

    anchor: str
    section: str


def as_key(number: str) -> str:
    """A number as it is looked up: case, blanks and the words *Table* and *Figure* do not count."""
    return number.replace(" ", "").casefold().removeprefix("table").removeprefix("figure")


class Edition:
    """Anchors and lines with every way to look one up."""

    def __init__(self, anchors: Iterable[Anchor], lines: Mapping[int, PrintedLine] | None = None) -> None:
        """An edition of these anchors, in reading order."""
        self.anchors = tuple(anchors)
        self.lines = dict(lines or {})
        self._sections: dict[str, tuple[Anchor, ...]] = {}

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Id -> place in reading order."""
        return {anchor.id: index for index, anchor in enumerate(self.anchors)}

    def get(self, id_: str) -> Anchor | None:
        """The anchor of that id."""
        index = self.position.get(id_)
        return None if index is None else self.anchors[index]

    def numbered(self, number: str, kinds: Iterable[str]) -> Anchor | None:
        """The one anchor of that number and one of these kinds; None when there is none, or several differ."""
        wanted = as_key(number)
        found = {a.id: a for kind in kinds for a in self._by_number.get((kind, wanted), ())}
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _by_number(self) -> Mapping[tuple[str, str], tuple[Anchor, ...]]:
        found: dict[tuple[str, str], list[Anchor]] = {}
        for anchor in self.anchors:
            if anchor.number:
                found.setdefault((anchor.kind, as_key(anchor.number)), []).append(anchor)
        own = {key: tuple(anchors) for key, anchors in found.items()}
        for anchor in self.anchors:  # an alias never hides a number that is really there
            for alias in anchor.aliases:
                key = (anchor.kind, as_key(alias))
                if key not in found:
                    own[key] = (*own.get(key, ()), anchor)
        return own

    def in_section(self, number: str) -> tuple[Anchor, ...]:
        """Everything inside a section and the sections below it, in reading order."""
        wanted = as_key(number)
        if wanted not in self._sections:
            self._sections[wanted] = tuple(
                anchor
                for anchor, own in zip(self.anchors, self._section_keys, strict=True)
                if own == wanted or own.startswith(f"{wanted}.")
            )
        return self._sections[wanted]

    @cached_property
    def _section_keys(self) -> tuple[str, ...]:
        return tuple(as_key(anchor.section) for anchor in self.anchors)

    def texts_of(self, anchor: Anchor) -> tuple[str, ...]:
        """All that a place comprises: of a section everything in it, of a table its rows, else its own text."""
        if anchor.kind == "section":
            inside = self.in_section(anchor.number)
            return tuple(one.text for one in inside) or (anchor.text,)
        if anchor.kind != "table":
            return (anchor.text,)
        texts = [anchor.text]
        for one in self.anchors[self.position[anchor.id] + 1 :]:
            if one.kind != "row":
                break
            texts.append(one.text)
        return tuple(texts)

    def place(self, number_or_id: str) -> Anchor | None:
        """A section, table, figure, issue or anchor by its number or id."""
        if not number_or_id:
            return None
        section = self.numbered(number_or_id, ("section",))
        return section or self.numbered(number_or_id, ("table", "figure", "issue")) or self.get(number_or_id)


def read_edition(folder: Path) -> Edition:
    """The edition in a folder, with the line map of its PDF when there is one."""
    return Edition(_anchors(folder / "anchors.json"), _lines(folder))


def anchors_of(data: Iterable[Mapping[str, Any]]) -> tuple[Anchor, ...]:
    """Anchors from plain data, as ``anchors.json`` lists them."""
    return tuple(Anchor.of(item) for item in data)


def _anchors(file: Path) -> tuple[Anchor, ...]:
    data = _json(file)
    if not isinstance(data, dict) or data.get("format") != ANCHORS_FORMAT:
        raise UnreadableEditionError(f"{file}: the format is not {ANCHORS_FORMAT}")
    try:
        return anchors_of(data["anchors"])
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableEditionError(f"{file}: an anchor lacks {error}") from error


def _lines(folder: Path) -> dict[int, PrintedLine]:
    for file in sorted(folder.glob("*.lines.json")):
        data = _json(file)
        if isinstance(data, dict):
            return {
                int(line["line"]): PrintedLine(str(line.get("anchor") or ""), str(line.get("section") or ""))
                for line in data.get("lines", ())
                if line.get("line")
            }
    return {}


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableEditionError(f"{file}: {error.strerror}") from error
    except ValueError as error:
        raise UnreadableEditionError(f"{file}: is no JSON") from error

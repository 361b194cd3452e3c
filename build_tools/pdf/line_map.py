"""The map of a document's printed lines: for each number its page, its place on the site and where it was written."""

from __future__ import annotations

import bisect
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.pdf.compiler import Compiled
from build_tools.pdf.marks import Mark
from build_tools.pdf.source_places import SourcePlaces
from build_tools.problems import Where

_LOWER = 1.2
"""How much lower the middle of a line is than the top of its number, in points."""
_REACH = 9.5
"""How far from there a mark of the same line may be."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One numbered line."""

    line: int
    page: int
    address: str
    """The page of the site; empty for the document's own, such as its title."""
    anchor: str
    """The lasting id of what stands there, else the nearest id."""
    section: str
    where: Where
    words: str

    def as_data(self) -> dict[str, Any]:
        """The line as it stands in the file."""
        return {
            "line": self.line,
            "page": self.page,
            "address": self.address,
            "anchor": self.anchor,
            "section": self.section,
            "source": {"path": self.where.path, "line": self.where.line},
            "words": self.words,
        }


def line_map(compiled: Compiled, marks: Sequence[Mark], places: SourcePlaces) -> Iterator[PrintedLine]:
    """Every numbered line of a document, in order."""
    at_line = _marks_of_lines(compiled)
    last = 0
    for number, page, _, _ in sorted(compiled.lines):
        last = at_line.get(number, last)
        mark = marks[last]
        piece = mark.piece
        yield PrintedLine(
            number,
            page,
            piece.address,
            piece.place or piece.anchor,
            piece.section,
            places.where(mark),
            " ".join(mark.words),
        )


def _marks_of_lines(compiled: Compiled) -> dict[int, int]:
    """The leftmost mark on every line that has one."""
    lines: dict[int, list[tuple[float, int]]] = {}
    for number, page, _, y in compiled.lines:
        lines.setdefault(page, []).append((y + _LOWER, number))
    for on_page in lines.values():
        on_page.sort()
    found: dict[int, tuple[float, int]] = {}
    for mark, page, x, y in compiled.marks:
        near = _nearest(lines.get(page, []), y)
        if near is not None and (near not in found or x < found[near][0]):
            found[near] = (x, mark)
    return {number: mark for number, (_, mark) in found.items()}


def _nearest(lines: list[tuple[float, int]], y: float) -> int | None:
    index = bisect.bisect_left(lines, (y, 0))
    near = [(abs(middle - y), number) for middle, number in lines[max(0, index - 1) : index + 1]]
    distance, number = min(near, default=(_REACH + 1, 0))
    return number if distance <= _REACH else None


def as_json(name: str, title: str, lines: Iterator[PrintedLine]) -> str:
    """The map as it stands beside the PDF, one line of the file for each printed one."""
    rows = ",\n".join(json.dumps(line.as_data(), ensure_ascii=False) for line in lines)
    head = json.dumps({"document": name, "title": title}, ensure_ascii=False)[1:-1]
    return f'{{{head}, "lines": [\n{rows}\n]}}\n'

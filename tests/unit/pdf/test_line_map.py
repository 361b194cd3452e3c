"""The map takes for each line the leftmost mark on it, and the last one before when it has none."""

from __future__ import annotations

from typing import cast

from build_tools.pdf.compiler import Compiled
from build_tools.pdf.line_map import line_map
from build_tools.pdf.marks import Mark, Piece
from build_tools.pdf.source_places import SourcePlaces
from build_tools.problems import Where


class Nowhere:
    """Places of which nothing is known."""

    def where(self, _mark: Mark) -> Where:
        """No place."""
        return Where("x.yaml", 1, 1)


def test_lines_and_marks() -> None:
    """Marks count by their height, cells of one row from the left; a line without a mark goes on with the last."""
    pieces = [Piece("a.html", f"p{n}", "1", "x.yaml", None, None, words=[f"w{n}"]) for n in range(4)]
    marks = [Mark(piece, 0) for piece in pieces]
    compiled = Compiled(
        lines=((1, 1, 50, 100.0), (2, 1, 50, 114.0), (3, 1, 50, 128.0), (4, 2, 50, 100.0)),
        marks=((0, 1, 80, 104.6), (2, 1, 200, 118.6), (1, 1, 90, 117.5), (3, 2, 80, 97.7)),
    )
    found = list(line_map(compiled, marks, cast("SourcePlaces", Nowhere())))
    assert [(line.line, line.page, line.anchor, line.words) for line in found] == [
        (1, 1, "p0", "w0"),
        (2, 1, "p1", "w1"),
        (3, 1, "p1", "w1"),
        (4, 2, "p3", "w3"),
    ]

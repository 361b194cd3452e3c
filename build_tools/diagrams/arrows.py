"""Arrowheads and the small arrows before transaction names."""

from __future__ import annotations

import math

from build_tools.diagrams.graph import Point
from build_tools.diagrams.svg import Canvas, points

HEAD_LENGTH = 9.0
HEAD_HALF_WIDTH = 3.6


def arrowhead(canvas: Canvas, tip: Point, before: Point, *, is_open: bool = False) -> None:
    """Draw an arrowhead at the end of a line that comes from the point before."""
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    ends = [
        (
            tip[0] - HEAD_LENGTH * math.cos(angle) - side * HEAD_HALF_WIDTH * math.sin(angle),
            tip[1] - HEAD_LENGTH * math.sin(angle) + side * HEAD_HALF_WIDTH * math.cos(angle),
        )
        for side in (-1, 1)
    ]
    data = "M" + points((ends[0], tip, ends[1]))
    canvas.path("head open" if is_open else "head", data if is_open else f"{data}Z")


GLYPH_SIZE = 13.0
"""The width of a small arrow."""

_HALF = GLYPH_SIZE / 2
_BARB = 3.8


def glyph(canvas: Canvas, middle: Point, kind: str) -> None:
    """Draw a small arrow: ``right``, ``left``, ``down``, ``up``, ``loop``, ``none``, or two-headed ``both`` and ``vertical``."""
    x, y = middle

    def at(dx: float, dy: float) -> Point:
        return (x + dy, y + dx) if kind in ("down", "up", "vertical") else (x + dx, y + dy)

    if kind == "loop":
        canvas.path("arrow", f"M{points([(x - 4, y + 2.6)])}A4.8,4.8 0 1 1 {points([(x + 3.2, y + 3.6)])}")
        canvas.path("arrow", "M" + points([(x + 6.6, y + 1), (x + 3.2, y + 3.6), (x + 2.2, y - 0.6)]))
        return
    canvas.path("arrow", "M" + points([at(-_HALF, 0), at(_HALF, 0)]))
    if kind in ("right", "down", "both", "vertical"):
        canvas.path(
            "arrow", "M" + points([at(_HALF - _BARB, -_BARB), at(_HALF, 0), at(_HALF - _BARB, _BARB)])
        )
    if kind in ("left", "up", "both", "vertical"):
        canvas.path(
            "arrow", "M" + points([at(-_HALF + _BARB, -_BARB), at(-_HALF, 0), at(-_HALF + _BARB, _BARB)])
        )

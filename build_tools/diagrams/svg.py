"""The one door to SVG: a canvas that shapes, text and links are drawn on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from typing import Literal

from build_tools.diagrams import palette
from build_tools.diagrams.graph import Point

LINE_HEIGHT = 1.3
"""From one line of text to the next, in font sizes."""
BASELINE = 0.36
"""How far below the middle of a line its letters stand, in font sizes."""
CORNER = 4
TARGET = 24.0
"""The least height of something to click or touch (WCAG 2.5.8)."""

Span = tuple[str, str]
"""A piece of a line of text: the text and its class, or an empty class."""
Line = tuple[Span, ...]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """The text for element content or an attribute; characters that XML forbids become U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", text))


def number(value: float) -> str:
    """A length or place with at most one decimal."""
    printed = f"{value:.1f}".removesuffix(".0")
    return "0" if printed == "-0" else printed


def points(values: Sequence[Point]) -> str:
    """Places as they stand in path data."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in values)


class Canvas:
    """Collects the elements of one SVG."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._looks: set[str] = set()

    def rectangle(
        self, classes: str, corner: Point, width: float, height: float, radius: float = CORNER
    ) -> None:
        """Draw a rectangle from its upper left corner."""
        x, y = corner
        self._add(
            f'<rect {self._look(classes)} x="{number(x)}" y="{number(y)}" '
            f'width="{number(width)}" height="{number(height)}" rx="{number(radius)}"/>'
        )

    def path(self, classes: str, data: str) -> None:
        """Draw a line or shape from path data."""
        self._add(f'<path {self._look(classes)} d="{data}"/>')

    def text(
        self,
        classes: str,
        middle: Point,
        lines: Sequence[Line],
        anchor: Literal["start", "middle"] = "middle",
    ) -> None:
        """Draw lines of text, the block's vertical middle at a point, its start or middle at the same."""
        size = palette.size_of(classes)
        x, y = middle
        first = y - (len(lines) - 1) / 2 * size * LINE_HEIGHT + BASELINE * size
        look = self._look(classes)
        place = "" if anchor == "start" else ' text-anchor="middle"'
        for row, line in enumerate(lines):
            baseline = number(first + row * size * LINE_HEIGHT)
            self._add(f'<text {look}{place} x="{number(x)}" y="{baseline}">{self._spans(line)}</text>')

    def _spans(self, line: Line) -> str:
        return "".join(
            f"<tspan {self._look(classes)}>{plain(text)}</tspan>" if classes else plain(text)
            for text, classes in line
        )

    @contextmanager
    def link(self, href: str | None, label: str) -> Iterator[None]:
        """Make what is drawn inside a link with an accessible name; without an address draw it alone."""
        if href is None:
            yield
            return
        self._add(f'<a href="{plain(href)}" aria-label="{plain(label)}">')
        yield
        self._add("</a>")

    def target(self, corner: Point, width: float, height: float) -> None:
        """Draw nothing, but let this area belong to the link that is open."""
        x, y = corner
        self._add(
            f'<rect fill="none" pointer-events="all" x="{number(x)}" y="{number(y)}" '
            f'width="{number(width)}" height="{number(height)}"/>'
        )

    def document(self, name: str, title: str, description: str, size: Point) -> str:
        """The finished SVG: named by its title, described by its text, never wider than its natural size."""
        width, height = (number(value) for value in size)
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{name}" class="diagram" role="group" '
            f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" style="max-width:100%;height:auto" '
            f'font-family="{palette.FONT_FAMILY}">'
        )
        sheet = palette.style_sheet(self._looks)
        return "\n".join(
            (
                head,
                f'<title id="{name}-title">{plain(title)}</title>',
                f'<desc id="{name}-desc">{plain(description)}</desc>',
                f"<style>{sheet}</style>",
                *self._parts,
                "</svg>\n",
            )
        )

    def _add(self, part: str) -> None:
        self._parts.append(part)

    def _look(self, classes: str) -> str:
        self._looks.add(classes)
        return palette.attributes(classes)

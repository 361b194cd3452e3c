"""The shapes of a dependency figure: profiles, frames around several of them, and choices."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from build_tools.diagrams.diagram import Href
from build_tools.diagrams.font_metrics import text_width
from build_tools.diagrams.graph import Point
from build_tools.diagrams.palette import size_of
from build_tools.diagrams.svg import Canvas
from model.entity import Key
from model.framework import DomainFramework, Framework

FRAME_PAD = 9.0
MOST_ROWS = 6
LINE_SPACE = 12.0
"""Between lines that arrive at the same profile."""


class Shape(Protocol):
    """Something with a size that can be drawn around a point."""

    @property
    def size(self) -> Point:
        """Width and height."""

    def draw(self, canvas: Canvas, middle: Point, href: Href) -> None:
        """Draw it around a point."""


@dataclass(frozen=True)
class ProfileShape:
    """A profile as a box with its acronym, and its domain when that is another one."""

    name: str
    title: str
    domain: str
    """The code of the other domain, or empty."""
    is_other: bool
    lines: int = 0
    """How many lines arrive at it; a profile that many need is drawn taller."""

    @property
    def size(self) -> Point:
        """Width and height."""
        widths = (text_width(self.name, size_of("name")), text_width(self.domain, size_of("remark")))
        height = max(48.0 if self.domain else 32.0, LINE_SPACE * (self.lines + 1))
        return max(64.0, *(width + 20 for width in widths)), height

    def draw(self, canvas: Canvas, middle: Point, href: Href) -> None:
        """Draw it around a point."""
        self.draw_sized(canvas, middle, self.size, href)

    def draw_sized(self, canvas: Canvas, middle: Point, size: Point, href: Href) -> None:
        """Draw it around a point with a size of the caller's."""
        (x, y), (width, height) = middle, size
        with canvas.link(href(Key("profile", self.name)), self.title):
            look = "actor other" if self.is_other else "actor"
            canvas.rectangle(look, (x - width / 2, y - height / 2), width, height)
            canvas.text("name", (x, y - 8 if self.domain else y), [((self.name, ""),)])
            if self.domain:
                canvas.text("remark", (x, y + 11), [((self.domain, ""),)])


def profile_shape(framework: Framework, part: DomainFramework, name: str, lines: int) -> ProfileShape:
    """The shape of a profile as seen from a domain; one that is not written in the domain is dashed."""
    home = framework.part(Key("profile", name))
    profile = framework.profile(name)
    cited = framework.cited_profiles.get(name)
    domain = "" if home is part else home.code if home else cited[0].domain if cited else ""
    title = profile.title if profile else (cited[1].title if cited else "") or ""
    label = f"{name} {domain}".rstrip()
    return ProfileShape(name, f"{label}: {title}" if title else label, domain, home is not part, lines)


@dataclass(frozen=True)
class FrameShape:
    """Profiles that need the same, in a frame."""

    profiles: tuple[ProfileShape, ...]

    @property
    def size(self) -> Point:
        """Width and height."""
        columns = math.ceil(len(self.profiles) / MOST_ROWS)
        rows = math.ceil(len(self.profiles) / columns)
        width, height = self._cell
        return columns * (width + FRAME_PAD) + FRAME_PAD, rows * (height + FRAME_PAD) + FRAME_PAD

    @property
    def _cell(self) -> Point:
        return max(shape.size[0] for shape in self.profiles), max(shape.size[1] for shape in self.profiles)

    def draw(self, canvas: Canvas, middle: Point, href: Href) -> None:
        """Draw it around a point."""
        width, height = self.size
        left, top = middle[0] - width / 2, middle[1] - height / 2
        canvas.rectangle("frame", (left, top), width, height, 8)
        columns = math.ceil(len(self.profiles) / MOST_ROWS)
        cell = self._cell
        for number, shape in enumerate(self.profiles):
            row, column = divmod(number, columns)
            x = left + FRAME_PAD + column * (cell[0] + FRAME_PAD) + cell[0] / 2
            y = top + FRAME_PAD + row * (cell[1] + FRAME_PAD) + cell[1] / 2
            shape.draw_sized(canvas, (x, y), cell, href)


def frame_shape(profiles: Sequence[ProfileShape]) -> FrameShape:
    """A frame around profiles."""
    return FrameShape(tuple(profiles))


@dataclass(frozen=True)
class JunctionShape:
    """Words in a rounded box: a choice, or a class of profiles."""

    text: str

    @property
    def size(self) -> Point:
        """Width and height."""
        return text_width(self.text, size_of("step")) + 24, 26.0

    def draw(self, canvas: Canvas, middle: Point, href: Href) -> None:  # noqa: ARG002  it links to nothing
        """Draw it around a point."""
        width, height = self.size
        canvas.rectangle("note", (middle[0] - width / 2, middle[1] - height / 2), width, height, 13)
        canvas.text("step", middle, [((self.text, ""),)])


def junction_shape(text: str) -> JunctionShape:
    """A choice or class of profiles with its words."""
    return JunctionShape(text)

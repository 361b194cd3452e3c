"""Headings and captions: the values an outline is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal


@dataclass(frozen=True, slots=True)
class Caption:
    """A numbered table or figure: ``Table 10.1-1: XDS.b - Actors and Transactions``."""

    kind: Literal["table", "figure"]
    number: str
    """Section number, dash, running number in that section: ``10.1-1``; empty in a section without number."""
    text: str
    slot: str
    """What it shows, so that the page builder finds it: ``actors``, ``flow``, ``table:0``."""
    other_anchor: str = ""
    """The HTML id, where an author gave one number to two sections and the usual one is taken."""

    @property
    def anchor(self) -> str:
        """The HTML id at IHE's own pattern: ``t10.1-1`` or ``f10.1-1``."""
        return self.other_anchor or f"{self.kind[0]}{self.number or '-' + slug_words(self.text)}"

    @property
    def label(self) -> str:
        """The caption as printed, number included."""
        return f"{self.kind.capitalize()} {self.number}: {self.text}" if self.number else self.text


@dataclass(frozen=True, slots=True)
class Heading:
    """A section: its number, title and anchor, and what lies in it."""

    number: str
    """The section number, or an empty string for an unnumbered section."""
    title: str
    slot: str
    """What the section holds, so that the page builder fills it: ``options``, ``option:Merge``."""
    children: tuple[Heading, ...] = ()
    captions: tuple[Caption, ...] = ()
    anchor: str = ""
    """The HTML id: the number, unless that is taken."""
    is_written: bool = False
    """Whether it stands in the prose of the section above, which prints it."""

    def walk(self) -> Iterator[Heading]:
        """This heading and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, slot: str) -> Heading | None:
        """The heading of that slot, itself included."""
        return next((heading for heading in self.walk() if heading.slot == slot), None)

    def has_caption(self, slot: str) -> bool:
        """Whether this very section has a table or figure of that slot."""
        return any(caption.slot == slot for caption in self.captions)

    def caption(self, slot: str) -> Caption:
        """The caption of that slot in this very section, or under a heading of its prose."""
        mine = (h for h in self.walk() if h is self or h.is_written)
        return next(caption for heading in mine for caption in heading.captions if caption.slot == slot)


Wanted = tuple[Literal["table", "figure"], str, str]
"""A caption that has no number yet: its kind, slot and text."""


def captions(number: str, *wanted: Wanted | None) -> tuple[Caption, ...]:
    """Captions numbered in one section, tables and figures apart; entries that are None are left out."""
    counts = {"table": 0, "figure": 0}
    found: list[Caption] = []
    for entry in wanted:
        if entry:
            kind, slot, text = entry
            counts[kind] += 1
            found.append(Caption(kind, f"{number}-{counts[kind]}" if number else "", text, slot))
    return tuple(found)


def with_anchors(root: Heading) -> Heading:
    """The outline with an anchor for every heading: its number, or its number and slot where that is taken.

    No two headings or captions have the same one, whatever numbers an author gives.
    """
    taken: set[str] = set()

    def captioned(caption: Caption) -> Caption:
        if caption.anchor not in taken:
            taken.add(caption.anchor)
            return caption
        return replace(caption, other_anchor=free(caption.anchor, taken))

    def anchored(heading: Heading) -> Heading:
        anchor = heading.number or slug_words(heading.slot)
        if anchor in taken and not heading.is_written:
            anchor = f"{anchor}-{slug_words(heading.slot)}"
        anchor = free(anchor, taken)
        captions = tuple(captioned(caption) for caption in heading.captions)
        children = tuple(anchored(child) for child in heading.children)
        # `replace` would take three times as long, and this is done for every section
        return Heading(
            heading.number, heading.title, heading.slot, children, captions, anchor, heading.is_written
        )

    return anchored(root)


def free(anchor: str, taken: set[str]) -> str:
    """The id, or the id with the first number that makes it one of its own; it is taken from then on."""
    found, count = anchor, 1
    while found in taken:
        count += 1
        found = f"{anchor}-{count}"
    taken.add(found)
    return found


@cache
def slug_words(text: str) -> str:
    """Lower-case words joined by hyphens, for ids and addresses: ``Document Registry`` -> ``document-registry``."""
    words = "".join(letter.lower() if letter.isalnum() or letter in "._" else " " for letter in text).split()
    return "-".join(words) or "unnamed"

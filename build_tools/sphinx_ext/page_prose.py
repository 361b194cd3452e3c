"""The prose of one page -> docutils nodes: links, footnotes, images and headings in their place on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial

from docutils import nodes

from build_tools.document import Page
from build_tools.document.blocks import Prose
from build_tools.document.links import Linker, ProseLink
from build_tools.sphinx_ext.footnotes import has_footnotes, number_footnotes
from build_tools.sphinx_ext.page_parts import FRAME_IDS, ids
from build_tools.sphinx_ext.prose import ProseReader
from build_tools.sphinx_ext.prose_sections import number_sections
from build_tools.sphinx_ext.written_links import (
    Report,
    drop_broken,
    lead_to_pages,
    may_have_links,
    to_own_page,
)


@dataclass(frozen=True)
class ProseMeans:
    """What the prose of all pages of a site is read with."""

    linker: Linker
    reader: ProseReader
    warn: Callable[[Prose, int, str], None]
    """Takes a warning about prose: the block, the line in it from 1, and the text."""
    find_image: Callable[[Prose, str], str | None]
    """The address of an image by its name in prose, or None."""
    addresses: frozenset[str]
    """The address of every page."""


def seen_from(page: str, address: str) -> str:
    """An address of the site as seen from a page; others as they are."""
    if address.startswith(("http:", "https:", "mailto:", "#")):
        return address
    target, _, fragment = address.partition("#")
    return f"#{fragment}" if target == page else "../" * page.count("/") + address


class PageProse:
    """Reads the texts of one page, one after the other."""

    def __init__(self, page: Page, means: ProseMeans) -> None:
        """Prose of a page, of which nothing is read yet."""
        self._page = page
        self._means = means
        self._footnotes = 0
        self._local: list[tuple[list[nodes.reference], Report]] = []

    def read(self, block: Prose, number: str) -> list[nodes.Node]:
        """The nodes of a text in the section of that number."""
        found = self._means.reader.read(
            block.text,
            partial(self._find_links, block),
            lambda line, text: self._means.warn(block, line, text),
            is_change=block.change_in is not None,
        )
        if has_footnotes(block.text):
            self._footnotes = number_footnotes(found, self._footnotes)
        if may_have_links(block.text):
            self._lead_links(block, found)
        if "![" in block.text:
            self._place_images(block, found)
        number_sections(found, number, self.taken)
        for node in found:
            node["prose"] = block  # type: ignore[index]
        return found

    def finish(self) -> None:
        """Check the links to places on the page itself, once all of it is read."""
        for links, report in self._local:
            drop_broken(links, self.taken, report)

    @cached_property
    def taken(self) -> set[str]:
        """The ids of the page that are given away, those of its blocks and of the prose that is read."""
        return {*FRAME_IDS, *ids(self._page.blocks)}

    def _find_links(self, block: Prose, text: str) -> list[ProseLink]:
        page = self._page
        links = self._means.linker.in_prose(text, *page.citations_in(block), page.address)
        return [replace(link, address=seen_from(page.address, link.address)) for link in links]

    def _lead_links(self, block: Prose, found: list[nodes.Node]) -> None:
        def report(link: nodes.Element, text: str) -> None:
            self._means.warn(block, int(link.line or getattr(link.parent, "line", None) or 1), text)

        lead_to_pages(found, self._page.address, self._means.addresses, report)
        if local := to_own_page(found):
            self._local.append((local, report))

    def _place_images(self, block: Prose, found: list[nodes.Node]) -> None:
        """Lead every image to its place on the site; one that is not there is reported, its words remain."""
        for image in [image for node in found for image in node.findall(nodes.image)]:
            address = self._means.find_image(block, image["uri"])
            if address:
                image["uri"] = seen_from(self._page.address, address)
            else:
                text = f"there is no image `{image['uri']}` in the framework"
                self._means.warn(block, int(image.line or 1), text)
                image.parent.replace(image, nodes.Text(image.get("alt", "")))

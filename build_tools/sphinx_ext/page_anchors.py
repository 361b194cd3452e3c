"""Gives every section, paragraph, list item, table row and figure of a page its lasting id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docutils import nodes

from build_tools.document import Page
from build_tools.document.blocks import Prose
from build_tools.outline.anchors import KnownPlace, PlaceKind, WrittenPlace, lasting_ids
from build_tools.pdf.marks import Piece
from build_tools.sphinx_ext.place_finder import Around, PlaceFinder
from model.entity import Key

LASTING = "lasting"
"""The attribute that holds the id; the HTML prints it, and the PDF's line map names it."""
_PRINT_IDS = (nodes.literal_block, nodes.doctest_block, nodes.term)
"""Nodes whose ids docutils prints itself."""
_OWN_ANCHOR = ("table", "figure", "row", "issue")


class PageAnchor(NamedTuple):
    """A place of a page that can be cited."""

    id: str
    kind: PlaceKind
    number: str
    """``33.4.1``, ``Table 33.1-1``, ``MHD_064``, or empty."""
    section: str
    """The nearest section number at or above it."""
    text: str
    anchor: str
    """The nearest id around it that its own name gives, such as a section's number."""
    key: Key | None
    """The entity that the section belongs to."""
    prose: Prose | None
    """The text of the author in which it stands; None for what is generated."""

    def piece(self, page: Page) -> Piece:
        """The place as something printed on its page, by which it is found where it was written."""
        words = self.text.split()
        return Piece(page.address, self.anchor, self.section, page.source, self.key, self.prose, words=words)


class PageAnchors:
    """The places of one page, each with its id on its node."""

    def __init__(self, page: Page, found: Iterable[nodes.Node], known: Sequence[KnownPlace] = ()) -> None:
        """Put the id on every node that has one; ``known`` is what was published of the page."""
        finder = PlaceFinder(page)
        finder.all(found, Around("", "", (), page.keys[0] if page.keys else None, None))
        self._found = finder.found
        self._ids = lasting_ids(page.scope, self._places(read_all=bool(known)), known)
        for one, id_ in zip(self._found, self._ids, strict=True):
            one.node.attributes[LASTING] = id_
            if type(one.node) in _PRINT_IDS:
                one.node["ids"] = one.node["ids"] or [id_]

    def __iter__(self) -> Iterator[PageAnchor]:
        """Every place in reading order."""
        for one, id_ in zip(self._found, self._ids, strict=True):
            around, own = one.around, one.node["ids"]
            yield PageAnchor(
                id_,
                one.place.kind,
                one.number,
                around.section,
                one.text,
                own[0] if own and one.place.kind in _OWN_ANCHOR else around.anchor,
                around.key,
                around.prose,
            )

    def _places(self, *, read_all: bool) -> list[WrittenPlace]:
        if not read_all:
            return [one.place for one in self._found]
        return [one.place._replace(text=one.text) for one in self._found]

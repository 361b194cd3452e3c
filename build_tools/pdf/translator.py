"""docutils nodes -> Typst, one function for each kind of node; what has none is a fault of ours, never lost."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from docutils import nodes

from build_tools.document import Page
from build_tools.pdf.block_writers import BLOCKS
from build_tools.pdf.figure_writers import FIGURES
from build_tools.pdf.figures import Figures
from build_tools.pdf.inline_writers import INLINES
from build_tools.pdf.link_writers import LINKS
from build_tools.pdf.links import label_of
from build_tools.pdf.list_writers import LISTS
from build_tools.pdf.marked_text import MarkedText, Report

Writer = Callable[["Translator", Any], str]
"""Writes one node with everything inside it."""

WRITERS: Mapping[str, Writer] = {**BLOCKS, **LISTS, **FIGURES, **INLINES, **LINKS}
"""The writer for every kind of node, by the name of its class."""


class Translator(MarkedText):
    """Writes the nodes of pages as Typst; one translator serves a whole document."""

    def __init__(self, folder: str, figures: Figures, report: Report, *, marked: bool) -> None:
        """A translator for a document in a folder of the site; ``marked`` ones can be mapped line by line."""
        super().__init__(figures.unprintable, report, marked=marked)
        self.labels: dict[str, str] = {}
        """The label that stands in the text for every place that links lead to: a page is its first heading."""
        self.figures = figures
        self.inside: frozenset[str] = frozenset()
        """The addresses of the pages in the document."""
        self.level = 0
        """How deep the section at hand is."""
        self.headings: Counter[int] = Counter()
        """How many headings there are of every level."""
        self.footnotes: Mapping[str, nodes.Element] = {}
        """The footnotes of the page, by their ids."""
        self.noted: set[str] = set()
        """Those of them that are printed already."""
        self._folder = folder

    def page(self, page: Page, found: Iterable[nodes.Node], level: int) -> str:
        """The text of a page, whose outermost sections have headings of that level."""
        self.shown, self.level, self.anchor, self.lasting, self.section = page, level - 1, "", "", ""
        self.key = page.keys[0] if page.keys else None
        self.prose = None
        self.noted = set()
        found = list(found)
        self.footnotes = {note["ids"][0]: note for node in found for note in node.findall(nodes.footnote)}
        reset = "#counter(footnote).update(0)\n" if self.footnotes else ""
        return f"{reset}{self.all(found)}\n"

    def heading(self, text: str, source: str, level: int = 1) -> str:
        """A heading of the document's own."""
        self.headings[level] += 1
        return f"\n#heading(level: {level})[{self.line(text, source)}]\n"

    def all(self, found: Iterable[nodes.Node]) -> str:
        """The nodes one after the other."""
        return "".join(map(self.write, found))

    def write(self, node: nodes.Node) -> str:
        """One node with everything inside it; what is inside stands under its id and belongs to its prose."""
        if isinstance(node, nodes.Text):
            return self.text(str(node))
        writer = _FOUND.get(type(node)) or _writer(type(node))
        attributes = cast("nodes.Element", node).attributes
        if not attributes["ids"] and _OWN.isdisjoint(attributes):
            return writer(self, node)
        before = (self.prose, self.anchor, self.lasting, self.key)
        self.prose = attributes.get("prose") or self.prose
        self.stand_under(attributes)
        text = writer(self, node)
        self.prose, self.anchor, self.lasting, self.key = before
        return text

    # --- places ----------------------------------------------------------------------------------------------------

    def stand_under(self, attributes: Mapping[str, Any]) -> None:
        """Let what follows stand under the ids of a node and belong to its entity, if it has any."""
        ids, lasting = attributes["ids"], attributes.get("lasting", "")
        if ids or lasting:
            self.anchor = ids[0] if ids else self.anchor
            self.lasting = lasting
        self.key = attributes.get("key") or self.key

    def label(self, anchor: str = "") -> str:
        """The label of a place on the page; an empty anchor stands for the page."""
        assert self.shown is not None
        return label_of(f"{self.shown.address}#{anchor}" if anchor else self.shown.address)

    def define(self, anchor: str) -> str:
        """The label, which is known from now on, as it is set behind an element."""
        name = self.label(anchor)
        if name in self.labels:
            return ""
        self.labels[name] = name
        return f"<{name}>"

    def place(self, node: nodes.Element) -> str:
        """An invisible element that carries the label of a node's id, if it has one."""
        defined = self.define(node["ids"][0]) if node["ids"] else ""
        return f"#metadata(none){defined}" if defined else ""

    def address(self, uri: str) -> str:
        """The address on the site of what the page refers to."""
        page = self.shown.address if self.shown else ""
        if uri.startswith("#"):
            return page + uri
        return uri.removeprefix("../" * page.count("/"))

    def from_here(self, address: str) -> str:
        """The address of a page of the site as seen from the document."""
        page, _, fragment = address.partition("#")
        return posixpath.relpath(page, self._folder or ".") + (f"#{fragment}" if fragment else "")


_OWN = frozenset(("prose", "lasting", "key"))
"""Attributes by which a node says where it stands and what it is made from."""
_FOUND: dict[type[nodes.Node], Writer] = {}
"""The writer for each class of nodes, looked up once a process."""


def _writer(kind: type[nodes.Node]) -> Writer:
    for parent in kind.__mro__:
        writer = WRITERS.get(parent.__name__)
        if writer:
            _FOUND[kind] = writer
            return writer
    raise NotImplementedError(f"no Typst for the node {kind.__name__}")

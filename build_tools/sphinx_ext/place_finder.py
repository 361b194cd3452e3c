"""Finds the places among the nodes of a page that have a lasting id: what each is, says, and is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from docutils import nodes

from build_tools.document import Page
from build_tools.document.blocks import Prose
from build_tools.outline.anchors import PlaceKind, WrittenPlace, id_of_name, id_of_text
from build_tools.outline.recognition import CELLS
from build_tools.sphinx_ext.html_nodes import diagram, line_break
from model.entity import Key

_NUMBERED = re.compile(r"((?:Table|Figure) [\w.]+-\d+): ")
_ISSUE = re.compile(r"[A-Za-z0-9.+-]+_[0-9]+\Z")


class Around(NamedTuple):
    """What stands around a node."""

    section: str
    anchor: str
    titles: tuple[str, ...]
    key: Key | None
    prose: Prose | None


class FoundPlace(NamedTuple):
    """A place before it has its id."""

    node: nodes.Element
    place: WrittenPlace
    number: str
    around: Around

    @property
    def text(self) -> str:
        """Its text; what has a name is read only where something was published, or is about to be."""
        if self.place.text:
            return self.place.text
        if self.place.kind == "row":
            return _cells(self.node)
        return _question(self.node, self.number) if self.place.kind == "issue" else plain(self.node)


class PlaceFinder:
    """Finds the places among the nodes of one page."""

    def __init__(self, page: Page) -> None:
        """A finder that has found nothing yet."""
        self.found: list[FoundPlace] = []
        self._scope = page.scope
        self._name = page.keys[0].name if page.keys else page.address.removesuffix(".html")
        self._finders: dict[type, Callable[[Any, Around], None]] = {
            nodes.section: self._section,
            nodes.paragraph: self._paragraph,
            nodes.list_item: self._item,
            nodes.definition_list_item: self._definition,
            nodes.literal_block: self._code,
            nodes.doctest_block: self._code,
            nodes.table: self._table,
            diagram: self._diagram,
        }

    def all(self, found: Iterable[nodes.Node], around: Around) -> None:
        """Find the places of these nodes, in order."""
        for node in found:
            if isinstance(node, nodes.Element):
                prose = node.attributes.get("prose")
                inside = around if prose is None else around._replace(prose=prose)
                self._finders.get(type(node), self._inside)(node, inside)

    def _inside(self, node: nodes.Element, around: Around) -> None:
        if not isinstance(node, nodes.TextElement):
            self.all(node.children, around)

    def _add_text(self, node: nodes.Element, kind: PlaceKind, text: str, around: Around) -> None:
        """Add a place that only its text tells apart."""
        if text:
            self.found.append(FoundPlace(node, WrittenPlace(kind, text), "", around))

    def _section(self, node: nodes.Element, around: Around) -> None:
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        if title is None:
            self.all(node.children, around)
            return
        words, number, ids = plain(title), title.get("number", ""), node["ids"]
        inside = Around(
            number or around.section,
            ids[0] if ids else around.anchor,
            (*around.titles, words),
            node.get("key") or around.key,
            around.prose,
        )
        name = id_of_name("section", self._name, *map(self._own, inside.titles[1:][-2:]))
        if words:
            self.found.append(FoundPlace(title, WrittenPlace("section", words, name), number, inside))
        self.all((child for child in node.children if child is not title), inside)

    def _own(self, title: str) -> str:
        """A heading without the acronym that begins it: *Overview* of *MHD Overview*."""
        return title.removeprefix(f"{self._name} ")

    def _paragraph(self, node: nodes.Element, around: Around) -> None:
        if not node["ids"]:
            self._add_text(node, "paragraph", plain(node), around)
            return
        own: str = node["ids"][0]
        if _ISSUE.match(own):
            place = WrittenPlace("issue", "", own, is_named=True)
            self.found.append(FoundPlace(node, place, own, around))
        else:
            place = WrittenPlace("paragraph", "", own, is_named=True)
            self.found.append(FoundPlace(node, place, "", around))

    def _item(self, node: nodes.Element, around: Around) -> None:
        """An item has the id of its first paragraph; what follows in it stands for itself."""
        first = node.children[0] if node.children else None
        if isinstance(first, nodes.paragraph) and not first["ids"]:
            self._add_text(node, "paragraph", plain(first), around)
            self.all(node.children[1:], around)
        else:
            self.all(node.children, around)

    def _definition(self, node: nodes.Element, around: Around) -> None:
        for child in node.children:
            if isinstance(child, nodes.term):
                self._paragraph(child, around)
            else:
                self.all([child], around)

    def _code(self, node: nodes.Element, around: Around) -> None:
        self._add_text(node, "paragraph", " ".join(node.astext().split()), around)

    def _captioned(self, node: nodes.Element, kind: PlaceKind, caption: str, around: Around) -> None:
        """Add a table or figure by its caption, and the number that the caption begins with."""
        numbered = _NUMBERED.match(caption)
        words = caption[numbered.end() :] if numbered else caption
        alternative = " ".join(node.get("alternative", ()))
        place = WrittenPlace(
            kind, f"{words} {alternative}".strip(), id_of_name(kind, self._name, self._own(words))
        )
        self.found.append(FoundPlace(node, place, numbered[1] if numbered else "", around))

    def _diagram(self, node: nodes.Element, around: Around) -> None:
        self._captioned(node, "figure", node["caption"], around)

    def _table(self, node: nodes.Element, around: Around) -> None:
        caption = next((plain(child) for child in node.children if isinstance(child, nodes.title)), "")
        group = next(child for child in node.children if isinstance(child, nodes.tgroup))
        inside = around
        if "label" in node or caption:
            inside = inside._replace(prose=None)  # it is no table of Markdown, and may only stand among prose
        if caption:
            self._captioned(node, "table", caption, inside)
        for part in group.children:
            if isinstance(part, nodes.thead) and not caption:
                self._add_text(node, "table", _cells(part.children[0]), inside)
            elif isinstance(part, nodes.tbody):
                if node["ids"]:
                    inside = inside._replace(anchor=node["ids"][0])
                for row in part.children:
                    assert isinstance(row, nodes.Element)
                    self._row(row, inside)

    def _row(self, row: nodes.Element, around: Around) -> None:
        """Add a row: by its name where it has one, else by what its first cell says."""
        own = row["ids"][0] if row["ids"] else ""
        words = own or (plain(row.children[0]) if row.children else "") or _cells(row)
        if words:
            place = WrittenPlace("row", "", id_of_text(self._scope, "row", words), is_named=bool(own))
            self.found.append(FoundPlace(row, place, "", around))


def _question(node: nodes.Element, issue: str) -> str:
    """An issue with its question, which is the paragraph after its id."""
    following = node.next_node(nodes.paragraph, descend=False, siblings=True)
    return f"{issue} {plain(following)}" if following is not None else issue


def _cells(row: nodes.Node) -> str:
    return CELLS.join(filter(None, (plain(cell) for cell in row.children)))


def plain(node: nodes.Node) -> str:
    """The text of a node as it is read: in one line, with a blank where a line ends."""
    children = node.children
    if len(children) == 1 and type(children[0]) is nodes.Text:
        return " ".join(children[0].split())
    parts: list[str] = []
    _gather(children, parts)
    return " ".join("".join(parts).split())


_SKIPPED: frozenset[type[nodes.Node]] = frozenset({nodes.footnote_reference})
"""Nodes whose words, such as the number of a footnote, are no part of what is said."""


def _gather(children: Iterable[nodes.Node], parts: list[str]) -> None:
    for child in children:
        if isinstance(child, nodes.Text):
            parts.append(child)
        elif isinstance(child, nodes.image):
            parts.append(child.get("alt", ""))
        elif type(child) not in _SKIPPED:
            if isinstance(child, line_break) or not isinstance(child, nodes.Inline):
                parts.append(" ")
            _gather(child.children, parts)

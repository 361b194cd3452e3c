"""Gives every section, paragraph, list item, table row and figure among the nodes of a page its lasting id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docutils import nodes

from build_tools.document import Page
from build_tools.document.blocks import Prose
from build_tools.outline.anchors import (
    KnownPlace,
    PlaceKind,
    WrittenPlace,
    id_of_name,
    id_of_text,
    lasting_ids,
)
from build_tools.outline.recognition import CELLS
from build_tools.sphinx_ext.html_nodes import diagram, line_break
from model.entity import Key

LASTING = "lasting"
"""The attribute that holds the id; the HTML prints it, and the PDF's line map names it."""
_NUMBERED = re.compile(r"((?:Table|Figure) [\w.]+-\d+): ")
_ISSUE = re.compile(r"[A-Za-z0-9.+-]+_[0-9]+\Z")


@dataclass(frozen=True, slots=True)
class PageAnchor:
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


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a node."""

    section: str = ""
    anchor: str = ""
    titles: tuple[str, ...] = ()
    key: Key | None = None
    prose: Prose | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A place before it has its id."""

    node: nodes.Element
    place: WrittenPlace
    number: str
    around: _Around


def give_anchors(
    page: Page, found: Iterable[nodes.Node], known: Sequence[KnownPlace] = ()
) -> tuple[PageAnchor, ...]:
    """Put the id on every node that has one; the places in reading order."""
    finder = _Finder(page)
    finder.all(found, _Around(key=page.keys[0] if page.keys else None))
    ids = lasting_ids(page.scope, [one.place for one in finder.found], known)
    anchors = []
    for one, id_ in zip(finder.found, ids, strict=True):
        one.node[LASTING] = id_
        if isinstance(one.node, nodes.literal_block | nodes.doctest_block | nodes.term):
            one.node["ids"] = one.node["ids"] or [id_]  # docutils prints these itself
        around, place = one.around, one.place
        anchors.append(
            PageAnchor(
                id_,
                place.kind,
                one.number,
                around.section,
                place.text,
                around.anchor,
                around.key,
                around.prose,
            )
        )
    return tuple(anchors)


class _Finder:
    """Finds the places among the nodes of one page."""

    def __init__(self, page: Page) -> None:
        self.found: list[_Found] = []
        self._scope = page.scope
        self._name = page.keys[0].name if page.keys else page.address.removesuffix(".html")
        self._finders: dict[type, Callable[[Any, _Around], None]] = {
            nodes.section: self._section,
            nodes.paragraph: self._paragraph,
            nodes.list_item: self._item,
            nodes.definition_list_item: self._definition,
            nodes.literal_block: self._code,
            nodes.doctest_block: self._code,
            nodes.table: self._table,
            diagram: self._diagram,
        }

    def all(self, found: Iterable[nodes.Node], around: _Around) -> None:
        """Find the places of these nodes, in order."""
        for node in found:
            if isinstance(node, nodes.Element):
                prose = node.attributes.get("prose")
                inside = around if prose is None else replace(around, prose=prose)
                self._finders.get(type(node), self._inside)(node, inside)

    def _inside(self, node: nodes.Element, around: _Around) -> None:
        if not isinstance(node, nodes.TextElement):
            self.all(node.children, around)

    def _add(self, node: nodes.Element, place: WrittenPlace, around: _Around, number: str = "") -> None:
        if place.text:
            self.found.append(_Found(node, place, number, around))

    def _section(self, node: nodes.Element, around: _Around) -> None:
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        words = plain(title) if title is not None else ""
        number = title.get("number", "") if title is not None else ""
        ids = node["ids"]
        inside = replace(
            around,
            section=number or around.section,
            anchor=ids[0] if ids else around.anchor,
            titles=(*around.titles, words),
            key=node.get("key") or around.key,
        )
        if title is not None:
            name = id_of_name("section", self._name, *map(self._own, inside.titles[1:][-2:]))
            self._add(title, WrittenPlace("section", words, name), inside, number)
        self.all((child for child in node.children if child is not title), inside)

    def _own(self, title: str) -> str:
        """A heading without the acronym that begins it: *Overview* of *MHD Overview*."""
        return title.removeprefix(f"{self._name} ")

    def _paragraph(self, node: nodes.Element, around: _Around) -> None:
        own = node["ids"][0] if node["ids"] else ""
        if _ISSUE.match(own):
            question = node.next_node(nodes.paragraph, descend=False, siblings=True)
            text = f"{own} {plain(question)}" if question is not None else own
            self._add(node, WrittenPlace("issue", text, own, is_named=True), around, own)
        else:
            self._add(node, WrittenPlace("paragraph", plain(node), own, is_named=bool(own)), around)

    def _item(self, node: nodes.Element, around: _Around) -> None:
        """An item has the id of its first paragraph; what follows in it stands for itself."""
        first = node.children[0] if node.children else None
        if isinstance(first, nodes.paragraph) and not first["ids"]:
            self._add(node, WrittenPlace("paragraph", plain(first)), around)
            self.all(node.children[1:], around)
        else:
            self.all(node.children, around)

    def _definition(self, node: nodes.Element, around: _Around) -> None:
        for child in node.children:
            if isinstance(child, nodes.term):
                own = child["ids"][0] if child["ids"] else ""
                self._add(child, WrittenPlace("paragraph", plain(child), own, is_named=bool(own)), around)
            else:
                self.all([child], around)

    def _code(self, node: nodes.Element, around: _Around) -> None:
        self._add(node, WrittenPlace("paragraph", " ".join(node.astext().split())), around)

    def _captioned(self, kind: PlaceKind, caption: str, more: str = "") -> tuple[WrittenPlace, str]:
        """A table or figure by its caption, and the number that the caption begins with."""
        numbered = _NUMBERED.match(caption)
        words = caption[numbered.end() :] if numbered else caption
        name = id_of_name(kind, self._name, self._own(words)) if words else ""
        return WrittenPlace(kind, f"{words} {more}".strip(), name), numbered[1] if numbered else ""

    def _diagram(self, node: nodes.Element, around: _Around) -> None:
        place, number = self._captioned("figure", node["caption"], " ".join(node["alternative"]))
        self._add(node, place, replace(around, anchor=node["ids"][0]), number)

    def _table(self, node: nodes.Element, around: _Around) -> None:
        caption = next((plain(child) for child in node.children if isinstance(child, nodes.title)), "")
        place, number = self._captioned("table", caption)
        if not caption:
            head = next(iter(node.findall(nodes.row)), None)
            place = WrittenPlace("table", _cells(head) if head is not None else "")
        inside = replace(around, anchor=node["ids"][0]) if node["ids"] else around
        if "label" in node or caption:
            inside = replace(inside, prose=None)  # it is no table of Markdown, and may only stand among prose
        self._add(node, place, inside, number)
        for body in node.findall(nodes.tbody):
            for row in body.children:
                assert isinstance(row, nodes.Element)
                own = row["ids"][0] if row["ids"] else ""
                name = id_of_text(self._scope, "row", own) if own else ""
                beside = replace(inside, anchor=own) if own else inside
                self._add(row, WrittenPlace("row", _cells(row), name, is_named=bool(own)), beside)


def _cells(row: nodes.Element) -> str:
    return CELLS.join(filter(None, (plain(cell) for cell in row.children)))


def plain(node: nodes.Node) -> str:
    """The text of a node as it is read: in one line, with a blank where a line ends."""
    children = node.children
    if len(children) == 1 and isinstance(children[0], nodes.Text):
        return " ".join(children[0].split())
    parts: list[str] = []
    _gather(node, parts)
    return " ".join("".join(parts).split())


def _gather(node: nodes.Node, parts: list[str]) -> None:
    for child in node.children:
        if isinstance(child, nodes.Text):
            parts.append(child)
        elif isinstance(child, nodes.image):
            parts.append(child.get("alt", ""))
        elif isinstance(child, nodes.footnote_reference):
            continue  # its number is no part of what is said, and changes when another one is added
        else:
            if isinstance(child, line_break) or not isinstance(child, nodes.Inline):
                parts.append(" ")
            _gather(child, parts)

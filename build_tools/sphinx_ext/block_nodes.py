"""Blocks -> docutils nodes, for one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from docutils import nodes

from build_tools.diagrams import Diagram, DiagramRequest
from build_tools.document import Linker, Page
from build_tools.document import blocks as b
from build_tools.document.links import ProseLink
from build_tools.sphinx_ext.footnotes import has_footnotes, number_footnotes
from build_tools.sphinx_ext.html_nodes import box, box_title, diagram, filter_form, line_break
from build_tools.sphinx_ext.page_parts import FRAME_IDS, ids
from build_tools.sphinx_ext.prose import ProseReader
from build_tools.sphinx_ext.prose_sections import number_sections, put_under

Warn = Callable[[b.Prose, int, str], None]
"""Takes a warning about prose: the block, the line in it from 1, and the text."""

FindImage = Callable[[b.Prose, str], str | None]
"""The address of an image by its name in prose, or None."""


@dataclass(frozen=True)
class Means:
    """What the pages of a site are made with."""

    linker: Linker
    diagrams: Mapping[DiagramRequest, Diagram]
    """Every figure that a page shows."""
    reader: ProseReader
    warn: Warn
    find_image: FindImage


class PageNodes:
    """Makes the nodes of one page."""

    def __init__(self, page: Page, means: Means) -> None:
        """Nodes for a page; no prose of it is read yet."""
        self._page = page
        self._linker = means.linker
        self._diagrams = means.diagrams
        self._reader = means.reader
        self._warn = means.warn
        self._find_image = means.find_image
        self._root = "../" * page.address.count("/")
        self._number = ""
        self._footnotes = 0

    def build(self) -> list[nodes.Node]:
        """The nodes of all blocks of the page."""
        return self._all(self._page.blocks)

    def _all(self, blocks: Iterable[b.Block]) -> list[nodes.Node]:
        return [node for block in blocks for node in self._block(block)]

    def _block(self, block: b.Block) -> list[nodes.Node]:
        match block:
            case b.Prose():
                return self._prose(block)
            case b.Paragraph():
                return [self._paragraph(block)]
            case b.Section():
                return [self._section(block)]
            case b.Table():
                return self._table(block)
            case b.Figure():
                return [self._figure(block)]
            case b.Bullets():
                return [self._bullets(block)]
            case b.Box():
                return [
                    box(
                        "",
                        *self._all(block.blocks),
                        element=block.element,
                        classes=block.style.split(),
                        data=block.attributes,
                    )
                ]
            case b.Title():
                return [box_title("", "", *self._inline(block.parts), level=block.level)]
            case b.Definitions():
                return [self._definitions(block)]
            case b.Filter():
                return [
                    filter_form(target=block.target, groups=block.groups, noun=block.noun, count=block.count)
                ]

    def _section(self, block: b.Section) -> nodes.section:
        outer, self._number = self._number, block.number
        title = nodes.title("", block.title, number=block.number)
        section = nodes.section("", title, *self._all(block.blocks), ids=[block.anchor])
        self._number = outer
        return section

    def _prose(self, block: b.Prose) -> list[nodes.Node]:
        found = self._reader.read(
            block.text, self._find_links, lambda line, text: self._warn(block, line, text)
        )
        if has_footnotes(block.text):
            self._footnotes = number_footnotes(found, self._footnotes)
        if "![" in block.text:
            self._place_images(block, found)
        number_sections(found, self._number, self._taken)
        for title, table in block.tables:
            put_under(found, title, self._table(table))
        return found

    @cached_property
    def _taken(self) -> set[str]:
        """The ids of the page that prose may not take."""
        return {*FRAME_IDS, *ids(self._page.blocks)}

    def _place_images(self, block: b.Prose, found: list[nodes.Node]) -> None:
        """Lead every image to its place on the site; one that is not there is reported, its words remain."""
        for image in [image for node in found for image in node.findall(nodes.image)]:
            address = self._find_image(block, image["uri"])
            if address:
                image["uri"] = self._uri(address)
            else:
                self._warn(
                    block, int(image.line or 1), f"there is no image `{image['uri']}` in the framework"
                )
                image.parent.replace(image, nodes.Text(image.get("alt", "")))

    def _find_links(self, text: str) -> list[ProseLink]:
        page = self._page
        links = self._linker.in_prose(text, page.domain, page.volume or "1", page.address)
        return [replace(link, address=self._uri(link.address)) for link in links]

    def _uri(self, address: str) -> str:
        """An address of the site as seen from this page; others as they are."""
        if address.startswith(("http:", "https:", "mailto:", "#")):
            return address
        page, _, fragment = address.partition("#")
        if page == self._page.address:
            return f"#{fragment}"
        return self._root + address

    def _inline(self, parts: Iterable[b.Inline]) -> list[nodes.Node]:
        return [node for part in parts for node in self._inline_part(part)]

    def _inline_part(self, part: b.Inline) -> list[nodes.Node]:
        match part:
            case str():
                return [nodes.Text(part)] if part else []
            case b.Link(text, None):
                return [nodes.Text(text)]
            case b.Link(text, address):
                return [nodes.reference("", text, refuri=self._uri(address or ""), internal=True)]
            case b.Badge(text, style):
                return [nodes.inline("", text, classes=style.split())] if text else []
            case b.Break():
                return [line_break()]

    def _paragraph(self, block: b.Paragraph) -> nodes.paragraph:
        ids = [block.anchor] if block.anchor else []
        return nodes.paragraph("", "", *self._inline(block.parts), classes=block.style.split(), ids=ids)

    def _bullets(self, block: b.Bullets) -> nodes.bullet_list:
        items = [nodes.list_item("", nodes.paragraph("", "", *self._inline(item))) for item in block.items]
        return nodes.bullet_list("", *items, classes=block.style.split())

    def _definitions(self, block: b.Definitions) -> nodes.definition_list:
        entries = [
            nodes.definition_list_item(
                "",
                nodes.term("", "", *self._inline(entry.term), ids=[entry.anchor] if entry.anchor else []),
                nodes.definition("", *self._all(entry.blocks)),
            )
            for entry in block.entries
        ]
        return nodes.definition_list("", *entries)

    def _table(self, block: b.Table) -> list[nodes.Node]:
        head = nodes.row("", *(nodes.entry("", nodes.paragraph("", name)) for name in block.columns))
        rows = self._rows(block)
        group = nodes.tgroup("", nodes.thead("", head), nodes.tbody("", *rows), cols=len(block.columns))
        table = nodes.table("", classes=block.style.split(), ids=[block.anchor] if block.anchor else [])
        if block.caption:
            table += nodes.title("", block.caption)
        else:
            table["label"] = ", ".join(block.columns)
        table += group
        return [table, *self._notes(block.notes)]

    def _rows(self, block: b.Table) -> list[nodes.row]:
        """The rows; a cell under a spanning one is in a later column."""
        rows: list[nodes.row] = []
        spanned = [0] * len(block.columns)
        for row in block.rows:
            node = nodes.row("", ids=[row.anchor] if row.anchor else [])
            column = 0
            for cell in row.cells:
                while column < len(spanned) and spanned[column]:
                    column += 1
                name = block.columns[column] if column < len(block.columns) else ""
                node += self._entry(cell, name)
                if column < len(spanned):
                    spanned[column] = cell.rows
                column += 1
            spanned = [max(0, left - 1) for left in spanned]
            rows.append(node)
        return rows

    def _entry(self, cell: b.Cell, column: str) -> nodes.entry:
        if isinstance(cell.content, b.Prose):
            children = self._prose(cell.content)
        else:
            children = [nodes.paragraph("", "", *self._inline(cell.content))]
        entry = nodes.entry("", *children, heads=cell.heads, column=column)
        if cell.rows > 1:
            entry["morerows"] = cell.rows - 1
        return entry

    def _notes(self, notes: tuple[b.Prose, ...]) -> list[nodes.Node]:
        """The notes under a table, each beginning with its number."""
        found: list[nodes.Node] = []
        for number, note in enumerate(notes, 1):
            children = self._prose(note)
            if children and isinstance(children[0], nodes.paragraph):
                children[0].insert(0, nodes.Text(f"Note {number}: "))
                children[0]["classes"].append("note")
            found += children
        return [box("", *found, element="div", classes=["notes"])] if found else []

    def _figure(self, block: b.Figure) -> nodes.Element:
        drawn = self._diagrams[block.diagram]
        svg = drawn.svg.replace('href="tf:', f'href="{self._root}')
        return diagram(
            svg=svg,
            caption=block.caption,
            label=drawn.title,
            alternative=list(drawn.alternative),
            ids=[block.anchor],
        )

"""Blocks -> docutils nodes, for one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from docutils import nodes

from build_tools.diagrams import Diagram, DiagramRequest
from build_tools.document import Page
from build_tools.document import blocks as b
from build_tools.outline import free
from build_tools.outline.anchors import KnownPlace
from build_tools.sphinx_ext.html_nodes import box, box_title, diagram, filter_form, line_break
from build_tools.sphinx_ext.page_anchors import PageAnchor, PageAnchors
from build_tools.sphinx_ext.page_prose import PageProse, ProseMeans, seen_from
from build_tools.sphinx_ext.prose_sections import put_under


class PageNodes:
    """Makes the nodes of one page."""

    def __init__(
        self,
        page: Page,
        diagrams: Mapping[DiagramRequest, Diagram],
        means: ProseMeans,
        known: Sequence[KnownPlace] = (),
    ) -> None:
        """Nodes for a page; ``diagrams`` holds every figure that it shows, ``known`` what was published of it."""
        self.anchors: Iterable[PageAnchor] = ()
        """Every place that can be cited, once the nodes are made."""
        self._page = page
        self._known = known
        self._diagrams = diagrams
        self._texts = PageProse(page, means)
        self._root = "../" * page.address.count("/")
        self._number = ""
        self._used: set[str] = set()
        self._makers: dict[type, Callable[[Any], list[nodes.Node]]] = {
            b.Prose: self._prose,
            b.Paragraph: self._paragraph,
            b.Section: self._section,
            b.Table: self._table,
            b.Figure: self._figure,
            b.Bullets: self._bullets,
            b.Box: self._box,
            b.Title: self._title,
            b.Definitions: self._definitions,
            b.Filter: self._filter,
        }

    def build(self) -> list[nodes.Node]:
        """The nodes of all blocks of the page."""
        found = self._all(self._page.blocks)
        self._texts.finish()
        if self._page.is_cited:
            self.anchors = PageAnchors(self._page, found, self._known)
        return found

    def _all(self, blocks: Iterable[b.Block]) -> list[nodes.Node]:
        return [node for block in blocks for node in self._makers[type(block)](block)]

    def _ids(self, anchor: str) -> list[str]:
        """The id of a block, if it has one; another one where an author used it twice on the page."""
        if not anchor:
            return []
        own = free(anchor, self._texts.taken) if anchor in self._used else anchor
        self._used.add(own)
        return [own]

    def _box(self, block: b.Box) -> list[nodes.Node]:
        inside = self._all(block.blocks)
        return [box("", *inside, element=block.element, classes=block.style.split(), data=block.attributes)]

    def _title(self, block: b.Title) -> list[nodes.Node]:
        return [box_title("", "", *self._inline(block.parts), level=block.level)]

    def _filter(self, block: b.Filter) -> list[nodes.Node]:
        return [filter_form(target=block.target, groups=block.groups, noun=block.noun, count=block.count)]

    def _section(self, block: b.Section) -> list[nodes.Node]:
        outer, self._number = self._number, block.number
        ids = self._ids(block.anchor)
        title = nodes.title("", block.title, number=block.number)
        section = nodes.section("", title, *self._all(block.blocks), ids=ids, key=block.key)
        self._number = outer
        return [section]

    def _prose(self, block: b.Prose) -> list[nodes.Node]:
        found = self._texts.read(block, self._number)
        for title, table in block.tables:
            put_under(found, title, self._table(table))
        return found

    def _inline(self, parts: Iterable[b.Inline]) -> list[nodes.Node]:
        return [node for part in parts for node in self._inline_part(part)]

    def _inline_part(self, part: b.Inline) -> list[nodes.Node]:
        match part:
            case str():
                return [nodes.Text(part)] if part else []
            case b.Link(text, None):
                return [nodes.Text(text)]
            case b.Link(text, address):
                return [
                    nodes.reference(
                        "", text, refuri=seen_from(self._page.address, address or ""), internal=True
                    )
                ]
            case b.Badge(text, style):
                return [nodes.inline("", text, classes=style.split())] if text else []
            case b.Break():
                return [line_break()]

    def _paragraph(self, block: b.Paragraph) -> list[nodes.Node]:
        ids = self._ids(block.anchor)
        return [nodes.paragraph("", "", *self._inline(block.parts), classes=block.style.split(), ids=ids)]

    def _bullets(self, block: b.Bullets) -> list[nodes.Node]:
        items = [nodes.list_item("", nodes.paragraph("", "", *self._inline(item))) for item in block.items]
        return [nodes.bullet_list("", *items, classes=block.style.split())]

    def _definitions(self, block: b.Definitions) -> list[nodes.Node]:
        entries = [
            nodes.definition_list_item(
                "",
                nodes.term("", "", *self._inline(entry.term), ids=self._ids(entry.anchor)),
                nodes.definition("", *self._all(entry.blocks)),
                key=entry.key,
            )
            for entry in block.entries
        ]
        return [nodes.definition_list("", *entries)]

    def _table(self, block: b.Table) -> list[nodes.Node]:
        head = nodes.row("", *(nodes.entry("", nodes.paragraph("", name)) for name in block.columns))
        rows = self._rows(block)
        group = nodes.tgroup("", nodes.thead("", head), nodes.tbody("", *rows), cols=len(block.columns))
        table = nodes.table("", classes=block.style.split(), ids=self._ids(block.anchor))
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
            node = nodes.row("", ids=self._ids(row.anchor), key=row.key, data=row.attributes)
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

    def _figure(self, block: b.Figure) -> list[nodes.Node]:
        drawn = self._diagrams[block.diagram]
        svg = drawn.svg.replace('href="tf:', f'href="{self._root}')
        return [
            diagram(
                svg=svg,
                caption=block.caption,
                label=drawn.title,
                alternative=list(drawn.alternative),
                ids=self._ids(block.anchor),
            )
        ]

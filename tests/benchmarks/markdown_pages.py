"""Pages -> Markdown for MkDocs: the same headings, prose, tables, figures and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from posixpath import relpath

from build_tools.diagrams import Diagram, DiagramRequest
from build_tools.document import Linker, Page
from build_tools.document import blocks as b


class MarkdownPage:
    """Writes one page of the site as Markdown."""

    def __init__(self, page: Page, linker: Linker, diagrams: Mapping[DiagramRequest, Diagram]) -> None:
        """A page; ``diagrams`` holds every figure that it shows."""
        self._page = page
        self._linker = linker
        self._diagrams = diagrams
        self._folder = page.address.rpartition("/")[0] or "."

    def text(self) -> str:
        """The page as Markdown."""
        return "\n\n".join(part for part in self._blocks(self._page.blocks, 1) if part) + "\n"

    def _blocks(self, blocks: Iterable[b.Block], level: int) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block, level)

    def _block(self, block: b.Block, level: int) -> Iterator[str]:  # noqa: C901 -- one case a kind of block
        match block:
            case b.Section():
                yield f"{'#' * min(level, 6)} {block.number} {block.title}"
                yield from self._blocks(block.blocks, level + 1)
            case b.Prose():
                yield self._prose(block.text, level)
            case b.Paragraph():
                yield self._line(block.parts)
            case b.Title():
                yield f"{'#' * block.level} {self._line(block.parts)}"
            case b.Bullets():
                yield "\n".join(f"* {self._line(item)}" for item in block.items)
            case b.Box():
                yield from self._blocks(block.blocks, level)
            case b.Definitions():
                for entry in block.entries:
                    yield f"**{self._line(entry.term)}**"
                    yield from self._blocks(entry.blocks, level)
            case b.Table():
                yield from self._table(block, level)
            case b.Figure():
                yield from self._figure(block)
            case b.Filter():
                yield ", ".join(text for _, _, choices in block.groups for _, text in choices)

    def _prose(self, text: str, level: int) -> str:
        """Markdown as it is written, with the links that the site finds in it and headings one deeper."""
        page, parts, last = self._page, [], 0
        for link in self._linker.in_prose(text, page.domain, page.volume or "1", page.address):
            parts += [text[last : link.start], f"[{text[link.start : link.end]}]({self._uri(link.address)})"]
            last = link.end
        linked = "".join((*parts, text[last:]))
        return "\n".join(
            "#" * (level - 1) + line if line.startswith("#") else line for line in linked.splitlines()
        )

    def _line(self, parts: Iterable[b.Inline]) -> str:
        return "".join(map(self._part, parts))

    def _part(self, part: b.Inline) -> str:
        match part:
            case str():
                return part
            case b.Link(text, None) | b.Badge(text, _):
                return text
            case b.Link(text, address):
                return f"[{text}]({self._uri(address or '')})"
            case b.Break():
                return "<br>"

    def _uri(self, address: str) -> str:
        if address.startswith(("http:", "https:", "mailto:")):
            return address
        page, hash_sign, fragment = address.partition("#")
        return f"{relpath(page, self._folder).removesuffix('.html')}.md{hash_sign}{fragment}"

    def _table(self, table: b.Table, level: int) -> Iterator[str]:
        """A pipe table; a cell that spans rows is repeated, since Markdown has no such cells."""
        if table.caption:
            yield f"**{table.caption}**"
        lines = [_row(table.columns), _row(["---"] * len(table.columns))]
        lines += [_row(cells) for cells in self._rows(table)]
        yield "\n".join(lines)
        for note in table.notes:
            yield self._prose(note.text, level)

    def _rows(self, table: b.Table) -> Iterator[list[str]]:
        above: dict[int, tuple[int, str]] = {}
        for row in table.rows:
            cells, own = [], iter(row.cells)
            for column in range(len(table.columns)):
                left, text = above.get(column, (0, ""))
                if not left:
                    cell = next(own, None)
                    text = self._cell(cell) if cell else ""
                    left = cell.rows if cell else 1
                above[column] = (left - 1, text)
                cells.append(text)
            yield cells

    def _cell(self, cell: b.Cell) -> str:
        if isinstance(cell.content, b.Prose):
            return self._prose(cell.content.text, 1).strip().replace("\n", "<br>")
        return self._line(cell.content)

    def _figure(self, figure: b.Figure) -> Iterator[str]:
        """The drawing as an image file, its caption and its text alternative."""
        drawn = self._diagrams[figure.diagram]
        yield f"![{drawn.title}]({relpath(image_path(figure.diagram), self._folder)})"
        yield f"*{figure.caption}*"
        yield "\n".join(f"* {sentence}" for sentence in drawn.alternative)


def image_path(request: DiagramRequest) -> str:
    """Where the drawing of a request lies."""
    return f"images/{request.name}.svg"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"

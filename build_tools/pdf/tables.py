"""Tables -> Typst: columns by what they hold, headings repeated on every page, rows that stay together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from docutils import nodes

from build_tools.pdf.link_writers import page_numbers
from build_tools.pdf.table_layout import Column, TableLayout, lay_out

if TYPE_CHECKING:
    from build_tools.pdf.translator import Translator

ACROSS = "\n#across["
"""How a page on its side begins."""
_SHORT = 420
"""Characters of a row that is not torn apart at the end of a page."""
_SHORT_TABLE = 5
"""Rows of a table that is not torn apart at all, when they are short."""


@dataclass(frozen=True)
class Slot:
    """A cell with its place in the grid."""

    entry: nodes.Element
    row: int
    column: int
    rows: int
    columns: int


class TableWriter:
    """Writes one table."""

    def __init__(self, translator: Translator, node: nodes.Element, *, has_notes: bool = False) -> None:
        """A writer for a table; one that ``has_notes`` is kept with them."""
        self._to = translator
        self._node = node
        self._has_notes = has_notes
        group = next(child for child in node.children if isinstance(child, nodes.tgroup))
        head = next((child for child in group.children if isinstance(child, nodes.thead)), None)
        body = next((child for child in group.children if isinstance(child, nodes.tbody)), None)
        self._head = cast("list[nodes.Element]", head.children if head is not None else [])
        self._body = cast("list[nodes.Element]", body.children if body is not None else [])
        self._slots = _grid([*self._head, *self._body], int(group["cols"]))
        ends = (slot.column + slot.columns for row in self._slots for slot in row)
        self._width = max(int(group["cols"]), *ends, 1)
        self._fill()

    def text(self) -> str:
        """The table, in one part or several."""
        title = next((child for child in self._node.children if isinstance(child, nodes.title)), None)
        layouts = lay_out(self._columns(), max(1, len(self._body)))
        texts: list[str] = []
        for number, layout in enumerate(layouts):
            caption = self._caption(title.astext()) if title is not None else ""
            if len(layouts) > 1:
                part = f"part {number + 1} of {len(layouts)}"
                caption = f"{caption} ({part})" if caption else part
            anchor = self._node["ids"][0] if self._node["ids"] and not number else ""
            defined = self._to.define(anchor) if anchor else ""
            texts.append(self._part(layout, caption, defined))
        text = "".join(texts)
        return f"{ACROSS}{text}]\n" if layouts[0].across else text

    def _caption(self, text: str) -> str:
        self._to.begin()
        return self._to.ended(self._to.text(text))

    def _part(self, layout: TableLayout, caption: str, defined: str) -> str:
        widths = ", ".join(f"{width:.1f}fr" for width in layout.widths)
        head = self._rows(layout, range(len(self._head)))
        header = f"table.header(repeat: true, {head}), " if head else ""
        cells = self._rows(layout, range(len(self._head), len(self._head) + len(self._body)))
        table = f"table(columns: ({widths},), {header}{cells})"
        whole = len(self._body) <= _SHORT_TABLE and len(self._node.astext()) < 3 * _SHORT
        function = ("noted-table" if self._has_notes else "whole-table") if whole else "long-table"
        shown = f"#{function}({layout.size:g}pt, {f'[{caption}]' if caption else 'none'}, {table}){defined}"
        return f"\n{shown}\n"

    def _rows(self, layout: TableLayout, rows: range) -> str:
        return " ".join(self._row(layout, row) for row in rows)

    def _row(self, layout: TableLayout, row: int) -> str:
        node = [*self._head, *self._body][row]
        slots = [slot for slot in self._slots[row] if slot.column in layout.columns]
        text = " ".join(node.astext().split())
        is_short = len(text) < _SHORT
        self._to.context = " ".join((text, *self._beside(row)))
        before = (self._to.anchor, self._to.lasting, self._to.key)
        self._to.stand_under(node.attributes)
        place = self._to.place(node) if slots else ""
        cells = [
            self._cell(layout, slot, place if i == 0 else "", keep=is_short) for i, slot in enumerate(slots)
        ]
        self._to.context = ""
        self._to.anchor, self._to.lasting, self._to.key = before
        return " ".join(cells)

    def _beside(self, row: int) -> list[str]:
        """What stands in cells that span into a row from above."""
        return [
            slot.entry.astext()
            for above in self._slots[:row]
            for slot in above
            if slot.row + slot.rows > row and slot.rows > 1
        ]

    def _cell(self, layout: TableLayout, slot: Slot, place: str, *, keep: bool) -> str:
        column = slot.column - layout.columns.start
        to = self._to
        before = (to.longest, to.step)
        span = range(column, min(column + slot.columns, len(layout.widths)))
        to.longest = min(before[0], sum(layout.fits(i) for i in span))
        to.step = max(1, sum(layout.line(i) for i in span) // 12)
        to.begin()
        content = place + to.all(slot.entry.children).strip()
        to.longest, to.step = before
        settings = []
        if slot.rows > 1:
            settings.append(f"rowspan: {slot.rows}")
        if len(span) > 1:
            settings.append(f"colspan: {len(span)}")
        if keep and slot.rows == 1:
            settings.append("breakable: false")
        align = next(
            (name[5:] for name in slot.entry["classes"] if name in ("text-center", "text-right")), ""
        )
        if align:
            settings.append(f"align: {align}")
        inner = f"#rowhead[{content}];" if slot.entry.get("heads") else content
        if slot.rows > 1:
            inner = f"#spanning[{inner}];"
        return f"table.cell({', '.join(settings)})[{inner}]," if settings else f"[{inner}],"

    def _fill(self) -> None:
        """Give every row that is too short the cells that it lacks."""
        taken = {
            (slot.row + i, slot.column + j)
            for row in self._slots
            for slot in row
            for i in range(slot.rows)
            for j in range(slot.columns)
        }
        for number, row in enumerate(self._slots):
            missing = [column for column in range(self._width) if (number, column) not in taken]
            row += [Slot(nodes.entry(""), number, column, 1, 1) for column in missing]
            row.sort(key=lambda slot: slot.column)

    def _columns(self) -> list[Column]:
        cells: list[list[tuple[str, int]]] = [[] for _ in range(self._width)]
        leading = [0.0] * self._width
        for row in self._slots:
            sizes: dict[int, int] = {}
            for slot in row:
                if slot.columns == 1 and slot.column < self._width:
                    text, more = slot.entry.astext(), page_numbers(self._to, slot.entry)
                    cells[slot.column].append((text, more))
                    sizes[slot.column] = len(text) + more
            fullest = max(sizes.values(), default=0) or 1
            for column, size in sizes.items():
                leading[column] += size * (size / fullest) ** 2
        return [_column(texts, leads) for texts, leads in zip(cells, leading, strict=True)]


def _column(cells: list[tuple[str, int]], leading: float) -> Column:
    """A column of these cells, each with how many characters are printed besides."""
    words = [len(word) for text, _ in cells for word in text.split()]
    lines = [(len(line), more) for text, more in cells for line in text.split("\n")]
    longest = max((length + more for length, more in lines), default=1)
    alone = max((length for length, _ in lines), default=1)
    total = sum(len(text) + more for text, more in cells)
    return Column(max(words, default=1), longest, total, leading, alone)


def _grid(rows: list[nodes.Element], width: int) -> list[list[Slot]]:
    """The cells of each row, each with the column in which it stands."""
    found: list[list[Slot]] = []
    taken: dict[tuple[int, int], bool] = {}
    for number, row in enumerate(rows):
        slots: list[Slot] = []
        column = 0
        for entry in cast("list[nodes.Element]", row.children):
            while (number, column) in taken:
                column += 1
            down = min(int(entry.get("morerows", 0)) + 1, len(rows) - number)
            over = min(int(entry.get("morecols", 0)) + 1, max(1, width - column))
            taken.update({(number + i, column + j): True for i in range(down) for j in range(over)})
            slots.append(Slot(entry, number, column, down, over))
            column += over
        found.append(slots)
    return found

"""What stands on a built page: its words, tables, headings and links, read as a browser reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement


@cache
def page(file: Path) -> HtmlElement:
    """The page in a file, parsed once."""
    return html.document_fromstring(file.read_bytes().decode("utf-8"))


def words(element: HtmlElement) -> str:
    """The text of an element on one line, as it is read."""
    return re.sub(r"\s+", " ", element.text_content()).strip()


def lines(element: HtmlElement) -> list[str]:
    """The text of a cell, a line for each break in it."""
    text = element.text or ""
    for child in element.iterchildren():
        inner = "\n" if child.tag == "br" else child.text_content()
        text += inner + (child.tail or "")
    return [re.sub(r"\s+", " ", line).strip() for line in text.split("\n")]


def by_id(root: HtmlElement, anchor: str) -> HtmlElement:
    """The one element with an id."""
    found = root.xpath("//*[@id=$anchor]", anchor=anchor)
    assert len(found) == 1, f"{len(found)} elements have the id {anchor}"
    return found[0]


@cache
def ids(file: Path) -> frozenset[str]:
    """The ids of the page in a file."""
    return frozenset(page(file).xpath("//@id"))


def article(root: HtmlElement) -> HtmlElement:
    """The part of a page that is its text, without the frame."""
    return root.xpath("//main//*[@class='content']")[0]


def headings(root: HtmlElement) -> list[str]:
    """The numbered and plain headings of the text, as ``2 10.1 Title``: level, number, title."""
    found = article(root).xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    return [f"{heading.tag[1]} {words(heading).removesuffix('§').strip()}" for heading in found]


def captions(root: HtmlElement) -> list[str]:
    """The captions of all tables and figures, in reading order."""
    found = article(root).xpath(".//caption | .//figcaption")
    return [
        " ".join("".join(caption.xpath("./text() | ./*[not(self::details)]//text()")).split())
        for caption in found
    ]


def cells(table: HtmlElement) -> list[list[HtmlElement]]:
    """The cells of a table's body; one that spans rows stands in each of them."""
    rows: list[list[HtmlElement]] = []
    open_cells: dict[int, tuple[HtmlElement, int]] = {}
    for row in table.xpath(".//tbody/tr"):
        found: list[HtmlElement] = []
        written = iter(row.xpath("./th | ./td"))
        while True:
            column = len(found)
            if column in open_cells:
                cell, left = open_cells.pop(column)
                if left > 1:
                    open_cells[column] = (cell, left - 1)
            else:
                cell = next(written, None)
                if cell is None:
                    break
                if (span := int(cell.get("rowspan", 1))) > 1:
                    open_cells[column] = (cell, span - 1)
            found.append(cell)
        rows.append(found)
    return rows


def columns(table: HtmlElement) -> list[str]:
    """The headings of a table's columns."""
    return [words(cell) for cell in table.xpath(".//thead/tr/th")]


def rows(table: HtmlElement) -> list[list[str]]:
    """The words of a table's body."""
    return [[words(cell) for cell in row] for row in cells(table)]


def table_of(root: HtmlElement, style: str, column: str = "") -> HtmlElement | None:
    """The first table of a style, with a certain column where one is named; None when there is none."""
    for table in article(root).xpath(f".//table[@class='{style}']"):
        if not column or column in columns(table):
            return table
    return None


def links(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Every address that a page leads to or loads, with the attribute that names it."""
    for element in root.iter():
        for attribute in ("href", "src", "action", "srcset", "data", "poster", "xlink:href"):
            value = element.get(attribute)
            if value is not None:
                yield f"{element.tag}.{attribute}", value

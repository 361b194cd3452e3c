"""What stands in a finished PDF, read without any of the code that made it."""

from __future__ import annotations

import ctypes
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MARGIN = 73.0
"""Where the text begins, from the left edge of the page; line numbers stand before it."""
_ADDED = re.compile("⟨[^⟩]*⟩")
_INVISIBLE = re.compile("[\\s\u200b\u00ad\u2060\ufffe]+")


def plain(text: str) -> str:
    """Text as it is compared: without spaces, and without the addresses and page numbers that only paper has."""
    # pdfium gives a hyphen at the end of a line as U+0002
    return _ADDED.sub("", _INVISIBLE.sub("", text.replace("\x02", "-")))


@dataclass(frozen=True)
class Numbered:
    """A printed line number with the words beside it."""

    number: int
    page: int
    text: str
    around: str
    """The same with the lines above and below."""


class Printed:
    """A PDF."""

    def __init__(self, file: Path) -> None:
        """Open a PDF."""
        self.file = file
        self.pdf = pikepdf.open(file)
        self._text = pypdfium2.PdfDocument(file)

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self._text)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The map beside it."""
        found: list[dict[str, Any]] = json.loads(self.file.with_suffix(".lines.json").read_text())["lines"]
        return found

    @property
    def bookmarks(self) -> list[str]:
        """The titles of its bookmarks, in order."""
        return [bookmark.get_title() for bookmark in self._text.get_toc(max_depth=20)]

    def words(self, page: int) -> str:
        """The text of a page, from 1."""
        return str(self._text[page - 1].get_textpage().get_text_range())

    def rightmost(self, page: int) -> float:
        """Where the text of a page, from 1, ends on the right, in points."""
        text = self._text[page - 1].get_textpage()
        return max((text.get_rect(one)[2] for one in range(text.count_rects())), default=0.0)

    def lowest(self, page: int) -> float:
        """Where the text of a page, from 1, ends at the foot, in points above its edge."""
        text = self._text[page - 1].get_textpage()
        return min((text.get_rect(one)[1] for one in range(text.count_rects())), default=0.0)

    @cached_property
    def numbered(self) -> list[Numbered]:
        """Every line number that is printed."""
        return list(self._numbered())

    def _numbered(self) -> Iterator[Numbered]:
        for index in range(self.pages):
            page = self._text[index]
            text, width = page.get_textpage(), page.get_width()
            for rectangle in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(rectangle)
                if right >= MARGIN:
                    continue
                shown = text.get_text_bounded(left, bottom, right, top).strip()
                if shown.isdigit():
                    beside = text.get_text_bounded(MARGIN, bottom - 1, width, top + 1.5)
                    around = text.get_text_bounded(MARGIN, bottom - 14, width, top + 30)
                    yield Numbered(int(shown), index + 1, beside, around)

    def in_margin(self) -> Iterator[tuple[int, bool]]:
        """Every piece of text in the margin: the number of its marked content, and whether it is an artifact."""
        for index in range(self.pages):
            page = self._text[index]
            for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
                if thing.get_bounds()[2] < MARGIN:
                    marks = range(pdfium.FPDFPageObj_CountMarks(thing.raw))
                    names = {_name_of(pdfium.FPDFPageObj_GetMark(thing.raw, mark)) for mark in marks}
                    yield pdfium.FPDFPageObj_GetMarkedContentID(thing.raw), "Artifact" in names

    # --- structure ------------------------------------------------------------------------------------------------

    @property
    def root(self) -> pikepdf.Object:
        """The document's catalogue."""
        return self.pdf.Root

    def elements(self) -> Iterator[tuple[str, pikepdf.Dictionary]]:
        """Every element of the structure tree with its tag, in reading order."""
        stack = [self.root.StructTreeRoot.K]
        while stack:
            node = stack.pop()
            if isinstance(node, pikepdf.Array):
                stack.extend(reversed(list(node)))
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                yield str(node.S)[1:], node
                if "/K" in node:
                    stack.append(node.K)

    def texts(self, *tags: str) -> list[str]:
        """The text of every element with one of these tags."""
        return [plain(self._content(node, None)) for tag, node in self.elements() if tag in tags]

    def _content(self, node: Any, page: Any) -> str:
        if isinstance(node, pikepdf.Array):
            return "".join(self._content(child, page) for child in node)
        if isinstance(node, int):
            return self._marked.get((page, node), "")
        if not isinstance(node, pikepdf.Dictionary):
            return ""
        page = node.Pg.objgen if "/Pg" in node else page
        if "/MCID" in node:
            return self._marked.get((page, int(node.MCID)), "")
        if str(node.get("/S", "")) == "/Note":
            return ""  # a footnote stands at the foot of the page, not in the text that refers to it
        return self._content(node.K, page) if "/K" in node else ""

    @cached_property
    def _marked(self) -> dict[tuple[Any, int], str]:
        """The text of every piece of marked content: by its page and number."""
        found: dict[tuple[Any, int], str] = {}
        for index, page in enumerate(self.pdf.pages):
            shown = self._text[index]
            text = shown.get_textpage()
            for thing in shown.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
                mark = pdfium.FPDFPageObj_GetMarkedContentID(thing.raw)
                if mark >= 0:
                    key = (page.obj.objgen, mark)
                    found[key] = found.get(key, "") + _text_of(thing, text)
        return found


def _name_of(mark: Any) -> str:
    buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, 128, length)
    return bytes(buffer)[: length.value].decode("utf-16-le").rstrip("\0")


def _text_of(thing: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> str:
    length = pdfium.FPDFTextObj_GetText(thing.raw, text.raw, None, 0)
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFTextObj_GetText(thing.raw, text.raw, buffer, length)
    return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0")

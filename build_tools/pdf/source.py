"""One document as Typst source, with the files it needs and the marks by which its lines are mapped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes

from build_tools.document import Page
from build_tools.document.home_page import DISCLAIMER
from build_tools.pdf.figures import Figures
from build_tools.pdf.links import resolved
from build_tools.pdf.marked_text import UNMARKED, Report
from build_tools.pdf.marks import Mark
from build_tools.pdf.printed import ORGANIZATION, PrintedDocument
from build_tools.pdf.translator import Translator
from build_tools.pdf.trouble import Trouble
from build_tools.pdf.typst_text import quoted
from model.framework import Framework

MakeNodes = Callable[[Page], Iterable[nodes.Node]]
"""The nodes of a page, the same that its HTML is made of."""

_VERIFY = (
    "Please verify you have the most recent version of this document. "
    "The site from which it comes always holds the newest one."
)
NO_DATE = "1970-01-01"
"""What the metadata of a document without a date say: the standard for archives asks for one, and no clock is read."""
_MOST_ENTRIES = 270
"""Entries of a table of contents, which take some six pages."""
_NEW_PAGE = "#pagebreak(weak: true)\n"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class TypstSource:
    """What the compiler is given."""

    document: PrintedDocument
    text: str
    files: Mapping[str, bytes]
    images: Mapping[str, str]
    """The address on the site of every file that is an image of the framework."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Press:
    """What all documents of a site are made with."""

    framework: Framework
    make_nodes: MakeNodes
    images: Mapping[str, Path]
    report: Report
    numbered: bool
    """Whether lines are numbered."""


def typst_source(press: Press, document: PrintedDocument, trouble: Trouble) -> TypstSource:
    """The source of a document, without what proved to be ``trouble``; that is reported."""
    figures = Figures(press.images, trouble.broken, trouble.unprintable)
    folder = document.address.rpartition("/")[0]
    translator = Translator(folder, figures, press.report, marked=press.numbered)
    translator.inside = frozenset(page.address for page in document.pages)
    front = _front(translator, document)
    body = "".join(_body(translator, press, document))
    depth = _depth(document, translator.headings)
    text = f"{_head(document, press, depth)}{front}{resolved(body, translator.labels)}".replace(UNMARKED, "")
    files = {**figures.files, "model.json": _model(press.framework, document)}
    return TypstSource(document, text, files, figures.addresses, tuple(translator.marks))


def _depth(document: PrintedDocument, headings: Mapping[int, int]) -> int:
    """How many levels the contents show: as many as fit on a few pages; bookmarks have them all."""
    entries = 0
    for level in range(1, document.depth + 1):
        entries += headings[level]
        if entries > _MOST_ENTRIES:
            return max(1, level - 1)
    return document.depth


def _head(document: PrintedDocument, press: Press, depth: int) -> str:
    year = document.date[:4]
    dated = document.date or NO_DATE
    date = f"datetime(year: {int(dated[:4])}, month: {int(dated[5:7])}, day: {int(dated[8:10])})"
    copyright_line = f"Copyright © {f'{year}: ' if year else ''}IHE International, Inc."
    settings = {
        "title": f"({', '.join(quoted(line) for line in document.title)},)",
        "running": quoted(document.running),
        "short-revision": quoted(document.short_revision),
        "date": date,
        "author": quoted(document.author or ORGANIZATION),
        "copyright": quoted(copyright_line),
        "numbered": "true" if press.numbered else "false",
        "depth": str(depth),
        "front": "front",
    }
    shown = "".join(f"  {name}: {value},\n" for name, value in settings.items())
    return (
        '#import "print.typ": *\n'
        '#pdf.attach("model.json", relationship: "source", mime-type: "application/json", '
        'description: "What this document prints, as data")\n'
        f"#let settings = (\n{shown.replace('  front: front,', '')})\n"
    )


def _front(translator: Translator, document: PrintedDocument) -> str:
    """The title page."""
    source = document.source

    def line(text: str) -> str:
        return translator.line(text, source)

    organization = line(ORGANIZATION)
    titles = "".join(f"[{line(text)}], " for text in document.title)
    revision = line(document.revision)
    facts = []
    if document.date:
        year, month, day = document.date.split("-")
        facts.append(("Date:", f"{_MONTHS[int(month) - 1]} {int(day)}, {year}"))
    if document.author:
        facts.append(("Author:", document.author))
    shown = "".join(f"[{line(name)}], [{line(value)}], " for name, value in facts)
    return (
        f"#show: framework.with(..settings, front: title-page([{organization}], ({titles}), [{revision}], ({shown}), "
        f"[{line(_VERIFY)}], [{line(DISCLAIMER)}]))\n"
    )


def _body(translator: Translator, press: Press, document: PrintedDocument) -> Iterable[str]:
    for place, part in enumerate(document.parts):
        level = 1
        yield "#chapter-break(1)\n" if place else _NEW_PAGE
        if part.title:
            yield translator.heading(part.title, document.source)
            level = 2
        if part.instruction:
            yield f"#instruction[{translator.line(part.instruction, document.source)}]\n"
        for number, page in enumerate(part.pages):
            text = translator.page(page, press.make_nodes(page), level)
            if page.kind == "stub":
                yield f"#stub[{text}]\n"
            else:
                yield f"#chapter-break({level})\n{text}" if number else text


def _model(framework: Framework, document: PrintedDocument) -> bytes:
    """The entities of all pages as data."""
    keys = dict.fromkeys(key for page in document.pages for key in page.keys)
    found: dict[str, list[Any]] = {}
    for key in keys:
        entity = framework.get(key)
        if entity:
            data = entity.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            found.setdefault(f"{key.kind}s", []).append(data)
    return json.dumps({"document": document.name, **found}, ensure_ascii=False, sort_keys=True).encode()

"""The page of what changed since the edition before: the list in IHE's words, then the redline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.document import Page
from build_tools.document.blocks import Badge, Block, Bullets, Inline, Link, Paragraph, Section
from build_tools.pdf import PrintedDocument
from build_tools.pdf.printed import PrintedPart
from build_tools.publish.comparison import ComparedPlace, Comparison
from build_tools.publish.redline import redline

ADDRESS = "changes.html"
_MARKS = {"inserted": "Added", "deleted": "Removed", "changed": "Changed", "moved": "Moved"}


def changes_document(comparison: Comparison, edition: str, printed: PrintedDocument) -> PrintedDocument:
    """The page as a document of its own beside the edition's."""
    folder = printed.address.rpartition("/")[0]
    numbers = comparison.before.partition("-")[0], edition.partition("-")[0]
    title = f"Changes from Revision {numbers[0]} to {numbers[1]}"
    page = Page(ADDRESS, title, "changes", (_all(comparison, title),), source=printed.source)
    return replace(
        printed,
        address=f"{folder}/changes.pdf",
        name=f"{printed.name}-changes",
        title=(*printed.title, title),
        parts=(PrintedPart((page,)),),
        depth=2,
    )


def _all(comparison: Comparison, title: str) -> Section:
    return Section("", title, "changes", (_list(comparison), _redline(comparison)))


def _list(comparison: Comparison) -> Section:
    lines: list[Block] = []
    for about, changes in groupby(comparison.changes, key=lambda change: change.about):
        lines.append(Paragraph((about,), "resolution"))
        lines.append(Bullets(tuple((change.text,) for change in changes)))
    if not lines:
        lines = [Paragraph(("Nothing changed.",), "fixed-phrase")]
    return Section("", "What changed", "list", tuple(lines))


def _redline(comparison: Comparison) -> Section:
    """Every section in which something changed, with all its text."""
    blocks: list[Block] = [
        Paragraph(
            (
                "Sections in which something changed: ",
                Badge("inserted", "inserted"),
                " and ",
                Badge("deleted", "deleted"),
                " words.",
            )
        )
    ]
    for places in _sections(comparison.places):
        if any(place.status != "same" for place in places):
            blocks += [block for place in places for block in _place(place)]
    return Section("", "Redline", "redline", tuple(blocks))


def _sections(places: Sequence[ComparedPlace]) -> Iterator[list[ComparedPlace]]:
    """The places section by section, each beginning with its heading."""
    found: list[ComparedPlace] = []
    for place in places:
        if place.shown["kind"] == "section" and found:
            yield found
            found = []
        found.append(place)
    if found:
        yield found


def _place(place: ComparedPlace) -> Iterator[Block]:
    anchor = place.shown
    parts = tuple(_words(place))
    if anchor["kind"] == "section":
        number = (f"{anchor['number']} ",) if anchor["number"] else ()
        yield Paragraph((*number, *parts, *_link(place)), "resolution")
        return
    mark = _mark(place)
    yield Paragraph((*((Badge(mark, "redline-mark"), " ") if mark else ()), *parts, *_link(place)))


def _words(place: ComparedPlace) -> Iterator[Inline]:
    before = place.before["text"] if place.before else ""
    after = place.after["text"] if place.after else ""
    for kind, text in redline(before, after):
        yield text if kind == "same" else Badge(text, kind)


def _mark(place: ComparedPlace) -> str:
    """What stands above a place that is no plain unchanged paragraph: ``Changed row``, ``Table 33.1-1``."""
    anchor = place.shown
    kind = anchor["number"] or ("" if anchor["kind"] == "paragraph" else anchor["kind"])
    words = " ".join(filter(None, (_MARKS.get(place.status, ""), kind)))
    return f"{words[0].upper()}{words[1:]}:" if words else ""


def _link(place: ComparedPlace) -> tuple[Inline, ...]:
    """The way to the place in this edition."""
    if place.after is None or place.status == "same" or place.after["kind"] == "title":
        return ()
    return " ", Link("Show", f"{place.after['page']}#{place.after['id']}")

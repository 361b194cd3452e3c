"""The page of a document's editions: when each was published, at which stage, and what changed in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.document.blocks import (
    Badge,
    Block,
    Bullets,
    Cell,
    Crumb,
    Inline,
    Link,
    Page,
    Paragraph,
    Row,
    Section,
    Table,
)
from build_tools.document.sections import line
from build_tools.loading.editions import Edition
from build_tools.outline.addresses import GENERAL_CONTENTS
from model.document import Document
from model.framework import DomainFramework, Framework

_SHOWN = 12
"""How many changes of an edition the page lists; the edition's own page has all of them."""


def history_address(document: str) -> str:
    """Where the editions of a document are listed."""
    return f"{document}/history.html"


def document_of(framework: Framework, page: Page) -> str:
    """The document that a page belongs to, as it is cited; empty for pages of none."""
    if page.kind == "general" or page.address == GENERAL_CONTENTS:
        return "GeneralIntro"
    if page.volume:
        return f"{page.domain}/TF-{page.volume}"
    is_profile = page.kind == "chapter" and page.keys and framework.get(page.keys[0]) is not None
    return f"{page.domain}/{page.keys[0].name}" if is_profile else ""


def history_pages(framework: Framework, editions: tuple[Edition, ...]) -> Iterator[tuple[str, Page]]:
    """A page for every document of which an edition is published, with the folder of its framework."""
    for document in dict.fromkeys(edition.document for edition in editions):
        part = framework.by_code(document.partition("/")[0])
        yield (part.folder if part else "general"), _page(framework, document, part, editions)


def _page(
    framework: Framework, document: str, part: DomainFramework | None, editions: tuple[Edition, ...]
) -> Page:
    mine = [edition for edition in reversed(editions) if edition.document == document]
    title = f"Editions of {document}"
    lead = Paragraph((f"{mine[0].title}. An edition is never changed; the newest one stands first.",), "lead")
    earlier = _earlier(part.documents if part else framework.documents, part, document)
    blocks = (lead, _table(mine, earlier), *_changes(mine))
    return Page(
        history_address(document),
        title,
        "history",
        (Section("", title, "editions", blocks),),
        f"What was published of {document}.",
        part.code if part else "",
        crumbs=() if part else (Crumb("General Introduction", GENERAL_CONTENTS),),
        nav=f"{part.code}-1" if part else "general",
    )


def _table(editions: list[Edition], earlier: Iterable[tuple[str, str, str]]) -> Table:
    rows = [_row(edition) for edition in editions]
    for number, stage, date in earlier:
        cells = (stage.replace("-", " ").title(), date or "--", "--", "not kept here")
        rows.append(Row((Cell((number,), heads="row"), *(line(cell) for cell in cells))))
    columns = ("Revision", "Stage", "Date", "Comments until", "Files")
    return Table(columns, tuple(rows), style="plain editions")


def _row(edition: Edition) -> Row:
    stage = Badge(edition.stage.replace("-", " ").title(), f"stage stage-{edition.stage}")
    files: list[Inline] = []
    for text, name in edition.doors:
        files += (
            [" · ", Link(text, f"{edition.address}/{name}")]
            if files
            else [Link(text, f"{edition.address}/{name}")]
        )
    start = Link(edition.revision, f"{edition.address}/{edition.start}")
    cells = (line(stage), line(edition.date), line(edition.closes or "--"), line(*files))
    return Row((Cell((start,), heads="row"), *cells), edition.edition)


def _earlier(
    documents: tuple[Document, ...], part: DomainFramework | None, document: str
) -> Iterable[tuple[str, str, str]]:
    """Number, stage and date of what was published before editions were kept here."""
    written = next((one for one in documents if one.document == document), None)
    if written and written.revisions:
        return [(one.revision, one.stage.value, one.date or "") for one in written.revisions]
    if part and part.domain and document.startswith(f"{part.code}/TF-"):
        return [(one.revision, one.stage.value, one.date or "") for one in part.domain.publications]
    return []


def _changes(editions: list[Edition]) -> Iterator[Block]:
    """For every edition, the first of what changed since the one before it."""
    for edition in editions:
        found = edition.changes()
        if not edition.follows:
            continue
        items: list[tuple[Inline, ...]] = [
            (Badge(about, "id"), f": {text}") for about, text in found[:_SHOWN]
        ]
        address = f"{edition.address}/html/changes.html"
        if len(found) > _SHOWN:
            items.append((Link(f"and {len(found) - _SHOWN} more changes", address),))
        blocks: tuple[Block, ...] = (
            Bullets(tuple(items)) if items else Paragraph(("Nothing changed.",), "fixed-phrase"),
            Paragraph((Link("All changes, with the redline", address),)),
        )
        title = f"What changed in {edition.revision} since {edition.follows.partition('-')[0]}"
        yield Section("", title, f"changes-{edition.edition}", blocks)

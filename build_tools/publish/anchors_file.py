"""``anchors.json``: every place of an edition that can be cited, in reading order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from build_tools.checks import CheckedFramework
from build_tools.document import Page
from build_tools.loading.editions import ANCHORS_FORMAT
from build_tools.outline.headings import free
from build_tools.pdf.marks import Mark, Piece
from build_tools.pdf.source_places import SourcePlaces, file_text
from build_tools.publish.documents import LivingDocument
from build_tools.sphinx_ext.page_anchors import PageAnchor
from model.framework import Framework

Anchor = dict[str, Any]
_NUMBER = re.compile(r"(?P<what>(?:Table |Figure )?)(?P<number>\S.*)")


def anchors_of(
    document: LivingDocument,
    checked: CheckedFramework,
    found: Sequence[tuple[Page, PageAnchor]],
    project: Path,
) -> list[Anchor]:
    """The anchors of a document whose pages are made."""
    places = SourcePlaces(checked, partial(file_text, project))
    prefixes = _placeholders(checked.framework, document)
    taken: set[str] = set()
    anchors = [_title(document)]
    for page, anchor in found:
        anchors.append(
            {
                "id": free(anchor.id, taken),
                "kind": anchor.kind,
                "number": anchor.number,
                "section": anchor.section,
                "page": page.address,
                "text": anchor.text,
                "aliases": list(_aliases(anchor.number, prefixes.get(page.address, ()))),
                "scope": page.scope,
                "source": _source(places, anchor.piece(page)),
            }
        )
    return anchors


def anchors_json(document: str, edition: str, anchors: Sequence[Anchor]) -> str:
    """The file, one line an anchor."""
    head = json.dumps({"format": ANCHORS_FORMAT, "document": document, "edition": edition})[1:-1]
    rows = ",\n".join(json.dumps(anchor, ensure_ascii=False) for anchor in anchors)
    return f'{{{head}, "anchors": [\n{rows}\n]}}\n'


def _title(document: LivingDocument) -> Anchor:
    """The title page, which only the PDF has."""
    first = next(document.printed.pages)
    return {
        "id": "title",
        "kind": "title",
        "number": "",
        "section": "",
        "page": first.address,
        "text": ": ".join(document.printed.title),
        "aliases": [],
        "scope": document.id,
        "source": {"path": document.printed.source, "line": 1},
    }


def _source(places: SourcePlaces, piece: Piece) -> dict[str, Any]:
    where = places.where(Mark(piece, 0))
    return {"path": where.path, "line": where.line}


# --- numbers that a draft had before they were assigned -----------------------------------------------------------------


def _placeholders(framework: Framework, document: LivingDocument) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each page of a supplement, the numbers its sections begin with, with what stood there as placeholder."""
    if document.kind == "volume":
        return {}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    transactions = [page for page in document.printed.pages if page.kind == "transaction"]
    for page in document.printed.pages:
        profile = framework.profile(page.keys[0].name) if page.keys and page.kind == "chapter" else None
        if profile and profile.chapter:
            found[page.address] = ((profile.chapter, "X"),)
    for count, page in enumerate(transactions, 1):
        transaction = framework.transaction(page.keys[0].name)
        if transaction and transaction.section:
            volume = transaction.section.partition(".")[0]
            names = ([f"{volume}.Y"] if len(transactions) == 1 else []) + [f"{volume}.Y{count}"]
            found[page.address] = tuple((transaction.section, name) for name in names)
    return found


def _aliases(number: str, prefixes: Sequence[tuple[str, str]]) -> Iterator[str]:
    match = _NUMBER.match(number)
    for prefix, placeholder in prefixes:
        own = match["number"] if match else ""
        if (
            match
            and (own == prefix or own.startswith((f"{prefix}.", f"{prefix}-")))
            and prefix != placeholder
        ):
            yield f"{match['what']}{placeholder}{own[len(prefix) :]}"

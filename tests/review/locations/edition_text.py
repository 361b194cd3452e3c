"""Small editions for tests."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from review.locations.edition import Anchor, Edition, PrintedLine

WORDS = [
    "system",
    "document",
    "registry",
    "source",
    "consumer",
    "shall",
    "may",
    "query",
    "response",
    "metadata",
    "folder",
    "patient",
    "audit",
    "event",
    "message",
    "transaction",
    "actor",
    "option",
    "profile",
    "grouped",
    "secure",
    "transport",
    "error",
    "retry",
    "identifier",
    "attribute",
    "value",
    "request",
    "bundle",
]
"""Words that paragraphs of standards are made of."""


def edition(*rows: tuple[str, str, str, str, str], lines: Mapping[int, str] | None = None) -> Edition:
    """An edition of rows (id, kind, number, section, text); lines lead to ids."""
    anchors = [Anchor(*row) for row in rows]
    sections = {anchor.id: anchor.section for anchor in anchors}
    return Edition(anchors, {line: PrintedLine(id_, sections[id_]) for line, id_ in (lines or {}).items()})


def write_edition(folder: Path, anchors: Sequence[Anchor], lines: Mapping[int, str]) -> None:
    """The files of an edition that the register reads."""
    folder.mkdir(parents=True, exist_ok=True)
    data = [
        {
            "id": a.id,
            "kind": a.kind,
            "number": a.number,
            "section": a.section,
            "page": "ITI/MHD/index.html",
            "text": a.text,
            "aliases": list(a.aliases),
            "source": {"path": "frameworks/iti/profiles/mhd.yaml", "line": 1},
        }
        for a in anchors
    ]
    document = {
        "format": "framework-press-anchors/1",
        "document": "ITI/MHD",
        "edition": folder.name,
        "anchors": data,
    }
    (folder / "anchors.json").write_text(json.dumps(document), encoding="utf-8")
    sections = {a.id: a.section for a in anchors}
    printed = [
        {
            "line": line,
            "page": 1,
            "address": "",
            "anchor": id_,
            "section": sections[id_],
            "source": {},
            "words": "",
        }
        for line, id_ in lines.items()
    ]
    file = folder / "mhd.lines.json"
    file.write_text(json.dumps({"document": "ITI/MHD", "title": "MHD", "lines": printed}), encoding="utf-8")

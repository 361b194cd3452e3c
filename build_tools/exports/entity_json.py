"""Where an entity is published and where it was read, as the JSON export writes it."""

from __future__ import annotations

from typing import Any

from build_tools.outline import Heading, Places
from model.entity import Entity, Provenance

Data = dict[str, Any]


def place(places: Places, entity: Entity) -> Data:
    """Page address and the anchors of all sections, tables and figures of an entity."""
    root = places.outline(entity)
    return {"page": places.page(entity.key), "anchors": _anchors(root) if root else []}


def _anchors(root: Heading) -> list[Data]:
    found: list[Data] = []
    for heading in root.walk():
        found.append(
            {"kind": "section", "number": heading.number, "title": heading.title, "anchor": heading.anchor}
        )
        found += [
            {"kind": c.kind, "number": c.number, "title": c.text, "anchor": c.anchor}
            for c in heading.captions
        ]
    return found


def provenance_data(provenance: Provenance) -> Data:
    """Where a fact was read, and what speaks against trusting it."""
    return {"source": provenance.source, "doubt": provenance.doubt}

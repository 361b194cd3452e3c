"""Which field of an entity a section, table or figure of its page is made from."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.outline import Heading
from model.entity import Entity
from model.profile import Profile

FieldPath = tuple[str | int, ...]

_LISTS = {"message": "messages", "audit": "audit", "section": "sections", "use_case": "use_cases"}
"""Slots that count entries of a list, with the field that holds the list."""
_OTHER = {
    "transactions": "actors",
    "content_modules": "actors",
    "requirements": "actors",
    "diagram": "actors",
}


def field_paths(entity: Entity, root: Heading) -> Mapping[str, FieldPath]:
    """The path of the field for the number and the anchor of every section, table and figure of an entity."""
    found: dict[str, FieldPath] = {}
    for heading in root.walk():
        path = _path(entity, heading.slot) if heading is not root else None
        if path is None:
            continue
        for name in (heading.number, heading.anchor):
            if name:
                found.setdefault(name, path)
        for caption in heading.captions:
            kind, _, number = caption.slot.partition(":")
            own = (
                (*path[:2], "tables", int(number)) if kind == "table" else _path(entity, caption.slot) or path
            )
            found.setdefault(caption.anchor, own)
    return found


def _path(entity: Entity, slot: str) -> FieldPath | None:
    """The path for a slot of the outline: ``options``, ``option:Merge``, ``message:0:semantics``."""
    kind, _, name = slot.partition(":")
    if kind in _LISTS:
        index, _, part = name.partition(":")
        return (_LISTS[kind], *((int(index),) if index else ()), *((part,) if part else ()))
    if isinstance(entity, Profile) and kind in ("actor", "option", "option_family"):
        return _named(entity, kind, name)
    field = _OTHER.get(kind, kind)
    return (field,) if field in type(entity).model_fields else None


def _named(profile: Profile, kind: str, name: str) -> FieldPath | None:
    entries: dict[str, tuple[str, list[str]]] = {
        "actor": ("actors", [actor.actor for actor in profile.actors]),
        "option": ("options", [option.option for option in profile.options]),
        "option_family": ("option_families", [family.family for family in profile.option_families]),
    }
    field, names = entries[kind]
    return (field, names.index(name)) if name in names else None

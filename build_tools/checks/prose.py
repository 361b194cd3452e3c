"""All prose of an entity, with the path of each text; found from the model's own types."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from model.entity import Entity, Key, Prose, Value
from model.table import Cell, ContentTable

FieldPath = tuple[str | int, ...]
_PROSE = get_args(Prose)[1]
_CELL = get_args(Cell)[1]


class Text(NamedTuple):
    """One text of an entity."""

    key: Key
    path: FieldPath
    text: str


def prose_of(entity: Entity) -> list[Text]:
    """Every prose field and table cell of an entity, in the order of the model."""
    found: list[Text] = []
    _collect(entity, entity.key, (), found)
    return found


def texts_in(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text in a value, whatever field it stands in, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Value):
        for attribute, info in type(value).model_fields.items():
            yield from texts_in(getattr(value, attribute), (*path, info.alias or attribute))
    elif isinstance(value, tuple | dict):
        for name, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts_in(item, (*path, name))


def _collect(value: Value, key: Key, path: FieldPath, found: list[Text]) -> None:
    """Add the texts of a value to those found; a list handed down is much quicker than nested generators."""
    for attribute, name in _fields_with_prose(type(value)):
        inner = getattr(value, attribute)
        if inner:
            _collect_inside(inner, key, (*path, name), found)


def _collect_inside(value: Any, key: Key, path: FieldPath, found: list[Text]) -> None:
    if isinstance(value, str):
        found.append(Text(key, path, value))
    elif isinstance(value, Value):
        _collect(value, key, path, found)
    elif isinstance(value, tuple | dict):
        for name, item in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(item, Value):
                _collect(item, key, (*path, name), found)
            elif isinstance(item, str):
                found.append(Text(key, (*path, name), item))
            else:  # a row of cells, most of which are empty or say what others say
                row = (*path, name)
                found += [Text(key, (*row, i), cell) for i, cell in enumerate(item) if cell]


@cache
def _fields_with_prose(shape: type[Value]) -> tuple[tuple[str, str], ...]:
    """The attributes of a model that hold prose, directly or inside, each with its name in YAML."""
    return tuple(
        (attribute, info.alias or attribute)
        for attribute, info in shape.model_fields.items()
        if _PROSE in info.metadata
        or _holds_prose(info.annotation)
        or (shape is ContentTable and attribute == "notes")
    )


def _holds_prose(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated and any(
        mark in (_PROSE, _CELL) for mark in annotation.__metadata__
    ):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return bool(_fields_with_prose(annotation))
    return any(_holds_prose(inner) for inner in get_args(annotation))

"""JSON Schema for editors: what each kind of file may hold, from the model and its docstrings.

Editors with a YAML language server complete, explain and check while an author types. The files are kept in
``model/schema/`` and are never edited by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from build_tools.loading.field_docs import field_docs
from build_tools.loading.folders import DOMAIN_FILES, GENERAL_FILES, FileKind

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_WORD_STARTS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ROLES = re.compile(r":[a-z]+:`~?([^`]+)`")


def schemas() -> dict[str, str]:
    """The text of every schema by its file name, sorted by name; the same model gives the same bytes."""
    kinds = sorted((*DOMAIN_FILES, *GENERAL_FILES), key=lambda kind: kind.schema_name)
    return {f"{kind.schema_name}.schema.json": _text(_schema(kind)) for kind in kinds}


def write_schemas(folder: Path) -> None:
    """Write every schema into the folder and remove schemas of files that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    current = schemas()
    for path in _written(folder):
        if path.name not in current:
            path.unlink()
    for name, text in current.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def stale_schemas(folder: Path) -> list[str]:
    """The names of schemas in the folder that are missing, differ from the model or have no file kind."""
    current = schemas()
    found = {path.name: path.read_text(encoding="utf-8") for path in _written(folder)}
    return sorted(name for name in current.keys() | found.keys() if current.get(name) != found.get(name))


def _written(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.schema.json"))


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(kind: FileKind) -> dict[str, Any]:
    """The schema of a whole file, titled as people call it."""
    schema = kind.shape.model_json_schema(by_alias=True)
    _describe(schema, kind.shape)
    for name, definition in schema.get("$defs", {}).items():
        definition["title"] = _title(_WORD_STARTS.sub(" ", name))
    for part in _parts(schema):
        _reword(part)
    schema["properties"]["$schema"] = {"type": "string", "description": "Where this schema is kept."}
    return {"$schema": DIALECT, **schema, "title": _title(kind.schema_name)}


def _describe(schema: dict[str, Any], shape: type[BaseModel]) -> None:
    """Add the docstring of every field, of the models inside a model too."""
    definitions = schema.get("$defs", {})
    for inner in _models_in(shape):
        definition = schema if inner is shape else definitions[inner.__name__]
        for field, text in field_docs(inner).items():
            name = inner.model_fields[field].alias or field
            property_ = {**definition["properties"][name], "description": text}
            definition["properties"][name] = dict(sorted(property_.items()))


def _models_in(shape: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and every model that its fields hold, each once."""
    found = {shape: None}
    queue = [info.annotation for info in shape.model_fields.values()]
    while queue:
        annotation: Any = queue.pop()
        queue.extend(get_args(annotation))
        if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in found:
            found[annotation] = None
            queue.extend(info.annotation for info in annotation.model_fields.values())
    return iter(found)


def _title(name: str) -> str:
    """A heading of plain words: ``ContentModule`` and ``content_module`` are both *Content module*."""
    return name.replace("_", " ").capitalize()


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, itself first."""
    if not isinstance(schema, dict):
        return
    yield schema
    for keyword in ("properties", "$defs", "patternProperties"):
        for part in schema.get(keyword, {}).values():
            yield from _parts(part)
    for keyword in ("anyOf", "allOf", "oneOf", "prefixItems"):
        for part in schema.get(keyword, ()):
            yield from _parts(part)
    for keyword in ("items", "additionalProperties"):
        yield from _parts(schema.get(keyword))


def _reword(part: dict[str, Any]) -> None:
    """Take out what only pydantic wants to say, and turn docstring markup into Markdown.

    Titles of fields go because they repeat the field's name, defaults because completion would type them.
    """
    for field in part.get("properties", {}).values():
        field.pop("title", None)
        field.pop("default", None)
    if "description" in part:
        text = " ".join(part["description"].split())
        part["description"] = _ROLES.sub(r"`\1`", text).replace("``", "`")

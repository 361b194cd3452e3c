"""Plain data -> model values; what does not fit becomes problems, all of them at once.

A value with problems is validated again without the parts that do not fit, so that one slip in a row does not
take the whole entity out of a draft.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from build_tools.loading.field_docs import field_docs
from build_tools.nearest import did_you_mean, nearest
from build_tools.problems import Problem, ProblemKind
from build_tools.reading import form_problems as kinds
from build_tools.reading.yaml_source import YamlSource
from model.entity import Value

V = TypeVar("V", bound=Value)
_Loc = tuple[int | str, ...]

_EXPECTED = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "fields with values",
    "model_type": "fields with values",
    "model_attributes_type": "fields with values",
    "bool_type": "true or false",
    "int_type": "a whole number",
}
_UNION_BRANCHES = ("GroupedActor", "GroupedBundle")
_MOST_REPAIRS = 5


def validate(
    source: YamlSource, data: Mapping[str, Any], shape: type[V]
) -> tuple[V | None, tuple[Problem, ...]]:
    """The data as a value of that shape, without what does not fit, and a problem for each such part.

    None instead of a value when too much is missing to make one.
    """
    data = {name: value for name, value in data.items() if name != "$schema"}
    try:
        return shape.model_validate(data), ()
    except ValidationError as error:
        details = _meant(error)
    problems = tuple(_problem(source, shape, d) for d in details if not _follows(d, details))
    return _repaired(data, shape, details), problems


def _repaired(data: dict[str, Any], shape: type[V], details: list[ErrorDetails]) -> V | None:
    """The value without its faulty parts, or None when what is left is no such value either."""
    kept = copy.deepcopy(data)
    for _ in range(_MOST_REPAIRS):
        for loc in sorted(
            (d["loc"] for d in details), key=lambda loc: [str(s).zfill(6) for s in loc], reverse=True
        ):
            _remove(kept, loc)
        try:
            return shape.model_validate(kept)
        except ValidationError as error:
            details = _meant(error)
    return None


def _remove(data: Any, loc: _Loc) -> None:
    """Take out the innermost list item or field at a location."""
    target: tuple[Any, int | str] | None = None
    for step in loc:
        known = range(len(data)) if isinstance(data, list) else data if isinstance(data, dict) else ()
        if step in known:
            target, data = (data, step), data[step]
    if target:
        del target[0][target[1]]


def _meant(error: ValidationError) -> list[ErrorDetails]:
    """The errors without those of the union branch that the author did not mean."""
    details = error.errors(include_url=False)
    return [detail for detail in details if not _is_other_branch(detail["loc"], details)]


def _is_other_branch(loc: _Loc, details: list[ErrorDetails]) -> bool:
    at = next((i for i, step in enumerate(loc) if step in _UNION_BRANCHES), None)
    if at is None:
        return False
    siblings = [d for d in details if d["loc"][:at] == loc[:at]]
    wants_bundle = any(d["type"] == "extra_forbidden" and d["loc"][-1] in ("bundle", "all") for d in siblings)
    return loc[at] == ("GroupedActor" if wants_bundle else "GroupedBundle")


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether another error already says it: one inside the value, or the misspelt name of a missing field."""
    loc = detail["loc"]
    if any(d["loc"][: len(loc)] == loc and len(d["loc"]) > len(loc) for d in details):
        return True
    unknown = [
        str(d["loc"][-1]) for d in details if d["type"] == "extra_forbidden" and d["loc"][:-1] == loc[:-1]
    ]
    return detail["type"] == "missing" and any(nearest(word, [str(loc[-1])]) for word in unknown)


def _problem(source: YamlSource, shape: type[Value], detail: ErrorDetails) -> Problem:
    loc = detail["loc"]
    kind, message, hint = _explain(source, shape, detail)
    where = source.where(loc, key=kind is kinds.UNKNOWN_FIELD)
    return Problem(where, kind.code, kind.severity, message, hint)


def _explain(source: YamlSource, shape: type[Value], detail: ErrorDetails) -> tuple[ProblemKind, str, str]:
    """The kind, message and hint for one pydantic error."""
    loc, error, given = detail["loc"], detail["type"], detail.get("input")
    field = next(
        (str(step) for step in reversed(loc) if isinstance(step, str) and step not in _UNION_BRANCHES),
        "the file",
    )
    if error == "extra_forbidden":
        known = sorted(_fields_at(shape, loc[:-1]))
        hint = did_you_mean(field, known) or f"the fields here are {', '.join(known)}"
        return kinds.UNKNOWN_FIELD, f"`{field}` is not a field here", hint
    if error == "missing":
        return kinds.MISSING_FIELD, f"the field `{field}` is missing", ""
    if error == "string_type" and isinstance(given, int | float) and not isinstance(given, bool):
        hint = f'put it in quotes: {field}: "{source.places.written(loc) or given}"'
        return kinds.NUMBER_NOT_TEXT, f"`{field}` is written as a number, which loses zeros", hint
    if error in ("literal_error", "enum"):
        return kinds.WRONG_VALUE, f"`{given}` is not a value of `{field}`", _allowed(detail)
    if error == "string_pattern_mismatch":
        return kinds.WRONG_VALUE, f"`{given}` is not written as `{field}` has to be", _description(shape, loc)
    if error in _EXPECTED:
        return kinds.WRONG_VALUE, f"`{field}` must be {_EXPECTED[error]}, not {_name_of(given)}", ""
    message = detail["msg"].removeprefix("Value error, ")
    return kinds.WRONG_VALUE, f"`{field}`: {message[0].lower()}{message[1:]}", ""


def _allowed(detail: ErrorDetails) -> str:
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "`")
    nearest = did_you_mean(
        str(detail.get("input")), expected.replace(" or ", ", ").replace("`", "").split(", ")
    )
    return nearest or f"use {expected}"


def _name_of(given: Any) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, list | dict):
        return "a list" if isinstance(given, list) else "fields with values"
    return f"`{given}`"


def _description(shape: type[Value], loc: _Loc) -> str:
    """The first line of the field's description, which shows how it is written."""
    model = _model_at(shape, loc[:-1])
    for name, info in model.model_fields.items():
        if loc[-1] in (name, info.alias):
            return field_docs(model).get(name, "").split("\n")[0].replace("``", "`").rstrip(".")
    return ""


def _fields_at(shape: type[Value], loc: _Loc) -> set[str]:
    return {info.alias or name for name, info in _model_at(shape, loc).model_fields.items()}


def _model_at(shape: type[BaseModel], loc: _Loc) -> type[BaseModel]:
    """The model of the value at a location of a shape."""
    current: type[BaseModel] = shape
    candidates: list[type[BaseModel]] = []
    for step in loc:
        named = next((model for model in candidates if model.__name__ == step), None)
        if named:
            current = named
        for name, info in current.model_fields.items():
            if step in (name, info.alias):
                candidates = list(_models_in(info.annotation))
                current = candidates[0] if candidates else current
                break
    return current


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)

"""One file of a known shape, wherever it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from build_tools.loading.validation import validate
from build_tools.problems import Problem
from build_tools.reading import form_problems as kinds
from build_tools.reading.disk import read_source, refusal
from model.entity import Value

V = TypeVar("V", bound=Value)


def read_file_of(file: Path, shape: type[V]) -> tuple[V | None, tuple[Problem, ...]]:
    """The value that a file holds and its problems; None when nothing of that shape can be read."""
    source = read_source(str(file), file)
    if not isinstance(source.data, dict):
        empty = refusal(str(file), kinds.EMPTY_FILE, "the file does not hold fields with values").problems
        return None, source.problems or empty
    value, problems = validate(source, source.data, shape)
    return value, (*source.problems, *problems)

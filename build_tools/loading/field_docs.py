"""The docstrings under a model's fields, read from its source only when somebody asks.

Pydantic would read them for every model at every start, which takes as long as reading a hundred files.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


@cache
def field_docs(shape: type[BaseModel]) -> Mapping[str, str]:
    """The docstring of each field of a model, by the field's name in Python; inherited fields included."""
    found: dict[str, str] = {}
    for owner in reversed(shape.__mro__):
        if issubclass(owner, BaseModel) and owner is not BaseModel:
            (definition,) = ast.parse(dedent(inspect.getsource(owner))).body
            assert isinstance(definition, ast.ClassDef)
            for field, text in pairwise(definition.body):
                match field, text:
                    case (
                        ast.AnnAssign(target=ast.Name(id=name)),
                        ast.Expr(value=ast.Constant(value=str(docstring))),
                    ) if name in shape.model_fields:
                        found[name] = inspect.cleandoc(docstring)
    return found

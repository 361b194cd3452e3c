"""How deeply a text nests, found before the parser does: libyaml recurses, and C code that recurses can crash."""

from __future__ import annotations

import re

MAX_DEPTH = 60
"""Levels of fields and lists within each other; what editors write has about ten."""

_MOST_IN_A_LINE = 4_000
_IN_ONE_LINE = re.compile(rf"([-?] +){{{MAX_DEPTH}}}")


def too_deep(text: str) -> int:
    """The line at which flow collections or one-line sequences nest too deeply, or 0."""
    if text.count("[") + text.count("{") > MAX_DEPTH and (line := _deep_brackets(text)):
        return line
    if ("- - - - " in text or "? ? ? ? " in text) and (found := _IN_ONE_LINE.search(text)):
        return text.count("\n", 0, found.start()) + 1
    return _deep_indent(text) if "\n" + " " * MAX_DEPTH in text else 0


def _deep_brackets(text: str) -> int:
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        opened = line.count("[") + line.count("{")
        depth += opened - line.count("]") - line.count("}")
        if depth > MAX_DEPTH or opened > _MOST_IN_A_LINE:
            return number
        depth = max(depth, 0)
    return 0


def _deep_indent(text: str) -> int:
    indents: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.lstrip(" ")
        if not stripped:
            continue
        indent = len(line) - len(stripped)
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        if len(indents) > MAX_DEPTH:
            return number
    return 0

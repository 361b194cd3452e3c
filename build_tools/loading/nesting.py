"""How deeply a text nests, found before the parser does: libyaml recurses, and C code that recurses can crash."""

from __future__ import annotations

import re

MAX_DEPTH = 60
"""Levels of fields and lists within each other; what editors write has about ten."""


def too_deep(text: str) -> int:
    """The line at which flow collections or one-line sequences nest too deeply, or 0."""
    if (
        text.count("[") + text.count("{") <= MAX_DEPTH
        and "- - - - - - - - " not in text
        and "? ? ? ? " not in text
    ):
        return 0 if "\n" + " " * MAX_DEPTH * 2 not in text else _deep_indent(text)
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        if depth > MAX_DEPTH or line.count("[") + line.count("{") > 4_000 or re.search(r"([-?] +){60}", line):
            return number
        depth = max(depth, 0)
    return _deep_indent(text)


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

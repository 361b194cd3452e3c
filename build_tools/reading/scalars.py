"""What an unquoted word of YAML stands for, after YAML 1.2's core schema: ``no`` and ``12:30`` are text."""

from __future__ import annotations

import re
from typing import Any

NOT_TEXT_STARTS = frozenset("0123456789-+.~nNtTfF")
"""The first characters of words that may be something else than text."""

_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, Any] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


def plain_value(value: str) -> Any:
    """The value of an unquoted scalar in YAML 1.2's core schema."""
    if value in _WORDS:
        return _WORDS[value]
    if _INTEGER.match(value):
        return int(value) if len(value) < 19 else value
    if _FLOAT.match(value):
        return float(value)
    return value

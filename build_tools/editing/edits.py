"""Edits: stretches of files that get another text, as values that can be shown before they are made."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """Characters of a file, from ``start`` to ``end``, that become another text."""

    path: str
    """The file as messages print it."""
    start: int
    end: int
    text: str


def apply_edits(texts: Mapping[str, str], edits: Iterable[Edit]) -> dict[str, str]:
    """The texts of all files that change, with the edits made; edits must not overlap."""
    by_path: dict[str, list[Edit]] = {}
    for edit in sorted(set(edits)):
        by_path.setdefault(edit.path, []).append(edit)
    changed: dict[str, str] = {}
    for path, found in by_path.items():
        text = texts[path]
        for edit in reversed(found):
            text = text[: edit.start] + edit.text + text[edit.end :]
        changed[path] = text
    return changed


def unified_diff(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """What changes, file by file, as a unified diff."""
    parts: list[str] = []
    for path in sorted(after):
        old, new = before.get(path, ""), after[path]
        lines = difflib.unified_diff(
            old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}"
        )
        parts += [
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
        ]
    return "".join(parts)

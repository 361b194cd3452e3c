"""Adding an item to a list in a YAML file, with everything around it left as it is."""

from __future__ import annotations

import re
from textwrap import indent

from build_tools.editing.edits import Edit
from build_tools.reading.yaml_source import FieldPath, YamlSource

_COMMENT = re.compile(r"(?:[ ]*\r?\n)*([ ]*)(#)")
"""A line with only a comment, after blank lines; how far it is indented."""


def insert_item(source: YamlSource, path: FieldPath, item: str, before: int | None = None) -> Edit:
    """The edit that adds an item, written as YAML without its dash, to the list at a path.

    ``before`` is the position of the item before which it goes; None puts it at the end. A list that is not
    there yet, or is written as ``[]``, is begun.
    """
    data = source.data
    for step in path:
        data = data.get(step) if isinstance(data, dict) else data[step] if isinstance(step, int) else None
    if not isinstance(data, list) or not data:
        return _begun(source, path, item, exists=data is not None)
    text = source.text
    span = source.places.span(path) or (0, 0)
    if text.startswith("[", span[0]):
        items = [text[slice(*(source.places.span((*path, index)) or (0, 0)))] for index in range(len(data))]
        return _in_lines(
            source, path, [*items[:before], item, *(items[before:] if before is not None else ())]
        )
    margin = span[0] - text.rfind("\n", 0, span[0]) - 1
    block = _item(item, margin)
    if _is_spaced(source, path, len(data)):
        block = f"\n{block}" if before is None or before >= len(data) else f"{block}\n"
    if before is not None and before < len(data):
        at = (source.places.span((*path, before)) or (0, 0))[0]
        former = _item_end(source, (*path, before - 1), margin) if before else 0
        line = _above_comments(text, text.rfind("\n", 0, at) + 1, former)
        return Edit(source.path, line, line, block)
    end = _item_end(source, (*path, len(data) - 1), margin)
    gap = "" if text[:end].endswith("\n") or not end else "\n"
    return Edit(source.path, end, end, gap + block)


def _in_lines(source: YamlSource, path: FieldPath, items: list[str]) -> Edit:
    """A list that is written in brackets, with each of these items in a line of its own instead."""
    start, end = source.places.span(path) or (0, 0)
    block = "".join(_item(one, 2) for one in items)
    return Edit(source.path, len(source.text[:start].rstrip(" ")), end, "\n" + block.rstrip("\n"))


def _above_comments(text: str, line: int, least: int) -> int:
    """The beginning of the comments right above a line, which belong to it, or of the line; at least some place."""
    while line > least:
        above = text.rfind("\n", 0, line - 1) + 1
        if above < least or not text[above:line].lstrip().startswith("#"):
            break
        line = above
    return line


def _is_spaced(source: YamlSource, path: FieldPath, length: int) -> bool:
    """Whether the list's items stand apart by blank lines."""
    if length < 2:
        return False
    start, end = (source.places.span((*path, 0)) or (0, 0))[0], (source.places.span((*path, 1)) or (0, 0))[0]
    return "\n\n" in source.text[start:end]


def _item(item: str, margin: int) -> str:
    lines = indent(item.strip("\n"), " " * (margin + 2)).splitlines()
    lines[0] = f"{' ' * margin}- {lines[0].strip()}"
    return "\n".join(lines) + "\n"


def _begun(source: YamlSource, path: FieldPath, item: str, *, exists: bool) -> Edit:
    """The list begun: in place of ``[]``, or as a new field at the end of the file."""
    block = _item(item, 2)
    span = source.places.span(path) if exists else None
    if span:
        start = len(source.text[: span[0]].rstrip(" "))
        return Edit(source.path, start, span[1], "\n" + block.rstrip("\n"))
    end = len(source.text)
    gap = "" if source.text.endswith("\n") else "\n"
    return Edit(source.path, end, end, f"{gap}\n{path[-1]}:\n{block}")


def _item_end(source: YamlSource, path: FieldPath, margin: int) -> int:
    """The end of the last line of an item of a list.

    A comment that stands further right than the item's dash belongs to the item; those after it and blank lines do not.
    """
    text = source.text
    end = _line_end(text, source.places.content_end(path) or 0)
    while (comment := _COMMENT.match(text, end)) and len(comment[1]) > margin:
        end = _line_end(text, comment.start(2))
    return end


def _line_end(text: str, at: int) -> int:
    """The beginning of the next line."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1

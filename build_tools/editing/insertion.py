"""Adding an item to a list in a YAML file, with everything around it left as it is."""

from __future__ import annotations

from textwrap import indent

from build_tools.editing.edits import Edit
from build_tools.loading.yaml_source import FieldPath, YamlSource


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
    first = source.span((*path, 0)) or (0, 0)
    margin = first[0] - text.rfind("\n", 0, first[0]) - 1 - len("- ")
    block = _item(item, max(margin, 0))
    if _is_spaced(source, path, len(data)):
        block = f"\n{block}" if before is None or before >= len(data) else f"{block}\n"
    if before is not None and before < len(data):
        at = source.span((*path, before)) or (0, 0)
        line = text.rfind("\n", 0, at[0]) + 1
        return Edit(source.path, line, line, block)
    end = _end_of_list(source, path, len(data))
    gap = "" if text[:end].endswith("\n") or not end else "\n"
    return Edit(source.path, end, end, gap + block)


def _is_spaced(source: YamlSource, path: FieldPath, length: int) -> bool:
    """Whether the list's items stand apart by blank lines."""
    if length < 2:
        return False
    start, end = (source.span((*path, 0)) or (0, 0))[0], (source.span((*path, 1)) or (0, 0))[0]
    return "\n\n" in source.text[start:end]


def _item(item: str, margin: int) -> str:
    lines = indent(item.strip("\n"), " " * (margin + 2)).splitlines()
    lines[0] = f"{' ' * margin}- {lines[0].strip()}"
    return "\n".join(lines) + "\n"


def _begun(source: YamlSource, path: FieldPath, item: str, *, exists: bool) -> Edit:
    """The list begun: in place of ``[]``, or as a new field at the end of the file."""
    block = _item(item, 2)
    span = source.span(path) if exists else None
    if span:
        start = len(source.text[: span[0]].rstrip(" "))
        return Edit(source.path, start, span[1], "\n" + block.rstrip("\n"))
    end = len(source.text)
    gap = "" if source.text.endswith("\n") else "\n"
    return Edit(source.path, end, end, f"{gap}\n{path[-1]}:\n{block}")


def _end_of_list(source: YamlSource, path: FieldPath, length: int) -> int:
    """The end of the last line of the list's last item, before blank lines and comments that follow it."""
    text = source.text
    start, end = source.span((*path, length - 1)) or (0, len(text))
    kept = text[start:end].rstrip()
    line_end = text.find("\n", start + len(kept))
    return len(text) if line_end < 0 else line_end + 1

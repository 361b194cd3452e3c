"""The layout of YAML files: one indentation, no stray blanks, comments and words where they are.

Lines are never broken or joined: how a sentence or a row is wrapped is the author's business. Only the beginning and
the end of lines change, and blank lines in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.reading.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from build_tools.reading.read_yaml import read_yaml
from build_tools.reading.yaml_source import YamlSource

STEP = 2
"""Spaces that a field or item stands further right than what it belongs to."""

_EXPLICIT_INDENT = re.compile(r"[|>][+-]?[1-9]")


class LayoutError(Exception):
    """The text is not YAML that can be laid out; ``tf check`` tells what is wrong."""


def laid_out(text: str) -> str:
    """The same YAML in the project's layout; laying it out again changes nothing, and its data stays the same."""
    source = _read(text)
    if source.places.root is None:
        return text
    lines = source.text.splitlines()
    verbatim = _verbatim_lines(source.places.root)
    margins = _margins(source, lines, verbatim)
    kept = [_line(line, margins[number], verbatim=number in verbatim) for number, line in enumerate(lines)]
    result = "\n".join(_without_double_blanks(kept, verbatim)).rstrip("\n") + "\n"
    if _read(result).data != source.data:
        raise LayoutError("its layout cannot be changed without changing what it says")
    return result


def _read(text: str) -> YamlSource:
    source = read_yaml("text", text.replace("\r\n", "\n"))
    if source.problems and source.places.root is None:
        raise LayoutError(source.problems[0].message)
    return source


@dataclass(frozen=True)
class _Margin:
    """Where a line should begin."""

    shift: int = 0
    """How far its first character moves, to the right when positive."""
    dash: int | None = None
    """The column of its dash, when it begins with one; then what follows the dash moves up to it."""


def _line(line: str, margin: _Margin, *, verbatim: bool) -> str:
    """The line moved; its blanks at the end go unless they are part of a text."""
    if not line.strip():
        return line if verbatim else ""
    if margin.dash is not None:
        dashes, content = re.match(r" *((?:- +|-$)*)(.*)", line).groups()  # type: ignore[union-attr]
        moved = " " * margin.dash + "- " * dashes.count("-") + content
    elif margin.shift >= 0:
        moved = " " * margin.shift + line
    else:
        moved = line[min(-margin.shift, len(line) - len(line.lstrip(" "))) :]
    return moved if verbatim and margin.dash is None else moved.rstrip()


def _without_double_blanks(lines: list[str], verbatim: set[int]) -> Iterator[str]:
    """The lines with one blank line where several follow each other outside of texts."""
    for number, line in enumerate(lines):
        if line or number in verbatim or (number and lines[number - 1]):
            yield line


def _verbatim_lines(root: Node) -> set[int]:
    """The lines of block and quoted texts below their first, in which every character counts."""
    found: set[int] = set()
    for node, _ in _nodes(root, 0):
        if isinstance(node, ScalarNode) and node.style in ("|", ">", '"', "'"):
            found.update(range(node.start_mark.line + (node.style in ("|", ">")), node.end_mark.line))
    return found


def _nodes(node: Node, column: int) -> Iterator[tuple[Node, int]]:
    """Every node, outer before inner, with the column at which it should stand."""
    yield node, column
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield key, column
            yield from _nodes(value, column + STEP)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _nodes(item, column + STEP)


def _margins(source: YamlSource, lines: list[str], verbatim: set[int]) -> list[_Margin]:
    """Each line moves as far as the innermost block of fields or items in which it stands."""
    assert source.places.root is not None
    margins = [_Margin()] * len(lines)
    for node, column in _nodes(source.places.root, 0):
        start = node.start_mark
        if start.line >= len(lines):
            continue  # an empty value after the last line
        if isinstance(node, CollectionNode) and not node.flow_style:
            last = node.end_mark.line + (node.end_mark.index >= len(source.text.rstrip()))
            first = start.line + bool(lines[start.line][: start.column].strip())
            for number in range(first, min(last, len(lines))):
                margins[number] = _Margin(column - start.column)
            if isinstance(node, SequenceNode):
                for number in _dash_lines(node, lines):
                    margins[number] = _Margin(dash=column)
        elif isinstance(node, ScalarNode) and _EXPLICIT_INDENT.match(lines[start.line][start.column :]):
            raise LayoutError("a text says by a number how far it is indented; take the number out")
    return _with_comments(margins, lines, verbatim)


def _dash_lines(node: SequenceNode, lines: list[str]) -> Iterator[int]:
    """The lines that begin with a dash of this list."""
    column = node.start_mark.column
    for item in node.value:
        for number in range(item.start_mark.line, node.start_mark.line - 1, -1):
            line = lines[number]
            if line.lstrip(" ").startswith("-") and len(line) - len(line.lstrip(" ")) == column:
                yield number
                break


def _with_comments(margins: list[_Margin], lines: list[str], verbatim: set[int]) -> list[_Margin]:
    """Comment lines begin where the line that follows them begins."""
    begins = [_begin(line, margin) for line, margin in zip(lines, margins, strict=True)]
    for number in range(len(lines) - 2, -1, -1):
        line = lines[number]
        if number not in verbatim and line.lstrip(" ").startswith("#") and lines[number + 1].strip():
            begins[number] = begins[number + 1]
            margins[number] = _Margin(begins[number] - (len(line) - len(line.lstrip(" "))))
    return margins


def _begin(line: str, margin: _Margin) -> int:
    """The column at which a line's first character will stand."""
    return margin.dash if margin.dash is not None else len(line) - len(line.lstrip(" ")) + margin.shift

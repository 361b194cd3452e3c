"""Finds the place of a field, or of a word in its text, among the nodes of a YAML file."""

from __future__ import annotations

import re
from functools import cached_property

from build_tools.problems import Where
from build_tools.reading.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode, composed
from build_tools.reading.yaml_source import FieldPath

_WORD = re.compile(r"[A-Za-z0-9]+|\S")


class YamlPlaces:
    """The places of everything in one YAML file."""

    def __init__(self, path: str, text: str) -> None:
        """The file as messages print it, and what is written in it: nothing when it is no YAML."""
        self.path = path
        self.text = text

    @cached_property
    def root(self) -> Node | None:
        """The node of the whole; None when there is none."""
        return composed(self.text) if self.text else None

    def where(self, path: FieldPath = (), *, key: bool = False) -> Where:
        """The place of the value at a path of field names and indexes, or of its nearest known ancestor.

        With ``key``, the place of the field's name instead of its value.
        """
        node, key_node = self._find(path)
        found = key_node if key and key_node else node
        mark = found.start_mark if found else None
        return Where(self.path, mark.line + 1, mark.column + 1) if mark else Where(self.path, 1, 1)

    def written(self, path: FieldPath) -> str | None:
        """The characters of a scalar as the author typed them, without quotes; None for other values."""
        node, _ = self._find(path)
        return node.value if isinstance(node, ScalarNode) else None

    def span(self, path: FieldPath) -> tuple[int, int] | None:
        """Where the value at a path begins and ends in the text, in characters; None when it is not there."""
        node, _ = self._find(path)
        return (node.start_mark.index, node.end_mark.index) if node else None

    def content_end(self, path: FieldPath) -> int | None:
        """Where the last word of the value at a path ends; blanks and comments after it are not part of it.

        The marks of a list or mapping in lines of its own end only where the next value begins.
        """
        node, _ = self._find(path)
        while isinstance(node, CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        return len(self.text[: node.end_mark.index].rstrip()) if node else None

    def where_in_text(self, path: FieldPath, text: str, offset: int) -> Where:
        """The place of a character in the text at a path, block scalars included."""
        node, _ = self._find(path)
        if not isinstance(node, ScalarNode):
            return self.where(path)
        if node.style != "|":
            return self._where_of_word(node, text, offset)
        line = text.count("\n", 0, offset)
        column = offset - (text.rfind("\n", 0, offset) + 1)
        first = self._first_text_line(node)
        return self._inside(first + line, self._indent(text, first) + column + 1)

    def _where_of_word(self, node: ScalarNode, text: str, offset: int) -> Where:
        """The place of a word in a scalar whose lines are joined or whose characters are escaped."""
        found = _WORD.match(text, offset)
        word = found[0] if found else ""
        start, end = node.start_mark.index, node.end_mark.index
        index = start - 1
        for _ in range(text.count(word, 0, offset) + 1 if word else 0):
            index = self.text.find(word, index + 1, end)
            if index < 0:
                break
        if index < start:
            return self._inside(node.start_mark.line + 1, node.start_mark.column + 1)
        line = self.text.count("\n", start, index)
        begins = self.text.rfind("\n", 0, index) + 1
        return self._inside(node.start_mark.line + 1 + line, index - begins + 1)

    def _inside(self, line: int, column: int) -> Where:
        """The place, or the nearest one that exists in the file."""
        lines = self.text.splitlines() or [""]
        line = min(line, len(lines))
        return Where(self.path, line, min(column, len(lines[line - 1]) + 1))

    def _first_text_line(self, node: ScalarNode) -> int:
        return int(node.start_mark.line) + 2

    def _indent(self, text: str, first: int) -> int:
        """How much further right the lines of a block scalar stand in the file than in its text."""
        lines = zip(self.text.splitlines()[first - 1 :], text.splitlines(), strict=False)
        return next((max(len(line) - len(inner), 0) for line, inner in lines if inner.strip()), 0)

    def _find(self, path: FieldPath) -> tuple[Node | None, Node | None]:
        """The node at a path and the node of the field's name; steps that are not there are skipped."""
        node, key_node = self.root, None
        for step in path:
            if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
                node, key_node = node.value[step], None
            elif isinstance(node, MappingNode):
                for name, value in node.value:
                    if name.value == step:
                        node, key_node = value, name
                        break
        return node, key_node

"""Text in YAML -> plain data, with a place for every key and value.

PyYAML's C composer makes the nodes, which carry their marks, and one walk turns them into plain data. The nodes are
not kept: whoever asks for a place, which few do, has the text composed again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from build_tools.problems import Problem, ProblemKind, Where
from build_tools.reading import form_problems as kinds
from build_tools.reading.nesting import MAX_DEPTH, too_deep
from build_tools.reading.plain_data import plain_data

__all__ = [
    "CollectionNode",
    "FieldPath",
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "YamlSource",
    "read_yaml",
]

MAX_CHARACTERS = 4_000_000
_TEXT_TAG = "tag:yaml.org,2002:str"

FieldPath = Sequence[str | int]

_WORD = re.compile(r"[A-Za-z0-9]+|\S")


class _Composer(CParser):
    """The C composer without PyYAML's tag resolver, which would cost half of the time."""

    def resolve(self, _kind: type, _value: str | None, _implicit: object) -> str:
        return _TEXT_TAG

    def descend_resolver(self, _parent: object, _index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


@dataclass(frozen=True)
class YamlSource:
    """One YAML file, read: its plain data, what is wrong with its form, and its text, in which places are looked up."""

    path: str
    """The path as messages print it."""
    data: Any = None
    problems: tuple[Problem, ...] = ()
    text: str = ""
    """What is written; empty when it is no YAML."""

    @cached_property
    def root(self) -> yaml.Node | None:
        """The node of the whole, made when a place is first asked for; None when there is none."""
        return _composed(self.text) if self.text else None

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
        return node.value if isinstance(node, yaml.ScalarNode) else None

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
        if not isinstance(node, yaml.ScalarNode):
            return self.where(path)
        if node.style != "|":
            return self._where_of_word(node, text, offset)
        line = text.count("\n", 0, offset)
        column = offset - (text.rfind("\n", 0, offset) + 1)
        first = self._first_text_line(node)
        return self._inside(first + line, self._indent(text, first) + column + 1)

    def _where_of_word(self, node: yaml.ScalarNode, text: str, offset: int) -> Where:
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

    def _first_text_line(self, node: yaml.ScalarNode) -> int:
        return int(node.start_mark.line) + 2

    def _indent(self, text: str, first: int) -> int:
        """How much further right the lines of a block scalar stand in the file than in its text."""
        lines = zip(self.text.splitlines()[first - 1 :], text.splitlines(), strict=False)
        return next((max(len(line) - len(inner), 0) for line, inner in lines if inner.strip()), 0)

    def _find(self, path: FieldPath) -> tuple[yaml.Node | None, yaml.Node | None]:
        """The node at a path and the node of the field's name; steps that are not there are skipped."""
        node, key_node = self.root, None
        for step in path:
            if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node, key_node = node.value[step], None
            elif isinstance(node, yaml.MappingNode):
                for name, value in node.value:
                    if name.value == step:
                        node, key_node = value, name
                        break
        return node, key_node


def read_yaml(path: str, text: str) -> YamlSource:
    """Read YAML text; a fault of form is a problem of the result, never an exception."""
    if len(text) > MAX_CHARACTERS:
        return _refused(
            path,
            kinds.TOO_LARGE,
            1,
            1,
            f"the file has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read",
        )
    if deep := too_deep(text):
        return _refused(
            path, kinds.TOO_LARGE, deep, 1, f"values are nested more than {MAX_DEPTH} levels deep"
        )
    try:
        root = _composed(text)
    except yaml.MarkedYAMLError as error:
        return _syntax_problem(path, text, error)
    except yaml.YAMLError as error:
        return _refused(
            path,
            kinds.SYNTAX,
            *_reader_place(text, error),
            "the file contains a character that YAML does not allow",
        )
    data, faults = plain_data(root) if root is not None else (None, ())
    problems = tuple(
        Problem(Where(path, mark.line + 1, mark.column + 1), kind.code, kind.severity, message)
        for kind, mark, message in faults
    )
    return YamlSource(path, None if any(fault.is_fatal for fault in faults) else data, problems, text)


def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text, or an error of PyYAML's."""
    composer = _Composer(text)
    try:
        return composer.get_single_node()
    finally:
        composer.dispose()


def _refused(path: str, kind: ProblemKind, line: int, column: int, message: str) -> YamlSource:
    problem = Problem(Where(path, line, column), kind.code, kind.severity, message)
    return YamlSource(path, problems=(problem,))


def _reader_place(text: str, error: yaml.YAMLError) -> tuple[int, int]:
    """Line and column of a character that cannot be read; the parser counts in bytes."""
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return 1, 1
    before = text.encode(errors="replace")[:position].decode(errors="ignore")
    lines = f"{before}x".splitlines()
    return len(lines), len(lines[-1])


def _syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> YamlSource:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = min(mark.column, len(lines[line])) if mark else 0
    if "\t" in lines[line][: column + 1] and not lines[line][:column].strip():
        message = "a tab is used for indentation, where YAML allows only spaces"
        column = lines[line].index("\t")
    else:
        message = f"this is not valid YAML: {error.problem or error.context}"
    return _refused(path, kinds.SYNTAX, line + 1, column + 1, message)

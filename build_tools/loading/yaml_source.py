"""The one module that knows YAML: text -> plain data, with a place for every key and value.

PyYAML's C composer makes the nodes, which carry their marks. One walk turns them into plain data; places are
looked up in the kept nodes only when one is asked for, which makes loading cheaper than a plain
``yaml.load``. Scalars follow YAML 1.2's core schema: ``no`` and ``12:30`` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from build_tools.loading import form_problems as kinds
from build_tools.loading.nesting import MAX_DEPTH, too_deep
from build_tools.loading.scalars import NOT_TEXT_STARTS, plain_value
from build_tools.problems import Problem, ProblemKind, Where

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
MAX_ALIASED_NODES = 10_000
_TEXT_TAG = "tag:yaml.org,2002:str"

FieldPath = Sequence[str | int]

_WORD = re.compile(r"[A-Za-z0-9]+|\S")


class _Composer(CParser):
    """The C composer without PyYAML's tag resolver, which would cost half of the time."""

    def resolve(self, _kind: type, _value: str | None, _implicit: object) -> str:
        return _TEXT_TAG

    def descend_resolver(self, _parent: object, _index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


class _Walk:
    """Turns nodes into plain data and notes what is wrong with them."""

    def __init__(self) -> None:
        self.faults: list[tuple[ProblemKind, yaml.Mark, str]] = []
        self._open: set[int] = set()
        self._seen: set[int] = set()
        self._aliased = 0
        self._depth = 0

    def data(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            value = node.value
            if not node.style and (not value or value[0] in NOT_TEXT_STARTS):
                return plain_value(value)
            return value
        identity = id(node)
        if identity in self._open:
            self._fault(kinds.ALIASES, node, "an alias refers to the value that contains it")
            return None
        if identity in self._seen:
            self._aliased += 1
        if self._aliased > MAX_ALIASED_NODES or self._depth > MAX_DEPTH:
            kind = kinds.ALIASES if self._aliased > MAX_ALIASED_NODES else kinds.TOO_LARGE
            self._fault(kind, node, "the value is nested too deeply or repeated too often by aliases")
            return None
        self._seen.add(identity)
        self._open.add(identity)
        self._depth += 1
        value = (
            self._mapping(node) if isinstance(node, yaml.MappingNode) else [self.data(n) for n in node.value]
        )
        self._depth -= 1
        self._open.discard(identity)
        return value

    @property
    def fatal(self) -> bool:
        """Whether the data must not be used."""
        return any(kind in (kinds.ALIASES, kinds.TOO_LARGE) for kind, _, _ in self.faults)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(kinds.WRONG_VALUE, key_node, "a field's name must be a single word or text")
                continue
            key = key_node.value
            if key in found:
                self._fault(kinds.DUPLICATE_KEY, key_node, f"`{key}` is written twice here")
            found[key] = self.data(value_node)
        return found

    def _fault(self, kind: ProblemKind, node: yaml.Node, message: str) -> None:
        if not any(known is kind and kind is kinds.ALIASES for known, _, _ in self.faults):
            self.faults.append((kind, node.start_mark, message))


@dataclass(frozen=True)
class YamlSource:
    """One YAML file, read: its plain data, its nodes for places, and what is wrong with its form."""

    path: str
    """The path as messages print it."""
    data: Any
    root: yaml.Node | None
    problems: tuple[Problem, ...] = ()
    text: str = ""

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
    composer = None
    try:
        composer = _Composer(text)
        root = composer.get_single_node()
    except yaml.MarkedYAMLError as error:
        return _syntax_problem(path, text, error)
    except yaml.YAMLError as error:
        return _refused(
            path,
            kinds.SYNTAX,
            *_reader_place(text, error),
            "the file contains a character that YAML does not allow",
        )
    finally:
        if composer is not None:
            composer.dispose()
    walk = _Walk()
    data = walk.data(root) if root is not None else None
    problems = tuple(
        Problem(Where(path, mark.line + 1, mark.column + 1), kind.code, kind.severity, message)
        for kind, mark, message in walk.faults
    )
    return YamlSource(path, None if walk.fatal else data, root, problems, text=text)


def _refused(path: str, kind: ProblemKind, line: int, column: int, message: str) -> YamlSource:
    return YamlSource(
        path, None, None, (Problem(Where(path, line, column), kind.code, kind.severity, message),)
    )


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

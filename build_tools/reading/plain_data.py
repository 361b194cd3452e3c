"""Nodes of YAML -> plain data, after YAML 1.2's core schema: ``no`` and ``12:30`` stay text."""

from __future__ import annotations

from sys import intern
from typing import Any, NamedTuple

from build_tools.problems import ProblemKind
from build_tools.reading import form_problems as kinds
from build_tools.reading.nesting import MAX_DEPTH
from build_tools.reading.nodes import MappingNode, Mark, Node, ScalarNode
from build_tools.reading.scalars import NOT_TEXT_STARTS, plain_value

MAX_ALIASED_NODES = 10_000
_SHORT = 50
"""Texts below this length, like the names of fields, are said again and again, and kept once."""


class Fault(NamedTuple):
    """Something that plain data cannot be made of, or that would get lost in them."""

    kind: ProblemKind
    mark: Mark
    """Its place."""
    message: str

    @property
    def is_fatal(self) -> bool:
        """Whether none of the data must be used."""
        return self.kind in (kinds.ALIASES, kinds.TOO_LARGE)


def plain_data(root: Node) -> tuple[Any, tuple[Fault, ...]]:
    """The data of a node and of all below it, and what is wrong with them."""
    walk = _Walk()
    return walk.data(root), tuple(walk.faults)


class _Walk:
    """Turns nodes into plain data and notes what is wrong with them."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._open: set[int] = set()
        self._seen: set[int] = set()
        self._aliased = 0
        self._depth = 0

    def data(self, node: Node) -> Any:
        if isinstance(node, ScalarNode):
            value = node.value
            if not node.style and (not value or value[0] in NOT_TEXT_STARTS):
                return plain_value(value)
            return intern(value) if len(value) < _SHORT else value
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
        value = self._mapping(node) if isinstance(node, MappingNode) else [self.data(n) for n in node.value]
        self._depth -= 1
        self._open.discard(identity)
        return value

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._fault(kinds.WRONG_VALUE, key_node, "a field's name must be a single word or text")
                continue
            key = intern(key_node.value)
            if key in found:
                self._fault(kinds.DUPLICATE_KEY, key_node, f"`{key}` is written twice here")
            found[key] = self.data(value_node)
        return found

    def _fault(self, kind: ProblemKind, node: Node, message: str) -> None:
        if kind is not kinds.ALIASES or all(known.kind is not kind for known in self.faults):
            self.faults.append(Fault(kind, node.start_mark, message))

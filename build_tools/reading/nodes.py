"""Text in YAML -> PyYAML's nodes, which carry their marks; who needs neither nodes nor places need not import it."""

from __future__ import annotations

from yaml import CollectionNode, MappingNode, Mark, Node, ScalarNode, SequenceNode
from yaml.cyaml import CParser  # type: ignore[attr-defined]

__all__ = ["CollectionNode", "MappingNode", "Mark", "Node", "ScalarNode", "SequenceNode", "composed"]

_TEXT_TAG = "tag:yaml.org,2002:str"


class _Composer(CParser):
    """The C composer without PyYAML's tag resolver, which would cost half of the time."""

    def resolve(self, _kind: type, _value: str | None, _implicit: object) -> str:
        return _TEXT_TAG

    def descend_resolver(self, _parent: object, _index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


def composed(text: str) -> Node | None:
    """The nodes of a text, or an error of PyYAML's."""
    composer = _Composer(text)
    try:
        return composer.get_single_node()
    finally:
        composer.dispose()

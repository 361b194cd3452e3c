"""A YAML file, read: its plain data, and the place of every key and value.

Places are rarely asked for. Only then are the file's nodes made, and PyYAML is imported, so that whoever gets the data
from elsewhere is spared both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from build_tools.problems import Problem, Where

if TYPE_CHECKING:
    from build_tools.reading.yaml_places import YamlPlaces

MAX_CHARACTERS = 4_000_000
"""Characters of a file that are read; what editors write has some thousands."""

FieldPath = Sequence[str | int]


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
    def places(self) -> YamlPlaces:
        """Where everything stands, and its nodes."""
        from build_tools.reading.yaml_places import YamlPlaces

        return YamlPlaces(self.path, self.text)

    def where(self, path: FieldPath = (), *, key: bool = False) -> Where:
        """The place of the value at a path of field names and indexes, or of its nearest known ancestor.

        With ``key``, the place of the field's name instead of its value.
        """
        return self.places.where(path, key=key)

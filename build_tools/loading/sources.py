"""Where everything was written: from an entity and a field to a place in a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from build_tools.problems import Where
from build_tools.reading.inserted_files import InsertedFile
from build_tools.reading.yaml_source import YamlSource
from model.entity import Key

NO_FILE = "frameworks"
"""The path of what is written in no file."""


@dataclass(frozen=True)
class Origin:
    """The file an entity was read from and its path inside that file."""

    source: YamlSource
    prefix: tuple[str | int, ...] = ()
    inserted_files: tuple[InsertedFile, ...] = ()

    @property
    def path(self) -> str:
        """The file's path as messages print it."""
        return self.source.path


@dataclass(frozen=True)
class Sources:
    """The origin of every entity, by key."""

    origins: Mapping[Key, Origin] = field(default_factory=dict)

    def path(self, key: Key) -> str | None:
        """The file an entity was read from."""
        origin = self.origins.get(key)
        return origin.path if origin else None

    def path_of_text(self, key: Key, path: Sequence[str | int]) -> str | None:
        """The file that the text of a field stands in: the entity's own, or one that this takes text from."""
        origin = self.origins.get(key)
        if origin is None:
            return None
        full = (*origin.prefix, *path)
        return next((file.printed for file in origin.inserted_files if file.line(full)), origin.path)

    def where(self, key: Key, path: Sequence[str | int] = (), *, name: bool = False) -> Where:
        """The place of a field of an entity; with ``name``, of the field's name."""
        origin = self.origins.get(key)
        if origin is None:
            return Where(NO_FILE, 1, 1)
        return origin.source.where((*origin.prefix, *path), key=name)

    def where_in_prose(self, key: Key, path: Sequence[str | int], text: str, offset: int) -> Where:
        """The place of a character in the text of a field, in the YAML or in the file it is taken from."""
        origin = self.origins.get(key)
        if origin is None:
            return Where(NO_FILE, 1, 1)
        full = (*origin.prefix, *path)
        for inserted in origin.inserted_files:
            where = inserted.where(full, text, offset)
            if where:
                return where
        return origin.source.places.where_in_text(full, text, offset)

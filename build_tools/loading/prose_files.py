"""Prose in files of its own: ``introduction: {file: xds-b.md}`` beside the YAML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.loading import form_problems as kinds
from build_tools.loading.yaml_source import YamlSource
from build_tools.problems import Problem


@dataclass(frozen=True)
class ProseFile:
    """A Markdown file whose text stands at a path of an entity."""

    path: tuple[str | int, ...]
    """The path of field names and indexes at which the text is used."""
    printed: str
    """The file's path as messages print it."""


def insert_prose(
    source: YamlSource, file: Path, folder: Path
) -> tuple[Any, tuple[ProseFile, ...], tuple[Problem, ...]]:
    """The source's data with every ``{file: NAME}`` replaced by that file's text.

    ``file`` is the YAML file, ``folder`` the domain's folder, outside of which no prose is taken.
    """
    if "file:" not in source.text:
        return source.data, (), ()
    insertion = _Insertion(source, file, folder)
    data = insertion.replaced(source.data, ())
    return data, tuple(insertion.found), tuple(insertion.problems)


class _Insertion:
    """Replaces the references to prose files in one YAML file's data."""

    def __init__(self, source: YamlSource, file: Path, folder: Path) -> None:
        self._source = source
        self._file = file
        self._folder = folder.resolve()
        self.found: list[ProseFile] = []
        self.problems: list[Problem] = []

    def replaced(self, value: Any, path: tuple[str | int, ...]) -> Any:
        if isinstance(value, dict):
            if set(value) == {"file"} and isinstance(value["file"], str):
                return self._text(value["file"], path)
            return {name: self.replaced(inner, (*path, name)) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.replaced(inner, (*path, index)) for index, inner in enumerate(value)]
        return value

    def _text(self, name: str, path: tuple[str | int, ...]) -> str:
        target = (self._file.parent / name).resolve()
        fault = f"the prose file `{name}` is outside the domain's folder"
        if target.is_relative_to(self._folder):
            try:
                text = target.read_text(encoding="utf-8")
            except FileNotFoundError:
                fault = f"the prose file `{name}` does not exist"
            except (OSError, UnicodeDecodeError):
                fault = f"the prose file `{name}` cannot be read as UTF-8 text"
            else:
                self.found.append(ProseFile(path, str(Path(self._source.path).parent / name)))
                return text
        where = self._source.where((*path, "file"))
        self.problems.append(Problem(where, kinds.PROSE_FILE.code, kinds.PROSE_FILE.severity, fault))
        return ""

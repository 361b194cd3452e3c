"""Prose in files of its own: ``introduction: {file: xds-b.md}`` beside the YAML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.loading import form_problems as kinds
from build_tools.loading.yaml_source import FieldPath, YamlSource
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
    """The source's data with every ``{file: NAME}`` replaced by that file's text."""
    if "file:" not in source.text:
        return source.data, (), ()
    found: list[ProseFile] = []
    problems: list[Problem] = []

    def replaced(value: Any, path: tuple[str | int, ...]) -> Any:
        if isinstance(value, dict):
            if set(value) == {"file"} and isinstance(value["file"], str):
                return text_of(value["file"], path)
            return {name: replaced(inner, (*path, name)) for name, inner in value.items()}
        if isinstance(value, list):
            return [replaced(inner, (*path, index)) for index, inner in enumerate(value)]
        return value

    def text_of(name: str, path: tuple[str | int, ...]) -> str:
        target = (file.parent / name).resolve()
        if not target.is_relative_to(folder.resolve()):
            problems.append(_problem(source, path, f"the prose file `{name}` is outside the domain's folder"))
            return ""
        try:
            text = target.read_text(encoding="utf-8")
        except FileNotFoundError:
            problems.append(_problem(source, path, f"the prose file `{name}` does not exist"))
        except (OSError, UnicodeDecodeError):
            problems.append(_problem(source, path, f"the prose file `{name}` cannot be read as UTF-8 text"))
        else:
            found.append(ProseFile(path, str(Path(source.path).parent / name)))
            return text
        return ""

    data = replaced(source.data, ())
    return data, tuple(found), tuple(problems)


def _problem(source: YamlSource, path: FieldPath, message: str) -> Problem:
    kind = kinds.PROSE_FILE
    return Problem(source.where((*path, "file")), kind.code, kind.severity, message)

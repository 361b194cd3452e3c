"""A YAML file together with the text and the tables that it takes from files beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.problems import Problem
from build_tools.reading.disk import read_source
from build_tools.reading.inserted_files import InsertedFile, insert_files
from build_tools.reading.yaml_source import YamlSource


@dataclass(frozen=True)
class WholeFile:
    """A YAML file, and its data with everything it takes from elsewhere."""

    source: YamlSource
    data: Any
    inserted_files: tuple[InsertedFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong with the YAML, and with the files it names."""


FileReader = Callable[[str, Path, Path], WholeFile]
"""Reads a file: the path that messages print, the file, the domain's folder -> what is in it."""


def read_whole_file(printed: str, file: Path, folder: Path) -> WholeFile:
    """Read a YAML file and what it names; ``folder`` is the domain's folder, outside of which nothing is taken."""
    source = read_source(printed, file)
    if not isinstance(source.data, dict):
        return WholeFile(source, source.data, problems=source.problems)
    data, inserted_files, problems = insert_files(source, file, folder)
    return WholeFile(source, data, inserted_files, (*source.problems, *problems))

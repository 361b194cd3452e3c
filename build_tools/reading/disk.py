"""The one door to disk: which YAML files there are, and their text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from build_tools.problems import Problem, ProblemKind, Where
from build_tools.reading import form_problems as kinds
from build_tools.reading.yaml_source import MAX_CHARACTERS, YamlSource

_NOT_OURS = frozenset({"images"})
"""Folders of a domain whose files are read by other commands or not at all."""


def yaml_files(root: Path) -> Iterator[tuple[Path, str, str]]:
    """Every YAML file as its domain's folder, the path inside it and the path that messages print, in a fixed order."""
    for folder in sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith(".")):
        for inside in _yaml_files_in(str(folder)):
            if inside.partition("/")[0] not in _NOT_OURS:
                yield folder, inside, f"{root.name}/{folder.name}/{inside}"


def _yaml_files_in(folder: str) -> Iterator[str]:
    """The paths of YAML files below a folder, from there; what has such a name but is no file is among them."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError:
        return
    for name, is_folder in found:
        if name.endswith((".yaml", ".yml")):
            yield name
        if is_folder:
            yield from (f"{name}/{inside}" for inside in _yaml_files_in(f"{folder}/{name}"))


def printed_path(root: Path, file: Path) -> str:
    """The path that messages print: from the folder that holds ``frameworks``, with forward slashes."""
    return f"{root.name}/{file.relative_to(root).as_posix()}"


def read_source(printed: str, file: Path) -> YamlSource:
    """Read a YAML file from disk; what keeps it from being read is a problem of the result."""
    from build_tools.reading.read_yaml import read_yaml  # here, for those who let another process read

    try:
        if file.stat().st_size > MAX_CHARACTERS * 4:
            size = file.stat().st_size / 1_000_000
            return refusal(
                printed,
                kinds.TOO_LARGE,
                f"the file has {size:.0f} MB, far more than an editor writes by hand",
            )
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return refusal(printed, kinds.NOT_UTF8, "the file is not UTF-8 text", line)
    except OSError as error:
        return refusal(printed, kinds.UNREADABLE, f"the file cannot be read: {error.strerror}")
    return read_yaml(printed, text)


def refusal(printed: str, kind: ProblemKind, message: str, line: int = 1) -> YamlSource:
    """A file of which nothing is read, with the problem that says why."""
    problem = Problem(Where(printed, line, 1), kind.code, kind.severity, message)
    return YamlSource(printed, problems=(problem,))

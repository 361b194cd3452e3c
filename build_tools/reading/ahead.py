"""Files that a second process reads, while this one imports what works on them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from build_tools.beside import Beside
from build_tools.reading.disk import yaml_files
from build_tools.reading.inserted_files import InsertedFile
from build_tools.reading.whole_file import WholeFile, read_whole_file
from build_tools.reading.yaml_source import YamlSource

_Read = tuple[str, Any, tuple[InsertedFile, ...]]
"""The text of a file, its data and where these were taken from."""


class FilesAhead:
    """The files of a folder of frameworks, which are read from the moment on that this is made."""

    def __init__(self, root: Path) -> None:
        """Begin with all files."""
        self._reading = Beside(lambda: _well_formed(root))

    @cached_property
    def _files(self) -> dict[str, _Read]:
        return self._reading.result()

    def read(self, printed: str, file: Path, folder: Path) -> WholeFile:
        """What is in a file, a :data:`~build_tools.reading.whole_file.FileReader`."""
        known = self._files.get(printed)
        if known is None:
            return read_whole_file(printed, file, folder)
        text, data, inserted_files = known
        return WholeFile(YamlSource(printed, data, text=text), data, inserted_files)


def _well_formed(root: Path) -> dict[str, _Read]:
    """Every file that can be read without a problem, by the path that messages print."""
    files = (
        read_whole_file(printed, folder / inside, folder) for folder, inside, printed in yaml_files(root)
    )
    return {
        file.source.path: (file.source.text, file.data, file.inserted_files)
        for file in files
        if file.source.text and not file.problems
    }

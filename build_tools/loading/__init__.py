"""Files -> Framework: the one door to what editors write, with a place for every value."""

from build_tools.loading.folders import FileKind, make_ready
from build_tools.loading.load import FileCache, LoadedFramework, load
from build_tools.loading.one_file import read_file_of
from build_tools.loading.sources import Origin, Sources

__all__ = [
    "FileCache",
    "FileKind",
    "LoadedFramework",
    "Origin",
    "Sources",
    "load",
    "make_ready",
    "read_file_of",
]

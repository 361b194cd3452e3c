"""Accepted problems: what a framework knows to be wrong and keeps, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field, model_validator

from build_tools.loading.folders import ACCEPTED_PROBLEMS
from build_tools.loading.validation import validate
from build_tools.problems import Problem, ProblemKind, Severity
from build_tools.reading.disk import printed_path
from build_tools.reading.whole_file import FileReader, read_whole_file
from build_tools.reading.yaml_source import YamlSource
from model.entity import Name, Value

STALE = ProblemKind(
    "TF801",
    "stale-acceptance",
    Severity.WARNING,
    "An entry of `accepted_problems.yaml` fits no problem any more. The problem was solved, or the entry is "
    "misspelt and accepts nothing. Delete it, so that the problem is reported when it comes back.",
)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Acceptance(Value):
    """One entry of ``accepted_problems.yaml``: problems that are known and kept."""

    code: Annotated[str, Field(pattern=r"^TF[0-9]{3}$")]
    """The code of the problems, for example ``TF407``."""
    path: Name | None = None
    """The end of the file's path: ``transactions/rad-34.yaml``."""
    entity: Annotated[
        tuple[Name, ...], BeforeValidator(_as_list, json_schema_input_type=str | list[str])
    ] = ()
    """The entity the problem is in, ``RAD-34``, or several of them."""
    match: Name | None = None
    """Words of the message."""
    reason: Name
    """Why the problem is kept."""
    date: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None = None
    """The day it was accepted, a quoted string: ``"2023-08-04"``."""

    @model_validator(mode="after")
    def _is_narrow(self) -> Acceptance:
        if not (self.path or self.entity or self.match):
            raise ValueError("an accepted problem needs path, entity or match, or it would hide new ones")
        return self

    def fits(self, code: str, path: str, entity: str, message: str) -> bool:
        """Whether it accepts a problem in that file and entity."""
        return (
            code == self.code
            and (self.path is None or path.endswith(self.path))
            and (not self.entity or entity in self.entity)
            and (self.match is None or self.match in message)
        )


class AcceptanceFile(Value):
    """``accepted_problems.yaml``: the problems a framework accepts."""

    accepted: tuple[Acceptance, ...] = ()
    """One entry a problem, or a group of problems with one reason."""


class FolderAcceptances(NamedTuple):
    """The entries of one folder's file, and what is wrong with the file."""

    folder: str
    """The beginning of the printed path of every file they are about: ``frameworks/iti/``."""
    source: YamlSource
    entries: tuple[Acceptance, ...]
    problems: tuple[Problem, ...]


class Acceptances:
    """The entries of all folders, and which of them are of use."""

    def __init__(self, folders: Iterable[FolderAcceptances] = ()) -> None:
        """The entries, none of which has fitted a problem yet."""
        self._folders = tuple(folders)
        self._used: set[tuple[str, int]] = set()

    def reason(self, code: str, path: str, entity: str, message: str) -> str:
        """Why a problem in that file and entity is accepted; empty when it is not."""
        for known in self._folders:
            if path.startswith(known.folder):
                for index, entry in enumerate(known.entries):
                    if entry.fits(code, path, entity, message):
                        self._used.add((known.folder, index))
                        return entry.reason
        return ""

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the files, and the entries for which no reason was asked."""
        for known in self._folders:
            yield from known.problems
            for index, entry in enumerate(known.entries):
                if (known.folder, index) not in self._used:
                    yield _stale(known.source, index, entry.code)


def read_acceptances(root: Path, read: FileReader = read_whole_file) -> Acceptances:
    """The accepted problems of every folder of a root that has a file of them."""
    files = sorted(root.glob(f"*/{ACCEPTED_PROBLEMS}"))
    return Acceptances(_in_folder(read(printed_path(root, file), file, file.parent).source) for file in files)


def _in_folder(source: YamlSource) -> FolderAcceptances:
    folder = source.path.removesuffix(ACCEPTED_PROBLEMS)
    if not isinstance(source.data, dict):
        return FolderAcceptances(folder, source, (), source.problems)
    value, problems = validate(source, source.data, AcceptanceFile)
    return FolderAcceptances(folder, source, value.accepted if value else (), (*source.problems, *problems))


def _stale(source: YamlSource, index: int, code: str) -> Problem:
    message = f"no problem fits this entry for `{code}` any more"
    where = source.where(("accepted", index, "code"))
    return Problem(where, STALE.code, STALE.severity, message, "delete the entry")

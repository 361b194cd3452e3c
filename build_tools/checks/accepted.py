"""Accepted problems: what a framework knows to be wrong and keeps, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from build_tools.loading.folders import ACCEPTED_PROBLEMS
from build_tools.loading.validation import validate
from build_tools.problems import Problem, ProblemKind, Severity
from build_tools.reading.disk import printed_path, read_source
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

    def fits(self, problem: Problem, entity: str) -> bool:
        """Whether it accepts a problem in that entity."""
        return (
            problem.code == self.code
            and (self.path is None or problem.where.path.endswith(self.path))
            and (not self.entity or entity in self.entity)
            and (self.match is None or self.match in problem.message)
        )


class AcceptanceFile(Value):
    """``accepted_problems.yaml``: the problems a framework accepts."""

    accepted: tuple[Acceptance, ...] = ()
    """One entry a problem, or a group of problems with one reason."""


@dataclass(frozen=True)
class Acceptances:
    """The entries of one folder's file, and what is wrong with the file."""

    folder: str
    """The beginning of the printed path of every file they are about: ``frameworks/iti/``."""
    source: YamlSource
    entries: tuple[Acceptance, ...]
    problems: tuple[Problem, ...]


def read_acceptances(root: Path) -> tuple[Acceptances, ...]:
    """The accepted problems of every folder of a root that has such a file."""
    files = sorted(root.glob(f"*/{ACCEPTED_PROBLEMS}"))
    return tuple(_read(root, file) for file in files)


def _read(root: Path, file: Path) -> Acceptances:
    source = read_source(printed_path(root, file), file)
    folder = printed_path(root, file).removesuffix(ACCEPTED_PROBLEMS)
    if not isinstance(source.data, dict):
        return Acceptances(folder, source, (), source.problems)
    value, problems = validate(source, source.data, AcceptanceFile)
    return Acceptances(folder, source, value.accepted if value else (), (*source.problems, *problems))


def accept(found: Sequence[tuple[Problem, str]], acceptances: Sequence[Acceptances]) -> list[Problem]:
    """The problems, each found in the entity named beside it, with the reason where one is accepted.

    The problems of the files of acceptances, stale entries included, come after them.
    """
    used: set[tuple[str, int]] = set()

    def with_reason(problem: Problem, entity: str) -> Problem:
        for known in acceptances:
            if problem.where.path.startswith(known.folder):
                for index, entry in enumerate(known.entries):
                    if entry.fits(problem, entity):
                        used.add((known.folder, index))
                        return replace(problem, accepted=entry.reason)
        return problem

    problems = [with_reason(problem, entity) for problem, entity in found]
    for known in acceptances:
        problems.extend(known.problems)
        problems.extend(
            _stale(known, index) for index in range(len(known.entries)) if (known.folder, index) not in used
        )
    return problems


def _stale(known: Acceptances, index: int) -> Problem:
    where = known.source.where(("accepted", index, "code"))
    message = f"no problem fits this entry for `{known.entries[index].code}` any more"
    return Problem(where, STALE.code, STALE.severity, message, "delete the entry")

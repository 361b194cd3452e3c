"""``check``: a loaded framework -> the framework with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from build_tools.checks.accepted import Acceptances, read_acceptances
from build_tools.checks.found import Found
from build_tools.checks.rule import Rule
from build_tools.checks.subject import Subject
from build_tools.citations import Names
from build_tools.garbage import without_collecting
from build_tools.loading import LoadedFramework, Sources
from build_tools.outline import Places
from build_tools.problems import Problem, Severity, in_order
from build_tools.reading.whole_file import FileReader, read_whole_file
from model.entity import Key
from model.framework import Framework

_NEEDS_WHOLE = ("TF203", "TF207", "TF208", "TF3", "TF5")
"""Rules that conclude something from what an entity lacks; silent where a part of it could not be read."""


class Accepted(NamedTuple):
    """Something that a framework knows to be wrong and keeps."""

    path: str
    """The path, as messages print it, of the file it is in."""
    found: Problem | Found
    reason: str

    def problem(self, sources: Sources) -> Problem:
        """It as a problem with its place."""
        if isinstance(self.found, Problem):
            return replace(self.found, accepted=self.reason)
        return self.found.problem(sources, self.reason)


@dataclass(frozen=True)
class CheckedFramework:
    """A framework, where everything in it is written and published, and all its problems."""

    framework: Framework
    sources: Sources
    places: Places
    names: Names
    open_problems: tuple[Problem, ...]
    """The problems that are not accepted, by place."""
    accepted: tuple[Accepted, ...]
    """What is accepted, each once."""

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All problems by place, accepted ones included."""
        return in_order((*self.open_problems, *(one.problem(self.sources) for one in self.accepted)))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The errors that are not accepted; publishing is refused while there is one."""
        return tuple(problem for problem in self.open_problems if problem.severity is Severity.ERROR)


def check(
    loaded: LoadedFramework,
    root: Path | None = None,
    *,
    read: FileReader = read_whole_file,
    in_names: Callable[[], list[Found]] | None = None,
) -> CheckedFramework:
    """Apply every rule to a framework; with its root, problems that its folders accept are marked so.

    Another process may have read the files and looked for the problems in names: ``in_names`` gets what it found.
    """
    with without_collecting():
        subject = _subject(loaded)
        found: list[Problem | Found] = [*loaded.problems, *_found(_other_rules(), subject)]
        found += in_names() if in_names else _found(_name_rules(), subject)
        acceptances = read_acceptances(root, read) if root else Acceptances()
        opened, accepted = _sorted(found, acceptances, loaded.sources)
        return CheckedFramework(
            loaded.framework, loaded.sources, subject.places, subject.names, in_order(opened), accepted
        )


def problems_in_names(loaded: LoadedFramework) -> list[Found]:
    """What the rules on names find, which takes about as long as everything else that :func:`check` does."""
    with without_collecting():
        return _found(_name_rules(), _subject(loaded))


def _sorted(
    found: Iterable[Problem | Found], acceptances: Acceptances, sources: Sources
) -> tuple[list[Problem], tuple[Accepted, ...]]:
    """The problems nobody accepts, those of the acceptances included, and what is accepted."""
    opened: list[Problem] = []
    accepted: dict[Accepted, None] = {}
    for one in found:
        if isinstance(one, Problem):
            path, entity, message = one.where.path, "", one.message
        else:
            path, entity, message = one.path(sources), one.finding.key.name, one.finding.message
        reason = acceptances.reason(one.code, path, entity, message)
        if reason:
            accepted[Accepted(path, one, reason)] = None
        else:
            opened.append(one if isinstance(one, Problem) else one.problem(sources))
    return [*opened, *acceptances.problems()], tuple(accepted)


def _subject(loaded: LoadedFramework) -> Subject:
    framework = loaded.framework
    return Subject(framework, Places(framework), Names(framework), _partial(loaded))


def _name_rules() -> Sequence[Rule]:
    """Imported where they are applied, like the others, since that takes as long as applying some of them."""
    from build_tools.checks.name_rules import NAME_RULES

    return NAME_RULES


def _other_rules() -> Sequence[Rule]:
    from build_tools.checks.field_rules import FIELD_RULES
    from build_tools.checks.word_rules import WORD_RULES

    return (*FIELD_RULES, *WORD_RULES)


def _found(rules: Sequence[Rule], subject: Subject) -> list[Found]:
    """What the rules find."""
    return [
        Found(rule.kind.code, finding.severity or rule.kind.severity, finding)
        for rule in rules
        for finding in rule.check(subject)
        if not (finding.key in subject.partial and rule.kind.code.startswith(_NEEDS_WHOLE))
    ]


def _partial(loaded: LoadedFramework) -> frozenset[Key]:
    """The entities of files with an error of form, whose faulty parts were left out."""
    faulty = {problem.where.path for problem in loaded.problems if problem.severity is Severity.ERROR}
    if not faulty:
        return frozenset()
    return frozenset(key for key, origin in loaded.sources.origins.items() if origin.path in faulty)

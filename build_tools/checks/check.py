"""``check``: a loaded framework -> the framework with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_tools.beside import beside
from build_tools.checks.accepted import accept, read_acceptances
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.citations import Names
from build_tools.loading import LoadedFramework, Sources
from build_tools.loading.garbage import without_collecting
from build_tools.outline import Places
from build_tools.problems import Problem, Severity, in_order
from model.entity import Key
from model.framework import Framework

_NEEDS_WHOLE = ("TF203", "TF207", "TF208", "TF3", "TF5")
"""Rules that conclude something from what an entity lacks; silent where a part of it could not be read."""


@dataclass(frozen=True)
class CheckedFramework:
    """A framework, where everything in it is written and published, and all its problems."""

    framework: Framework
    sources: Sources
    places: Places
    names: Names
    problems: tuple[Problem, ...]
    """All problems by place, accepted ones included."""

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """The problems that are not accepted."""
        return tuple(problem for problem in self.problems if not problem.accepted)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The errors that are not accepted; publishing is refused while there is one."""
        return tuple(problem for problem in self.open_problems if problem.severity is Severity.ERROR)


def check(
    loaded: LoadedFramework, root: Path | None = None, *, in_two_processes: bool = False
) -> CheckedFramework:
    """Apply every rule to a framework; with its root, problems that its folders accept are marked so.

    Two processes are quicker, but what one of them learns about the texts is not there afterwards: they are for a
    command that ends with the problems.
    """
    with without_collecting():
        framework, sources = loaded.framework, loaded.sources
        subject = Subject(framework, Places(framework), Names(framework), _partial(loaded))
        names = partial(_found, _name_rules, subject, sources)
        others = partial(_found, _other_rules, subject, sources)
        in_names = beside(names) if in_two_processes else names
        found = [*((problem, "") for problem in loaded.problems), *others(), *in_names()]
        problems = accept(found, read_acceptances(root) if root else ())
        return CheckedFramework(framework, sources, subject.places, subject.names, in_order(problems))


def _name_rules() -> Sequence[Rule]:
    """The rules that take as long as all others, imported where they are applied."""
    from build_tools.checks.name_rules import NAME_RULES

    return NAME_RULES


def _other_rules() -> Sequence[Rule]:
    from build_tools.checks.field_rules import FIELD_RULES
    from build_tools.checks.word_rules import WORD_RULES

    return (*FIELD_RULES, *WORD_RULES)


def _found(
    rules: Callable[[], Sequence[Rule]], subject: Subject, sources: Sources
) -> list[tuple[Problem, str]]:
    """What the rules find, each problem with the name of the entity it is in."""
    return [
        (_problem(rule, finding, sources), finding.key.name)
        for rule in rules()
        for finding in rule.check(subject)
        if not (finding.key in subject.partial and rule.kind.code.startswith(_NEEDS_WHOLE))
    ]


def _partial(loaded: LoadedFramework) -> frozenset[Key]:
    """The entities of files with an error of form, whose faulty parts were left out."""
    faulty = {problem.where.path for problem in loaded.problems if problem.severity is Severity.ERROR}
    if not faulty:
        return frozenset()
    return frozenset(key for key, origin in loaded.sources.origins.items() if origin.path in faulty)


def _problem(rule: Rule, finding: Finding, sources: Sources) -> Problem:
    if finding.offset is None:
        where = sources.where(finding.key, finding.path, name=finding.at_name)
    else:
        where = sources.where_in_prose(finding.key, finding.path, finding.prose, finding.offset)
    severity = finding.severity or rule.kind.severity
    return Problem(where, rule.kind.code, severity, finding.message, finding.hint)

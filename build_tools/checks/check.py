"""``check``: a loaded framework -> the framework with everything that is wrong in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools.checks.accepted import accept, read_acceptances
from build_tools.checks.catalogue import RULES
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.citations import Names
from build_tools.loading import LoadedFramework, Sources
from build_tools.outline import Places
from build_tools.problems import Problem, Severity, in_order
from model.framework import Framework


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


def check(loaded: LoadedFramework, root: Path | None = None) -> CheckedFramework:
    """Apply every rule to a framework; with its root, problems that its folders accept are marked so."""
    framework, sources = loaded.framework, loaded.sources
    subject = Subject(framework, Places(framework), Names(framework))
    found = [(problem, "") for problem in loaded.problems]
    for rule in RULES:
        found.extend((_problem(rule, finding, sources), finding.key.name) for finding in rule.check(subject))
    problems = accept(found, read_acceptances(root) if root else ())
    return CheckedFramework(framework, sources, subject.places, subject.names, in_order(problems))


def _problem(rule: Rule, finding: Finding, sources: Sources) -> Problem:
    if finding.offset is None:
        where = sources.where(finding.key, finding.path, name=finding.at_name)
    else:
        where = sources.where_in_prose(finding.key, finding.path, finding.prose, finding.offset)
    severity = finding.severity or rule.kind.severity
    return Problem(where, rule.kind.code, severity, finding.message, finding.hint)

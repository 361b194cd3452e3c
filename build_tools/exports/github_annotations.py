"""Problems as GitHub's workflow commands, which annotate the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.problems import Problem, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def github_annotations(problems: Iterable[Problem]) -> Iterator[str]:
    """A line for each problem that nobody accepted."""
    for problem in problems:
        if problem.accepted:
            continue
        hint = f"; {problem.hint}" if problem.hint else ""
        where = problem.where
        properties = f"file={_property(where.path)},line={where.line},col={where.column},title={problem.code}"
        yield f"::{_COMMANDS[problem.severity]} {properties}::{_data(problem.message + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

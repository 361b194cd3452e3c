"""Problems as text for people: grouped by file, worst first, with the line and a caret under the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from build_tools.problems import Problem, Severity

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_WIDEST = 110
"""Characters of a source line that are shown; a longer one is cut around the word."""


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """The problems file by file; files with errors first, then by place."""
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.where.path, []).append(problem)
    worst = {path: min(_ORDER.index(p.severity) for p in found) for path, found in by_path.items()}
    return [
        problem for path in sorted(by_path, key=lambda path: (worst[path], path)) for problem in by_path[path]
    ]


class ProblemPrinter:
    """Prints problems with the source lines of one project."""

    def __init__(self, root: Path) -> None:
        """Source lines are read from files below this folder."""
        self._root = root
        self._lines: dict[str, Sequence[str]] = {}

    def text(self, problem: Problem) -> str:
        """The problem's line, the source line with a caret, and why it is accepted if it is."""
        severity = click.style(str(problem.severity), fg=_COLOURS[problem.severity], bold=True)
        place = click.style(str(problem.where), bold=True)
        hint = f"; {problem.hint}" if problem.hint else ""
        head = f"{place}: {severity} {problem.code} {problem.message}{hint} (tf explain {problem.code})"
        return "\n".join([head, *self._snippet(problem), *_accepted(problem)])

    def _snippet(self, problem: Problem) -> Iterator[str]:
        lines = self._source(problem.where.path)
        if not 0 < problem.where.line <= len(lines):
            return
        source = lines[problem.where.line - 1].rstrip()
        if not source.strip():
            return
        start = min(problem.where.column - 1, len(source))
        length = _word_length(source, start, problem)
        cut = max(0, start - _WIDEST // 2) if len(source) > _WIDEST else 0
        shown = source[cut : cut + _WIDEST].replace("\t", " ")
        number = str(problem.where.line)
        bar = click.style("|", fg="blue")
        carets = click.style(
            "^" * min(length, max(1, _WIDEST - (start - cut))), fg=_COLOURS[problem.severity]
        )
        yield f"  {number} {bar} {'…' if cut else ''}{shown}"
        yield f"  {' ' * len(number)} {bar} {' ' * (start - cut + (1 if cut else 0))}{carets}"

    def _source(self, path: str) -> Sequence[str]:
        if path not in self._lines:
            try:
                self._lines[path] = (self._root / path).read_text(encoding="utf-8-sig").splitlines()
            except (OSError, UnicodeDecodeError):
                self._lines[path] = ()
        return self._lines[path]


def _word_length(source: str, start: int, problem: Problem) -> int:
    """How many characters to mark: the author's word where the message names it, else the word at the place."""
    for word in re.findall(r"`([^`]+)`", problem.message):
        if source.startswith(word, start):
            return len(word)
    found = re.match(r"[^\s,{}\[\]:]+", source[start:])
    return len(found[0]) if found else 1


def _accepted(problem: Problem) -> Iterator[str]:
    if problem.accepted:
        yield f"  accepted: {problem.accepted}"


def summary(problems: Iterable[Problem], accepted: int = 0) -> str:
    """``2 errors, 1 warning; 27 accepted``, of problems that are open and the number of the others."""
    counts = Counter(problem.severity for problem in problems)
    parts = [f"{counts[one]} {one}{'s' if counts[one] != 1 else ''}" for one in _ORDER if counts[one]]
    return (", ".join(parts) or "no problems") + (f"; {accepted} accepted" if accepted else "")

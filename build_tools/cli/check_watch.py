"""``tf check --watch``: check again whenever a file is saved, and print what changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.checks import check
from build_tools.cli.problem_text import ProblemPrinter, summary, worst_first
from build_tools.loading import FileCache, load

if TYPE_CHECKING:
    from build_tools.problems import Problem


def watch_problems(base: Path, frameworks: Path, keep: Callable[[Problem], bool]) -> None:
    """Print the problems, then after every save the new ones and the solved ones, until interrupted."""
    from watchfiles import watch

    cache = FileCache()
    known = _problems(frameworks, cache, keep)
    _print(base, known)
    click.echo(f"watching {frameworks.name}/ (Ctrl+C stops)", err=True)
    try:
        for _ in watch(frameworks, debounce=400, step=30):
            started = time.monotonic()
            found = _problems(frameworks, cache, keep)
            solved = [problem for problem in known if problem not in found]
            for problem in solved:
                click.echo(
                    f"{click.style('solved', fg='green')} {problem.where}: {problem.code} {problem.message}"
                )
            _print(base, [problem for problem in found if problem not in known])
            click.echo(f"{summary(found)} ({time.monotonic() - started:.2f} s)", err=True)
            known = found
    except KeyboardInterrupt:
        click.echo("stopped", err=True)


def _problems(frameworks: Path, cache: FileCache, keep: Callable[[Problem], bool]) -> list[Problem]:
    checked = check(load(frameworks, cache), frameworks)
    return [problem for problem in checked.open_problems if keep(problem)]


def _print(base: Path, problems: Iterable[Problem]) -> None:
    printer = ProblemPrinter(base)
    for problem in worst_first(problems):
        click.echo(printer.text(problem))

"""``tf check``: every problem of the frameworks, each with its place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.places import FOLDER, project_root, root_option

if TYPE_CHECKING:
    from build_tools.problems import Problem


@click.command()
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="How to print.",
)
@click.option("--accepted", is_flag=True, help="Show accepted problems too, each with its reason.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved.")
@root_option
def command(path: Path | None, form: str, root: Path | None, *, accepted: bool, watch: bool) -> None:
    """Check the frameworks and print every problem with its place.

    All frameworks are read, since they refer to each other; PATH limits what is printed to one file or folder.
    The exit code is 1 when a problem that nobody accepted is an error or a warning.

    Example: tf check frameworks/iti/profiles/xds-b.yaml
    """
    from build_tools.checks import check
    from build_tools.loading import load

    base = root or project_root(path if path and path.is_dir() else path.parent if path else None)
    frameworks = base / FOLDER
    if watch:
        from build_tools.cli.check_watch import watch_problems

        watch_problems(base, frameworks, lambda problem: _is_inside(problem, path, base))
        return
    checked = check(load(frameworks), frameworks)
    inside = [p for p in checked.problems if _is_inside(p, path, base)]
    shown = [p for p in inside if accepted or not p.accepted]
    if form == "text":
        _print_text(shown, inside, base)
    else:
        _print_data(form, shown)
    sys.exit(1 if any(not p.accepted and p.severity != "hint" for p in inside) else 0)


def _is_inside(problem: Problem, path: Path | None, base: Path) -> bool:
    """Whether a problem's place is in the file or folder."""
    if path is None:
        return True
    return (base / problem.where.path).resolve().is_relative_to(path.resolve())


def _print_text(shown: list[Problem], inside: list[Problem], base: Path) -> None:
    from build_tools.cli.problem_text import ProblemPrinter, summary, worst_first

    printer = ProblemPrinter(base)
    for problem in worst_first(shown):
        click.echo(printer.text(problem))
    click.echo(summary(inside), err=True)


def _print_data(form: str, shown: list[Problem]) -> None:
    """Print for a machine: JSON, SARIF or GitHub's annotations."""
    import json

    if form == "github":
        from build_tools.exports.github_annotations import github_annotations

        for line in github_annotations(shown):
            click.echo(line)
        return
    if form == "sarif":
        from build_tools.checks import PROBLEM_KINDS
        from build_tools.exports.sarif import sarif

        click.echo(json.dumps(sarif(shown, PROBLEM_KINDS), ensure_ascii=False, indent=1))
        return
    click.echo(json.dumps([problem.as_data() for problem in shown], ensure_ascii=False, indent=1))

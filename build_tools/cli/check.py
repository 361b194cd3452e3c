"""``tf check``: every problem of the frameworks, each with its place."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.places import FOLDER, project_root, root_option

if TYPE_CHECKING:
    from build_tools.problems import Problem


@click.command()
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.option("--accepted", is_flag=True, help="Show accepted problems too, each with its reason.")
@root_option
def command(path: Path | None, form: str, root: Path | None, *, accepted: bool) -> None:
    """Check the frameworks and print every problem with its place.

    All frameworks are read, since they refer to each other; PATH limits what is printed to one file or folder.
    The exit code is 1 when a problem that nobody accepted is an error or a warning.

    Example: tf check frameworks/iti/profiles/xds-b.yaml
    """
    from build_tools.checks import check
    from build_tools.loading import load

    base = root or project_root(path if path and path.is_dir() else path.parent if path else None)
    frameworks = base / FOLDER
    checked = check(load(frameworks), frameworks)
    shown = [p for p in checked.problems if _is_inside(p, path, base) and (accepted or not p.accepted)]
    if form == "json":
        _print_json(shown)
    else:
        _print_text(shown, sum(1 for p in checked.problems if p.accepted))
    sys.exit(1 if any(not p.accepted and p.severity != "hint" for p in shown) else 0)


def _is_inside(problem: Problem, path: Path | None, base: Path) -> bool:
    """Whether a problem's place is in the file or folder."""
    if path is None:
        return True
    return (base / problem.where.path).resolve().is_relative_to(path.resolve())


def _print_json(problems: list[Problem]) -> None:
    import json

    click.echo(json.dumps([problem.as_data() for problem in problems], ensure_ascii=False, indent=1))


def _print_text(problems: list[Problem], accepted: int) -> None:
    for problem in problems:
        click.echo(str(problem))
        if problem.accepted:
            click.echo(f"    accepted: {problem.accepted}")
    counts = Counter(str(problem.severity) for problem in problems if not problem.accepted)
    parts = [
        f"{counts[name]} {name}{'s' if counts[name] != 1 else ''}"
        for name in ("error", "warning", "hint")
        if counts[name]
    ]
    summary = ", ".join(parts) or "no problems"
    click.echo(f"{summary}{f'; {accepted} accepted' if accepted else ''}", err=True)

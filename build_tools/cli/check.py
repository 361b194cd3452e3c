"""``tf check``: every problem of the frameworks, each with its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.completed_names import CODES
from build_tools.cli.ending import end
from build_tools.cli.places import FOLDER, project_root, root_option
from build_tools.garbage import without_collecting

if TYPE_CHECKING:
    from build_tools.checks import CheckedFramework
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
@click.option(
    "--accept",
    "code",
    metavar="CODE",
    shell_complete=CODES,
    help="Accept the problems of that code that are shown.",
)
@click.option("--reason", help="Why they are accepted; it stands beside them in accepted_problems.yaml.")
@root_option
def command(
    path: Path | None,
    form: str,
    root: Path | None,
    code: str | None,
    reason: str | None,
    *,
    accepted: bool,
    watch: bool,
) -> None:
    """Check the frameworks and print every problem with its place.

    All frameworks are read, since they refer to each other; PATH limits what is printed to one file or folder.
    The exit code is 1 when a problem that nobody accepted is an error or a warning.

    Example: tf check frameworks/iti/profiles/xds-b.yaml
    """
    if code:
        from build_tools.cli.check_accept import accept_problems, refuse_to_accept

        refuse_to_accept(code, reason, watch=watch)
    base = root or project_root(path if path and path.is_dir() else path.parent if path else None)
    frameworks = base / FOLDER
    if watch:
        from build_tools.cli.check_watch import watch_problems

        watch_problems(base, frameworks, lambda problem: _is_inside(problem.where.path, path, base))
        return
    with without_collecting():  # a search would go through all that was made, which is kept until the end
        checked = _checked(frameworks)
        opened = [p for p in checked.open_problems if _is_inside(p.where.path, path, base)]
        if code:
            accept_problems([p for p in opened if p.code == code], code, reason or "", base)
            return
        shown = opened
        if accepted:
            shown = [p for p in checked.problems if _is_inside(p.where.path, path, base)]
        if form == "text":
            number = sum(_is_inside(one.path, path, base) for one in checked.accepted)
            _print_text(shown, opened, number, base)
        else:
            _print_data(form, shown)
        end(1 if any(p.severity != "hint" for p in opened) else 0)


def _checked(frameworks: Path) -> CheckedFramework:
    """The frameworks checked; a second process reads the files, and another then applies half of the rules."""
    from build_tools.reading.ahead import FilesAhead

    ahead = FilesAhead(frameworks)  # begins before what takes long to import
    from build_tools.beside import Beside
    from build_tools.checks import check, problems_in_names
    from build_tools.loading import load, make_ready

    make_ready()
    in_names = Beside(lambda: problems_in_names(load(frameworks, read=ahead.read)))
    loaded = load(frameworks, read=ahead.read)
    return check(loaded, frameworks, read=ahead.read, in_names=in_names.result)


def _is_inside(printed: str, path: Path | None, base: Path) -> bool:
    """Whether what messages print as a path is in the file or folder."""
    return path is None or (base / printed).resolve().is_relative_to(path.resolve())


def _print_text(shown: list[Problem], opened: list[Problem], accepted: int, base: Path) -> None:
    from build_tools.cli.problem_text import ProblemPrinter, summary, worst_first

    printer = ProblemPrinter(base)
    for problem in worst_first(shown):
        click.echo(printer.text(problem))
    click.echo(summary(opened, accepted), err=True)


def _print_data(form: str, shown: list[Problem]) -> None:
    """Print for a machine: JSON, SARIF or GitHub's annotations."""
    from build_tools.cli.printing import print_json

    if form == "github":
        from build_tools.exports.github_annotations import github_annotations

        for line in github_annotations(shown):
            click.echo(line)
        return
    if form == "sarif":
        from build_tools.checks.catalogue import PROBLEM_KINDS
        from build_tools.exports.sarif import sarif

        print_json(sarif(shown, PROBLEM_KINDS))
        return
    print_json([problem.as_data() for problem in shown])

"""``tf comments restore``: a public record back into an empty register."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.cli.comments.session import (
    PROBLEMS,
    open_register,
    person,
    person_options,
    refusals_are_told,
)
from build_tools.cli.places import root_option


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="RECORD")
@person_options
@root_option
@refusals_are_told
def command(file: Path, by: str, roles: tuple[str, ...], root: Path | None) -> None:
    """Put a record back into a register that does not hold its period: everything public, and nothing else.

    Example: tf comments restore frameworks/iti/comment_periods/ITI-MHD-2026-1.yaml
    """
    open_register(root)
    from build_tools.loading import read_file_of
    from model.comment_period import CommentPeriod
    from review import api

    record, problems = read_file_of(file, CommentPeriod)
    for problem in problems:
        click.echo(str(problem), err=True)
    if record is None or problems:
        sys.exit(PROBLEMS)
    period = api.restore(record, person(by, roles).name)
    click.echo(f"{period.name}: {len(record.comments)} comments restored")

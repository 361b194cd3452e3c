"""``tf comments minutes``: what a committee decided in a call, from the agenda it filled in."""

from __future__ import annotations

import sys
from dataclasses import replace
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
from build_tools.cli.printing import format_option, print_json
from model.comment_period import Authority


@click.command()
@click.argument("agenda", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="SHEET")
@click.option("--date", "day", required=True, metavar="DAY", help="The day of the call, such as 2027-02-01.")
@click.option("--link", required=True, metavar="LINK", help="Where the minutes are kept.")
@person_options
@format_option
@root_option
@refusals_are_told
def command(
    agenda: Path, day: str, link: str, by: str, roles: tuple[str, ...], form: str, root: Path | None
) -> None:
    """Record the decisions of a call: every row of the agenda with an outcome, by authority of the committee.

    A comment that somebody changed since the agenda was made is reported and left as it is.

    Example: tf comments minutes agenda.xlsx --date 2027-02-01 --link https://example.org/minutes/2027-02-01
    """
    open_register(root)
    from review import api
    from review.doors.open_door import read_file
    from review.register.batch import apply

    try:
        read = read_file(agenda)
    except api.UnreadableFileError as error:
        raise click.UsageError(f"{agenda}: {error}") from error
    call = {"authority": Authority.COMMITTEE.value, "decided_on": day, "minutes": link}
    decided = [
        replace(row, fields={**row.fields, **call}) for row in read.decisions if "outcome" in row.fields
    ]
    results = [(row, apply(row, person(by, roles), api.now())) for row in decided]
    done = [row.comment for row, applied in results if applied.changed]
    problems = [applied.problem for _, applied in results if applied.problem]
    if form == "json":
        print_json({"decided": done, "problems": [vars(problem) for problem in problems]})
    else:
        click.echo(
            f"{len(done)} decided by the committee on {day}; {len(read.decisions) - len(decided)} left open"
        )
        for problem in problems:
            click.echo(f"{agenda}: row {problem.row}: {problem.reason}", err=True)
    if problems:
        sys.exit(PROBLEMS)

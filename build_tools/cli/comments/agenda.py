"""``tf comments agenda``: what a committee has to talk about, as a sheet to fill in during the call."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.comments.session import (
    errors_of_writing,
    open_register,
    period_argument,
    refusals_are_told,
)
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json, shortened
from model.comment_period import Priority, WorkState


@click.command()
@period_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="Write the sheet here.",
)
@click.option(
    "--all", "everything", is_flag=True, help="With those of low priority, which an editor may decide."
)
@format_option
@root_option
@refusals_are_told
def command(period: str, output: Path | None, everything: bool, form: str, root: Path | None) -> None:
    """Make the agenda of a call: undecided comments, what needs debate first, near-duplicates together.

    Fill in Outcome and Response in the sheet during the call, then bring it back with `tf comments minutes`.

    Example: tf comments agenda ITI-MHD-2026-1 -o agenda.xlsx
    """
    base = open_register(root)
    from build_tools.cli.comments.listing import as_data, place
    from review import api
    from review.register.duplicates import near_duplicates
    from review.register.order import in_order
    from review.sheets.committee import write_committee_sheet

    one = api.period(period)
    open_ = [c for c in api.comments(one) if not WorkState(c.state).is_decided]
    chosen = [c for c in open_ if everything or c.priority != Priority.LOW]
    listed = in_order(chosen, "controversy", api.edition_of(one, base))
    first_of = {c.pk: group[0].pk for group in near_duplicates(listed) for c in group}
    position = {c.pk: index for index, c in enumerate(listed)}
    listed.sort(key=lambda c: (position[first_of.get(c.pk, c.pk)], position[c.pk]))
    if output:
        with errors_of_writing(output):
            write_committee_sheet(output, f"Agenda {one.name}", listed)
    if form == "json":
        print_json([as_data(comment) for comment in listed])
        return
    click.echo(f"Agenda, {one.document} {one.edition}: {len(listed)} comments")
    for number, comment in enumerate(listed, 1):
        again = "   like the one above" if first_of.get(comment.pk, comment.pk) != comment.pk else ""
        click.echo(f"{number}. {comment.name} ({comment.priority or 'no priority'}) {place(comment)}{again}")
        click.echo(f"   {comment.submitter}: {shortened(comment.issue, 100)}")
        if comment.proposal and comment.proposal.outcome:
            click.echo(
                f"   recommended: {comment.proposal.outcome} {shortened(comment.proposal.response, 80)}".rstrip()
            )
    if output:
        click.echo(f"{output} written", err=True)

"""``tf comments duplicates``: comments that say nearly the same."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.comments.session import open_register, period_argument, refusals_are_told
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json, shortened


@click.command()
@period_argument
@format_option
@root_option
@refusals_are_told
def command(period: str, form: str, root: Path | None) -> None:
    """Group comments that say nearly the same; nothing is decided by that.

    Example: tf comments duplicates ITI-MHD-2026-1
    """
    open_register(root)
    from build_tools.cli.comments.listing import place
    from review import api
    from review.register.duplicates import near_duplicates

    groups = near_duplicates(api.comments(api.period(period)))
    if form == "json":
        print_json([[comment.name for comment in group] for group in groups])
        return
    for number, group in enumerate(groups, 1):
        click.echo(f"Group {number}")
        for comment in group:
            click.echo(
                f"  {comment.name}  {place(comment)}  {comment.submitter}: {shortened(comment.issue, 70)}"
            )
    click.echo(f"{len(groups)} groups", err=True)

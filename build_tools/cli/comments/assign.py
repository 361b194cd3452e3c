"""``tf comments assign``: who looks after which comments."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.comments.session import open_register, person, person_options, refusals_are_told
from build_tools.cli.places import root_option


@click.command()
@click.argument("comments", nargs=-1, required=True, metavar="COMMENT...")
@click.option("--to", "assignee", required=True, metavar="NAME", help="Who looks after them.")
@person_options
@root_option
@refusals_are_told
def command(
    comments: tuple[str, ...], assignee: str, by: str, roles: tuple[str, ...], root: Path | None
) -> None:
    """Give comments to somebody to look after.

    Example: tf comments assign ITI-MHD-2026-1-017 ITI-MHD-2026-1-018 --to "Example Editor"
    """
    open_register(root)
    from review import api
    from review.register.people import Action

    found = [api.comment(name) for name in comments]
    for one in found:
        api.act(one, Action.ASSIGN, person(by, roles), {"assignee": assignee})
    click.echo(f"{len(found)} assigned to {assignee}")

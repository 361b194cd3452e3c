"""``tf comments verify``: somebody has looked at what was implemented."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.comments.session import open_register, person, person_options, refusals_are_told
from build_tools.cli.places import root_option


@click.command()
@click.argument("comments", nargs=-1, required=True, metavar="COMMENT...")
@click.option("--why", default="", help="What was looked at.")
@person_options
@root_option
@refusals_are_told
def command(comments: tuple[str, ...], why: str, by: str, roles: tuple[str, ...], root: Path | None) -> None:
    """Confirm that implemented comments are implemented rightly.

    Example: tf comments verify ITI-MHD-2026-1-017 --as member
    """
    open_register(root)
    from review import api
    from review.register.people import Action

    for one in [api.comment(name) for name in comments]:
        api.act(one, Action.VERIFY, person(by, roles), {}, why=why)
    click.echo(f"{len(comments)} verified")

"""``tf comments accept``: what a commenter says to a decision."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.comments.session import open_register, person, person_options, refusals_are_told
from build_tools.cli.places import root_option
from model.comment_period import Acceptance


@click.command()
@click.argument("comments", nargs=-1, required=True, metavar="COMMENT...")
@click.option(
    "--answer",
    required=True,
    type=click.Choice([one.value for one in Acceptance]),
    help="What the commenter says.",
)
@click.option("--why", default="", help="In the commenter's words.")
@person_options
@root_option
@refusals_are_told
def command(
    comments: tuple[str, ...], answer: str, why: str, by: str, roles: tuple[str, ...], root: Path | None
) -> None:
    """Record whether a commenter is satisfied with a decision.

    Example: tf comments accept ITI-MHD-2026-1-017 --answer satisfied
    """
    open_register(root)
    from review import api
    from review.register.people import Action

    for one in [api.comment(name) for name in comments]:
        api.act(one, Action.ACCEPT, person(by, roles), {"acceptance": answer}, why=why)
    click.echo(f"{len(comments)}: {answer}")

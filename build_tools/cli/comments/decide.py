"""``tf comments decide``: a decision or a recommendation on a comment, or a few."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from build_tools.cli.comments.session import open_register, person, person_options, refusals_are_told
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json
from model.comment_period import Authority, Change, Outcome, WorkState


@click.command()
@click.argument("comments", nargs=-1, required=True, metavar="COMMENT...")
@click.option(
    "--outcome", type=click.Choice([one.value for one in Outcome]), default=None, help="What is decided."
)
@click.option("--response", default=None, help="The reason, or the answer to the commenter.")
@click.option(
    "--authority", type=click.Choice([one.value for one in Authority]), default=None, help="[default: editor]"
)
@click.option(
    "--decided-on", default=None, metavar="DAY", help="When the committee decided, such as 2027-02-01."
)
@click.option("--minutes", default=None, metavar="LINK", help="Where the minutes are kept.")
@click.option(
    "--change",
    type=click.Choice([one.value for one in Change]),
    default=None,
    help="What it changes in the text.",
)
@click.option(
    "--changed-at",
    default=None,
    metavar="SECTION",
    help="Where the text changes, if not at the comment's place.",
)
@click.option("--carried-by", default=None, metavar="EDITION", help="The edition or commit with the change.")
@click.option(
    "--refers-to", default=None, metavar="ID", help="The comment it repeats, or where it is deferred to."
)
@click.option("--propose", is_flag=True, help="Only recommend it.")
@click.option("--reopen", is_flag=True, help="Take the decision back; needs --why and the chair.")
@click.option("--why", default="", help="Why a decision is changed.")
@click.option(
    "--revision", type=int, default=None, help="The revision you have seen; refused if it changed since."
)
@person_options
@format_option
@root_option
@refusals_are_told
def command(
    comments: tuple[str, ...],
    propose: bool,
    reopen: bool,
    why: str,
    revision: int | None,
    by: str,
    roles: tuple[str, ...],
    form: str,
    root: Path | None,
    **options: str | None,
) -> None:
    """Decide comments, or recommend a decision with --propose.

    An editor alone decides what is of low priority or editorial; everything else by the committee: give
    --authority committee with --decided-on and --minutes, or be its chair.

    Example: tf comments decide ITI-MHD-2026-1-017 --outcome rejected --response "FHIR requires it"
    """
    open_register(root)
    from review import api
    from review.register.people import Action

    fields: dict[str, Any] = {name: value for name, value in options.items() if value is not None}
    done = []
    for name in comments:
        one = api.comment(name)
        action = _action(one.state, propose, reopen)
        own = {} if action is Action.REOPEN else dict(fields)
        if action is Action.DECIDE:
            own.setdefault("authority", Authority.EDITOR.value)
        elif action is Action.REVISE and one.decision:
            own.setdefault("authority", one.decision.authority)
            own.setdefault("decided_on", one.decision.decided_on)
        done.append(api.act(one, action, person(by, roles), own, why=why, revision=revision))
    if form == "json":
        print_json([{"comment": one.name, "state": one.state, "revision": one.revision} for one in done])
    else:
        for one in done:
            click.echo(f"{one.name}: {one.state}, revision {one.revision}")


def _action(state: str, propose: bool, reopen: bool) -> Any:
    from review.register.people import Action

    if reopen:
        return Action.REOPEN
    if propose:
        return Action.PROPOSE
    return Action.REVISE if WorkState(state).is_decided else Action.DECIDE

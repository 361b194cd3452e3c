"""``tf comments list``: the comments of a period, in the order of the document or by how much is to be said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from build_tools.cli.comments.session import open_register, period_argument, refusals_are_told
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json, print_table, shortened
from model.comment_period import Priority, WorkState

if TYPE_CHECKING:
    from review.register.models import Comment


@click.command()
@period_argument
@click.option(
    "--state",
    type=click.Choice([*(one.value for one in WorkState), "undecided"]),
    default=None,
    help="Only those.",
)
@click.option(
    "--priority", type=click.Choice([one.value for one in Priority]), default=None, help="Only those."
)
@click.option("--assigned-to", default=None, metavar="NAME", help="Only those.")
@click.option("--unplaced", is_flag=True, help="Only those whose location was not found or is in doubt.")
@click.option(
    "--order",
    type=click.Choice(["document", "number", "controversy"]),
    default="document",
    show_default=True,
    help="By place, by number, or what needs debate first.",
)
@format_option
@root_option
@refusals_are_told
def command(
    period: str,
    state: str | None,
    priority: str | None,
    assigned_to: str | None,
    unplaced: bool,
    order: str,
    form: str,
    root: Path | None,
) -> None:
    """List the comments of a period.

    Example: tf comments list ITI-MHD-2026-1 --state undecided --order controversy
    """
    base = open_register(root)
    from review import api
    from review.register.order import in_order

    one = api.period(period)
    tests: Sequence[Callable[[Comment], bool]] = (
        lambda c: state is None or _has_state(c, state),
        lambda c: priority is None or c.priority == priority,
        lambda c: assigned_to is None or c.assignee.casefold() == assigned_to.casefold(),
        lambda c: not unplaced or c.placement in ("unplaced", "doubtful"),
    )
    chosen = [c for c in api.comments(one) if all(test(c) for test in tests)]
    listed = in_order(chosen, order, api.edition_of(one, base))
    if form == "json":
        print_json([as_data(comment) for comment in listed])
        return
    print_table(("Comment", "State", "Priority", "Place", "Submitter", "Outcome", "Issue"), map(_row, listed))
    click.echo(f"{len(listed)} comments", err=True)


def _has_state(comment: Comment, state: str) -> bool:
    return not WorkState(comment.state).is_decided if state == "undecided" else comment.state == state


def _row(comment: Comment) -> tuple[str, ...]:
    found = comment.decision or comment.proposal
    outcome = (
        (f"{found.outcome}" if found.standing == "decided" else f"({found.outcome})")
        if found and found.outcome
        else ""
    )
    return (
        comment.name,
        comment.state,
        comment.priority,
        place(comment),
        shortened(comment.submitter, 20),
        outcome,
        shortened(comment.issue),
    )


def place(comment: Comment) -> str:
    """Where a comment points to, as it was written, with a mark when it was not found."""
    written = " ".join(
        filter(None, (shortened(comment.section, 24), comment.line and f"line {shortened(comment.line, 16)}"))
    )
    mark = {"unplaced": " (not found)", "doubtful": " (in doubt)"}.get(comment.placement, "")
    return f"{written or '-'}{mark}"


def as_data(comment: Comment) -> dict[str, Any]:
    """A comment as plain data, without its e-mail address."""
    from review.register.record import public_comment

    proposal = comment.proposal
    return {
        **public_comment(comment).model_dump(mode="json", exclude_none=True),
        "revision": comment.revision,
        "placement": comment.placement,
        "assigned_to": comment.assignee,
        "recommended": {"outcome": proposal.outcome, "response": proposal.response, "by": proposal.by}
        if proposal
        else None,
        "problems": comment.problems,
    }

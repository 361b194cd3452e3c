"""``tf comments show``: everything about one comment, its history included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.comments.session import open_register, refusals_are_told
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json

if TYPE_CHECKING:
    from review.register.models import Comment, Disposition


@click.command()
@click.argument("comment", metavar="COMMENT")
@format_option
@root_option
@refusals_are_told
def command(comment: str, form: str, root: Path | None) -> None:
    """Show a comment: what was written, where it points to, what is recommended, decided and logged.

    Example: tf comments show ITI-MHD-2026-1-017
    """
    open_register(root)
    from build_tools.cli.comments.listing import as_data
    from review import api

    one = api.comment(comment)
    log = [
        {"at": e.at.isoformat(), "by": e.by, "action": e.action, "old": e.old, "new": e.new, "why": e.why}
        for e in one.log.all()  # type: ignore[attr-defined]  # Django adds it
    ]
    if form == "json":
        print_json({**as_data(one), "received_from": one.email, "cells": one.other_cells, "log": log})
        return
    for head, text in _lines(one):
        if text:
            click.echo(f"{head + ':':<18}{text.replace(chr(10), chr(10) + ' ' * 18)}")
    for entry in log:
        step = " -> ".join(filter(None, (entry["old"], entry["new"])))
        click.echo(f"  {entry['at'][:16]} {entry['by']}: {entry['action']} {step} {entry['why']}".rstrip())


def _lines(one: Comment) -> Iterator[tuple[str, str]]:
    from build_tools.cli.comments.listing import place

    yield "Comment", f"{one.name}, revision {one.revision}"
    yield "State", f"{one.state}, assigned to {one.assignee}" if one.assignee else one.state
    yield "From", ", ".join(filter(None, (one.submitter, one.organization, one.email)))
    yield "Received", f"{one.received_at:%Y-%m-%d} by {one.door}, {one.file} {one.sheet} row {one.row}"
    yield "Place", place(one)
    yield "In the edition", ", ".join((*one.anchors, one.section_number)) if one.anchors else ""
    yield "Text there", one.quoted
    yield "Priority", one.priority
    yield "Issue", one.issue
    yield "Proposed change", one.proposed_change
    yield "Not understood", "; ".join(one.problems)
    yield "Other cells", "\n".join(f"{head}: {text}" for head, text in one.other_cells.items())
    yield "Recommended", _disposition(one.proposal)
    yield "Decided", _disposition(one.decision)


def _disposition(one: Disposition | None) -> str:
    if one is None:
        return ""
    facts = (one.outcome, one.refers_to, one.authority, str(one.decided_on or ""), one.minutes)
    change = one.change if one.change != "none" else ""
    more = (change, one.changed_at, one.carried_by, "" if one.acceptance == "no-answer" else one.acceptance)
    return "\n".join(filter(None, ("; ".join(filter(None, (*facts, *more))), one.response)))

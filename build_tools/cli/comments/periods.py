"""``tf comments periods``: what is, was and will be open."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from build_tools.cli.comments.session import open_register
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json, print_table


@click.command()
@format_option
@root_option
def command(form: str, root: Path | None) -> None:
    """List the comment periods, with how far each has come.

    Example: tf comments periods --format json
    """
    open_register(root)
    from model.comment_period import WorkState
    from review import api

    rows = []
    for period in api.periods():
        states = Counter(comment.state for comment in api.comments(period))
        rows.append(
            {
                "period": period.name,
                "document": period.document,
                "edition": period.edition,
                "opens": period.opens,
                "closes": period.closes,
                "comments": states.total(),
                "undecided": sum(count for state, count in states.items() if not WorkState(state).is_decided),
            }
        )
    if form == "json":
        print_json(rows)
    elif rows:
        print_table([name.capitalize() for name in rows[0]], (tuple(row.values()) for row in rows))
    else:
        click.echo("no comment period is open; `tf comments open` opens one", err=True)

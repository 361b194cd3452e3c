"""A gate as text for people: one line an item, with what shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from build_tools.publish.gates import GateItem


def print_items(items: Iterable[GateItem]) -> None:
    """Print every item with its sign and its evidence."""
    for item in items:
        sign = click.style("✓", fg="green") if item.holds else click.style("✗", fg="red", bold=True)
        mark = " " if item.question.endswith(("?", ")")) else ": "
        click.echo(f"  {sign} {item.question[:1].upper()}{item.question[1:]}{mark}{item.evidence}")

"""How commands print: for people or for machines, as tables or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click

format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)


def print_json(data: Any) -> None:
    """Print plain data for machines."""
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=1, default=str))


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table for people: as wide as its cells, the last column as it comes."""
    lines = [[*heads], *([" ".join(str(cell).split()) for cell in row] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads) - 1)]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        click.echo("  ".join([*cells, line[-1]]).rstrip())


def shortened(text: str, width: int = 60) -> str:
    """The beginning of a text, on one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= width else f"{plain[: width - 1]}…"

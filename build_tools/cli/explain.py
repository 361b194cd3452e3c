"""``tf explain``: what a problem's code means and what to do about it."""

from __future__ import annotations

import click

from build_tools.cli.completed_names import CODES
from build_tools.cli.printing import format_option, print_json


@click.command()
@click.argument("code", required=False, shell_complete=CODES)
@click.option("--list", "show_all", is_flag=True, help="List all codes.")
@format_option
def command(code: str | None, form: str, *, show_all: bool) -> None:
    """Explain a kind of problem by its code.

    Example: tf explain TF204
    """
    from build_tools.checks.catalogue import PROBLEM_KINDS

    if not code and not show_all:
        raise click.UsageError("name a code, such as TF204, or use --list")
    kinds = {kind.code: kind for kind in PROBLEM_KINDS}
    chosen = list(kinds.values()) if show_all else [kinds[c] for c in [(code or "").upper()] if c in kinds]
    if not chosen:
        from build_tools.nearest import did_you_mean

        hint = did_you_mean((code or "").upper(), kinds) or "`tf explain --list` shows all"
        raise click.UsageError(f"there is no code `{code}`; {hint}")
    if form == "json":
        names = ("code", "name", "severity", "section", "text")
        print_json([{name: getattr(k, name) for name in names} for k in chosen])
    elif show_all:
        for kind in chosen:
            click.echo(f"{kind.code}  {kind.severity:<8} {kind.name}")
    else:
        kind = chosen[0]
        click.echo(f"{kind.code} {kind.name} ({kind.severity})\n")
        click.echo(kind.text.strip())
        if kind.section:
            click.echo(f"\nRests on: {kind.section}")

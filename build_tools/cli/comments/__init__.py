"""``tf comments``: the register of public comments, one file a command, each imported only when it is used."""

from __future__ import annotations

import importlib

import click

COMMANDS = {
    "open": "open_period",
    "periods": "periods",
    "form": "form",
    "import": "import_files",
    "list": "listing",
    "show": "show",
    "assign": "assign",
    "decide": "decide",
    "duplicates": "duplicates",
    "agenda": "agenda",
    "minutes": "minutes",
    "sheet": "sheet",
    "places": "places",
    "implement": "implement",
    "verify": "verify",
    "replies": "replies",
    "accept": "accept",
    "record": "record",
    "restore": "restore",
    "dispositions": "dispositions",
}
"""Sub-command -> module in this package, in the order in which a committee needs them."""


class CommentsGroup(click.Group):
    """Looks sub-commands up in :data:`COMMANDS`."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names in the order in which a committee meets them."""
        return [*COMMANDS]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(f"{__name__}.{COMMANDS[cmd_name]}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, with a suggestion for a misspelt one."""
        if not ctx.resilient_parsing and args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from build_tools.nearest import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) or "`tf comments --help` lists the commands"
            raise click.UsageError(f"there is no command `comments {args[0]}`; {hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=CommentsGroup)
def command() -> None:
    """Collect public comments, decide and answer them, and keep the record.

    The register is the file `.tf/register.sqlite3` of the project, or what DATABASE_URL names:
    sqlite:///path/to/file.sqlite3 or postgresql://user@host/name. No server needs to run.

    Example: tf comments import *.xlsx --period ITI-MHD-2026-1
    """

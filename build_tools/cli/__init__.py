"""The ``tf`` command: one file a sub-command, each imported only when it is used."""

from __future__ import annotations

import importlib
import os
import sys

import click

COMMANDS = {
    "check": "check",
    "build": "build",
    "serve": "serve",
    "export": "export",
    "new": "new",
    "rename": "rename",
    "format": "format",
    "show": "show",
    "list": "list",
    "graph": "graph",
    "explain": "explain",
    "where": "where",
    "publish": "publish",
    "status": "status",
    "diff": "diff",
    "verify": "verify",
    "comments": "comments",
    "cp": "cp",
    "schema": "schema",
    "completion": "completion",
}
"""Sub-command -> module in this package; the module's ``command`` is the click command."""


class CommandGroup(click.Group):
    """Looks sub-commands up in :data:`COMMANDS`."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names in the order in which an editor meets them."""
        return [*COMMANDS]  # the sub-command `list` is a module of this package, and so hides the type

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"build_tools.cli.{COMMANDS[cmd_name]}")
        found: click.Command = module.command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, with a suggestion for a misspelt one, except while a shell completes a line."""
        if not ctx.resilient_parsing and args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from build_tools.nearest import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) or "`tf --help` lists the commands"
            raise click.UsageError(f"there is no command `{args[0]}`; {hint}")
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    """Print the version of the package, which a checkout that is not installed does not have."""
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"tf {version('framework-press')}")
    except PackageNotFoundError:
        click.echo("tf, from a folder that is not installed")
    ctx.exit()


@click.command(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
def tf() -> None:
    """Write, check and publish IHE-style Technical Frameworks.

    Exit codes: 0 fine, 1 problems found, 2 wrong use.

    Example: tf check frameworks/iti
    """


def main() -> None:
    """Run ``tf``."""
    if "_TF_COMPLETE" in os.environ:
        importlib.import_module("build_tools.cli.completion")  # it can complete names of several words
    try:
        tf(prog_name="tf")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a folder that must not be written, a full disk: the author's world, not a bug
        file = f"`{error.filename}`: " if error.filename else ""
        click.echo(f"Error: {file}{(error.strerror or str(error)).lower()}", err=True)
        sys.exit(2)

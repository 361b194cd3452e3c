"""A command whose sub-commands are modules, each imported only when it is used."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click


class LazyGroup(click.Group):
    """Looks sub-commands up in a mapping: sub-command -> module of a package, whose ``command`` is the click command."""

    def __init__(self, *, package: str, modules: Mapping[str, str], **attributes: Any) -> None:
        """A group of the modules of a package, in the order in which they are listed."""
        super().__init__(**attributes)
        self._package = package
        self._modules = modules

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names in the order in which people meet them."""
        return list(self._modules)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name."""
        if cmd_name not in self._modules:
            return None
        found: click.Command = importlib.import_module(f"{self._package}.{self._modules[cmd_name]}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, with a suggestion for a misspelt one, except while a shell completes a line."""
        if (
            not ctx.resilient_parsing
            and args
            and args[0] not in self._modules
            and not args[0].startswith("-")
        ):
            from build_tools.nearest import did_you_mean

            hint = did_you_mean(args[0], self._modules) or f"`{ctx.command_path} --help` lists the commands"
            written = " ".join((*ctx.command_path.split()[1:], args[0]))
            raise click.UsageError(f"there is no command `{written}`; {hint}")
        return super().resolve_command(ctx, args)

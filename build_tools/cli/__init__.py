"""The ``tf`` command: one file a sub-command, each imported only when it is used."""

from __future__ import annotations

import importlib
import os
import sys

import click

from build_tools.cli.ending import OWN_PROCESS
from build_tools.cli.lazy_group import LazyGroup
from build_tools.cli.plugins import without_plugins

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


@click.command(
    cls=LazyGroup,
    package=__name__,
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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
    without_plugins()
    try:
        tf(prog_name="tf", obj=OWN_PROCESS)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a folder that must not be written, a full disk: the author's world, not a bug
        file = f"`{error.filename}`: " if error.filename else ""
        click.echo(f"Error: {file}{(error.strerror or str(error)).lower()}", err=True)
        sys.exit(2)

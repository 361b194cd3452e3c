"""``tf comments``: the register of public comments, one file a command, each imported only when it is used."""

from __future__ import annotations

import click

from build_tools.cli.lazy_group import LazyGroup

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


@click.command(cls=LazyGroup, package=__name__, modules=COMMANDS)
def command() -> None:
    """Collect public comments, decide and answer them, and keep the record.

    The register is the file `.tf/register.sqlite3` of the project, or what DATABASE_URL names:
    sqlite:///path/to/file.sqlite3 or postgresql://user@host/name. No server needs to run.

    Example: tf comments import *.xlsx --period ITI-MHD-2026-1
    """

"""What every command about comments shares: the open register, who acts, kind refusals, plain tables."""

from __future__ import annotations

import functools
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec

import click

from build_tools.cli.places import project_root

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from review.register.people import Person

P = ParamSpec("P")

PROBLEMS = 1
"""The exit code when something was refused or not understood."""


def open_register(root: Path | None) -> Path:
    """Connect to the project's register; the project's folder."""
    from review import api

    base = root or project_root()
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{(base / api.DEFAULT_FILE).absolute()}"
    try:
        api.connect(url)
    except api.WrongAddressError as error:
        raise click.UsageError(f"DATABASE_URL: {error}") from error
    except Exception as error:
        from django.core.exceptions import ImproperlyConfigured
        from django.db.utils import DatabaseError

        if isinstance(error, DatabaseError | ImproperlyConfigured | OSError):
            raise click.UsageError(f"the register cannot be opened: {_first_line(error)}") from error
        raise
    return base


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def refusals_are_told(function: Callable[P, None]) -> Callable[P, None]:
    """A refusal of the register is a message and exit code 1; a name that nothing has is wrong use, code 2."""

    @functools.wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        from review.refusals import NotEmptyError, PeriodError, RefusedError, UnreadableEditionError

        try:
            function(*args, **kwargs)
        except PeriodError as error:
            raise click.UsageError(str(error)) from error
        except (RefusedError, NotEmptyError, UnreadableEditionError) as error:
            click.echo(f"refused: {error}", err=True)
            sys.exit(PROBLEMS)

    return told


@contextmanager
def errors_of_writing(file: Path) -> Iterator[None]:
    """A file that cannot be written is wrong use, without a traceback."""
    try:
        yield
    except OSError as error:
        raise click.UsageError(f"{file} cannot be written: {error.strerror}") from error


format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)


def person_options(function: Callable[P, None]) -> Callable[P, None]:
    """``--by`` and ``--as``: who acts, and in which role."""
    by = click.option(
        "--by",
        envvar="TF_BY",
        default=getpass.getuser,
        show_default="your login",
        help="Who acts; TF_BY too.",
    )
    roles = click.option(
        "--as",
        "roles",
        multiple=True,
        envvar="TF_ROLE",
        default=("editor",),
        show_default=True,
        type=click.Choice(["editor", "member", "chair", "submitter"]),
        help="In which role; TF_ROLE too.",
    )
    return by(roles(function))


def person(by: str, roles: Sequence[str]) -> Person:
    """Who acts."""
    from review.register.people import Person, Role

    return Person(by, frozenset(Role(role) for role in roles))


def print_json(data: Any) -> None:
    """Print plain data for machines."""
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


def _complete(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    from review import api

    try:
        open_register(ctx.params.get("root"))
        names = [one.name for one in api.periods()]
    except (click.ClickException, OSError):
        return []
    return [CompletionItem(name) for name in names if name.casefold().startswith(typed.casefold())]


period_argument = click.argument("period", metavar="PERIOD", shell_complete=_complete)

"""What every command about comments shares: the open register, who acts, kind refusals, files that are written."""

from __future__ import annotations

import functools
import getpass
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

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


def output_option(default: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """``-o``: the file to write, which is called like ``default`` if nobody says otherwise."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        help=f"Where to write it [default: {default}].",
    )

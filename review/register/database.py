"""Tables that are there and up to date before anybody asks, whoever comes first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.utils import DatabaseError

_NEWEST = max(file.stem for file in (Path(__file__).parent / "migrations").glob("0*.py"))
_LOCK_NUMBER = 7_303_014_281  # any number, as long as it is always the same


def prepare() -> None:
    """Make or update the tables; two programs that start at once do it one after the other."""
    if _is_current():
        return
    with _alone():
        if not _is_current():
            call_command("migrate", verbosity=0, interactive=False)


def _is_current() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations WHERE app = 'register' AND name = %s", [_NEWEST])
            return cursor.fetchone() is not None
    except DatabaseError:
        return False


@contextmanager
def _alone() -> Iterator[None]:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK_NUMBER])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK_NUMBER])
        return
    name = str(connection.settings_dict["NAME"])
    with nullcontext() if "memory" in name else _locked(Path(f"{name}.lock")):
        yield


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    import fcntl

    with file.open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield

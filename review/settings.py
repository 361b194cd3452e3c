"""Where the register is kept: Django's settings, made in one place from ``DATABASE_URL``."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import django
from django.conf import settings
from django.db import connections

from review.refusals import WrongAddressError

DEFAULT_FILE = Path(".tf") / "register.sqlite3"
"""The register of a project that names no database, from the project's folder."""

_WAIT_SECONDS = 60
"""How long a writer waits for another one."""


def connect(url: str) -> None:
    """Let the register live at this address; what was open before is closed."""
    database = _database(url)
    if not settings.configured:
        settings.configure(
            DATABASES={"default": database},
            INSTALLED_APPS=["review.register"],
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
            USE_TZ=True,
            TIME_ZONE="UTC",
            SECRET_KEY="unused: the register signs nothing",  # noqa: S106
        )
        django.setup()
        return
    connections.close_all()
    connections.databases["default"] = connections.configure_settings({"default": database})["default"]
    with suppress(AttributeError):  # nothing was open
        del connections["default"]


def _database(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.netloc + parts.path))
    if parts.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    raise WrongAddressError(
        f"`{url}` is no address of a register; write sqlite:///path/to/file.sqlite3 or postgresql://user@host/name"
    )


def _sqlite(path: str) -> dict[str, Any]:
    """``sqlite:///x`` is the file ``x`` from here, ``sqlite:////x`` the file ``/x``."""
    if path == "/:memory:":
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    file = Path(path.removeprefix("/"))
    if not file.name:
        raise WrongAddressError("the address `sqlite:///` names no file")
    file.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "timeout": _WAIT_SECONDS,
            "transaction_mode": "IMMEDIATE",  # two writers queue up; neither fails half-way
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }

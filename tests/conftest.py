"""Sites that many tests look at. Each is built once a run, by whichever worker asks for it first."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from build_tools.sphinx_ext.build import BuildReport
from tests.site.faulty import add_mistakes
from tests.site.project import build, new_project, tf

# The same examples in every run, and no verdict by the clock: a test fails for what it finds, not for a busy machine.
settings.register_profile(
    "press", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("press")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of this project, with its full-text index; ``../build.txt`` holds what the build said."""

    def make(folder: Path) -> None:
        jobs = str(os.cpu_count() or 1)
        done = tf(["build", "--output", folder / "site", "--jobs", jobs])
        assert done.returncode in (0, 1), done.stderr
        (folder / "build.txt").write_text(done.stdout + done.stderr, encoding="utf-8")

    return _once(tmp_path_factory, "real", make) / "site"


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the framework in miniature, see ``tests/site/tiny/README.md``; ``../build.txt`` as above."""

    def make(folder: Path) -> None:
        _keep(build(new_project(folder)), folder)

    return _once(tmp_path_factory, "tiny", make) / "site"


@pytest.fixture(scope="session")
def faulty_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature with every mistake of ``tests/site/faulty.py``, built as a draft; ``../build.txt`` as above."""

    def make(folder: Path) -> None:
        project = new_project(folder)
        add_mistakes(project)
        _keep(build(project), folder)

    return _once(tmp_path_factory, "faulty", make) / "site"


def _keep(report: BuildReport, folder: Path) -> None:
    lines = "".join(f"{problem}\n" for problem in report.problems)
    (folder / "build.txt").write_text(lines, encoding="utf-8")


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that all workers of a run share, filled by the first one while the others wait."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / f"{name}.done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            (shared / f"{name}.done").touch()
    return folder

"""``tf build``: the site, what was said on the way, and how it ended."""

from __future__ import annotations

from pathlib import Path

from tests.site.faulty import MISTAKES, add_mistakes
from tests.site.project import new_project, tf


def test_a_sound_project(tmp_path: Path) -> None:
    """The site is built into ``build/site`` of the project; the command says where, and ends with 0."""
    project = new_project(tmp_path / "project")
    done = tf(["build", "--no-search"], project)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    site = project / "build/site"
    assert f"{len(list(site.rglob('*.html')))} pages in {site}" in done.stderr


def test_a_draft(tmp_path: Path) -> None:
    """A project with errors is built as a draft; each problem is printed, and the command ends with 1."""
    project = new_project(tmp_path / "project")
    add_mistakes(project)
    done = tf(["build", "--no-search", "--output", project / "out"], project)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == len(MISTAKES)
    assert "as a draft, because it has errors" in done.stderr
    assert (project / "out/index.html").is_file()
    assert "Traceback" not in done.stderr


def test_an_unknown_framework(tmp_path: Path) -> None:
    """A framework that does not exist is wrong use; those that exist are named."""
    project = new_project(tmp_path / "project")
    done = tf(["build", "--no-search", "--framework", "nosuch"], project)
    assert done.returncode == 2
    assert "there is no framework `nosuch`; known are `documents`, `imaging`" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_project(tmp_path: Path) -> None:
    """A project without a YAML file has nothing to build; that is said, without a traceback."""
    project = new_project(tmp_path / "project")
    for file in sorted((project / "frameworks").rglob("*.yaml")):
        file.unlink()
    done = tf(["build", "--no-search"], project)
    assert done.returncode == 2
    assert "nothing to build" in done.stderr
    assert "Traceback" not in done.stderr

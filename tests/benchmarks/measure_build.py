"""A cold ``tf build`` against MkDocs on as many pages of the same content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.commands import ROOT, Command, medians
from tests.benchmarks.figure import Figure
from tests.benchmarks.mkdocs_project import MkDocsProject

GOAL = 1.5


def measure(folder: Path) -> Iterator[Figure]:
    """Whole processes, HTML of all pages, nothing kept from an earlier run."""
    mkdocs = MkDocsProject(ROOT, folder / "mkdocs")
    tf = build_command(ROOT, folder / "site")
    found = medians(
        {
            "tf build": tf.seconds,
            "tf build --no-search": build_command(ROOT, folder / "site", "--no-search").seconds,
            "mkdocs build": mkdocs.command().seconds,
            "mkdocs build, short menu": mkdocs.command("short_menu.yml").seconds,
        }
    )
    pages = page_count(folder / "site")
    yield Figure("pages of the site", pages, "pages")
    for name, seconds in found.items():
        yield Figure(f"{name}, cold", seconds, "s")
    yield Figure("build: tf build / mkdocs build", found["tf build"] / found["mkdocs build"], "x", GOAL)
    short = found["tf build"] / found["mkdocs build, short menu"]
    yield Figure("build: tf build / mkdocs build with a menu of two pages", short, "x", GOAL)
    yield Figure("peak memory of tf build", tf.peak_megabytes(), "MB")
    yield Figure("peak memory of mkdocs build", mkdocs.command().peak_megabytes(), "MB")


def build_command(project: Path, output: Path, *options: str) -> Command:
    """A cold ``tf build`` of a project into a folder."""
    arguments = ("build_tools.cli", "build", "--root", str(project), "-o", str(output), *options)
    return Command(arguments, fresh=(output, output.with_name(f"{output.name}.cache")))


def page_count(output: Path) -> int:
    """How many pages a built site has."""
    return sum(1 for _ in output.rglob("*.html"))

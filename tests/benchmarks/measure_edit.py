"""One changed line under ``tf serve``, against a build by Sphinx in which nothing changed."""

from __future__ import annotations

import itertools
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.commands import Command, medians
from tests.benchmarks.figure import Figure
from tests.benchmarks.project_copy import copy_project

GOAL = 0.5
_EDITED = "frameworks/iti/profiles/xds-b.yaml"
_LINE = re.compile(r"^capsule: (?:\|\n +)?", re.MULTILINE)
_PAGE = "ITI/TF/Volume1/ch-10.html"
_UNTIL_WATCHING = 1.0
"""Seconds from the server's address to the first look at the files."""
_BETWEEN_EDITS = 0.5


def measure(folder: Path) -> Iterator[Figure]:
    """From saving the file until its page is written, the watcher's own delay included."""
    project = copy_project(folder / "project")
    edit = _Edit(project, folder / "preview")
    try:
        found = medians({"edit": edit.seconds, "no change": _sphinx(project, folder / "site").seconds})
    finally:
        edit.end()
    yield Figure("edit of one line, from saving to the rewritten page", found["edit"], "s")
    yield Figure("sphinx-build of the same site, nothing changed", found["no change"], "s")
    ratio = found["edit"] / found["no change"]
    yield Figure("edit: saved to rewritten / no-change sphinx-build", ratio, "x", GOAL)


class _Edit:
    """A running ``tf serve`` under which one line of a profile is changed again and again."""

    def __init__(self, project: Path, output: Path) -> None:
        self._file = project / _EDITED
        self._page = output / _PAGE
        self._text = self._file.read_text(encoding="utf-8")
        self._numbers = itertools.count(1)
        arguments = ("build_tools.cli", "serve", "--port", "0", "--root", str(project), "-o", str(output))
        self._server = Command(arguments).start(subprocess.PIPE)
        assert self._server.stdout
        while not self._server.stdout.readline().startswith(b"http"):
            assert self._server.poll() is None, "`tf serve` does not start"
        time.sleep(_UNTIL_WATCHING)

    def seconds(self) -> float:
        """Save the file and wait until the page is written."""
        mark = f"Edit {next(self._numbers)}. "
        started = time.perf_counter()
        self._file.write_text(_LINE.sub(rf"\g<0>{mark}", self._text, count=1), encoding="utf-8")
        self._wait_for(mark)
        taken = time.perf_counter() - started
        time.sleep(_BETWEEN_EDITS)
        return taken

    def _wait_for(self, mark: str) -> None:
        """Wait until the page has the mark in it."""
        last = time.perf_counter() + 120
        while mark not in self._page.read_text(encoding="utf-8"):
            if time.perf_counter() > last or self._server.poll() is not None:
                raise RuntimeError(f"`tf serve` did not write {_PAGE}")
            time.sleep(0.002)

    def end(self) -> None:
        """Stop the server."""
        self._server.terminate()
        self._server.wait()


def _sphinx(project: Path, output: Path) -> Command:
    """``sphinx-build`` of the site without its full-text index, which the preview has not either."""
    cache = output.with_name("cache")
    options = ("-b", "tf", "-q", "-c", str(project), "-d", str(cache), "-D", "tf_full_text_search=0")
    return Command(("sphinx", *options, str(project / "frameworks"), str(output)))

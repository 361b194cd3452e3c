"""Where the time of a cold build goes: one process, the full-text index included."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from build_tools.sphinx_ext import build, builder, page_template, site_parts
from tests.benchmarks.commands import ROOT, Command, medians
from tests.benchmarks.figure import Figure

PARTS = (
    ("load", build, "load"),
    ("check", build, "check"),
    ("blocks of all pages", builder, "site"),
    ("diagrams", site_parts, "draw"),
    ("Sphinx: configuration, extensions, environment", build, "make_app"),
    ("Sphinx: reading", builder.SiteBuilder, "read"),
    ("fingerprints", site_parts.SiteParts, "fingerprint"),
    ("nodes", builder.PageNodes, "build"),
    ("HTML of the nodes", builder.SiteBuilder, "_html"),
    ("templates", page_template.PageTemplate, "render"),
    ("page files", Path, "write_text"),
    ("files beside the pages", builder, "write_site_files"),
    ("full-text index", builder, "write_full_text_index"),
)
"""The parts of a build, each with the module or class and the name of the function in which it is done."""


def measure(folder: Path) -> Iterator[Figure]:
    """Seconds of each part; the rest is what Sphinx does around it."""
    imports = Command(("timeit", "-n1", "-r1", "import build_tools.sphinx_ext.build, build_tools.sphinx_ext"))
    start = medians({"start": imports.seconds})["start"]
    yield Figure("spent: process start and imports", start, "s")
    stopwatch = Stopwatch()
    started = time.perf_counter()
    with ExitStack() as patches:
        for part, owner, name in PARTS:
            patches.enter_context(patch.object(owner, name, stopwatch.watched(part, getattr(owner, name))))
        _build(folder / "site")
    whole = time.perf_counter() - started
    for part, seconds in stopwatch.seconds.items():
        yield Figure(f"spent: {part}", seconds, "s")
    yield Figure("spent: the rest", whole - sum(stopwatch.seconds.values()), "s")


def _build(output: Path) -> None:
    build.build_site(ROOT, output, build.BuildSettings())


class Stopwatch:
    """Adds up the time inside functions, without the time inside other watched functions."""

    def __init__(self) -> None:
        """Nothing is measured yet."""
        self.seconds = {part: 0.0 for part, _, _ in PARTS}
        self._inner = [0.0]

    def watched(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed under a part's name."""

        @functools.wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            started = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                whole = time.perf_counter() - started
                self.seconds[part] += whole - self._inner.pop()
                self._inner[-1] += whole

        return timed

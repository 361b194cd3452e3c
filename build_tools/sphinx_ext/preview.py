"""The preview: a site kept in memory, of which a change rewrites only the pages that it changes."""

from __future__ import annotations

import gc
import io
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.docutils import docutils_namespace, patch_docutils
from watchfiles import watch

from build_tools.checks import CheckedFramework, check
from build_tools.garbage import without_collecting
from build_tools.loading import FileCache, load
from build_tools.problems import Problem
from build_tools.sphinx_ext.build import BuildSettings, make_app

if TYPE_CHECKING:
    from build_tools.sphinx_ext.builder import SiteBuilder

_DEBOUNCE = 30
"""Milliseconds to wait for further changes; editors write a file in several steps."""


@dataclass(frozen=True)
class Update:
    """What one round of the preview did."""

    addresses: tuple[str, ...]
    """The pages that were written."""
    problems: tuple[Problem, ...]
    new_problems: tuple[Problem, ...]
    """Those that were not there before."""
    seconds: float

    @property
    def pages(self) -> int:
        """How many pages were written."""
        return len(self.addresses)

    @property
    def summary(self) -> str:
        """``no problems`` or how many."""
        count = len(self.problems)
        return "no problems" if not count else f"{count} problem{'s' if count > 1 else ''}"


class Preview:
    """Builds a project's site as a draft and keeps it up to date."""

    def __init__(self, root: Path, output: Path) -> None:
        """A preview of the project in ``root``, written into ``output``."""
        self._root = root
        self._frameworks = root / "frameworks"
        self._output = output
        self._cache = FileCache()
        self._problems: tuple[Problem, ...] = ()
        self._builder: SiteBuilder | None = None
        self._lock = threading.Lock()
        """Held while pages or PDFs are made: the server asks for PDFs from threads of its own."""

    def build(self) -> Update:
        """Build everything that is out of date."""
        started = time.monotonic()
        checked = self._check()
        with docutils_namespace(), patch_docutils(str(self._root)):
            app = make_app(
                self._root,
                self._output,
                (None, io.StringIO()),
                BuildSettings(draft=True, full_text_search=False, line_numbers=True, chapter_pdfs=True),
            )
            self._builder = app.builder  # type: ignore[assignment]
            assert self._builder is not None
            self._builder.use(checked)
            app.build()
        gc.freeze()  # what is kept until the end needs no search for garbage in it
        return self._update(started, tuple(page.address for page in self._builder.site.all_pages()))

    @property
    def checked(self) -> CheckedFramework:
        """What the pages were made from last."""
        assert self._builder is not None
        return self._builder.site.checked

    def refresh(self) -> Iterator[Update]:
        """Take in what changed on disk and write the pages that it changes, those that were edited first."""
        started = time.monotonic()
        assert self._builder is not None
        with without_collecting():
            rewritten = self._builder.rewrite(self._check())
            for number, written in enumerate(iter(lambda: self._next(rewritten), None)):
                if written or number == 0:
                    yield self._update(started, written)

    def _next(self, rewritten: Iterator[tuple[str, ...]]) -> tuple[str, ...] | None:
        """What is written next, or None at the end."""
        with self._lock:
            return next(rewritten, None)

    def pdf(self, address: str) -> Path | None:
        """Make the PDF at an address as the pages are now; None when there is none to be made."""
        assert self._builder is not None
        with self._lock, without_collecting():
            return self._builder.pdfs.write_one(address)

    def watch(self) -> Iterator[Update]:
        """Refresh whenever a file of the frameworks or the theme changes; ends on an interrupt."""
        for _ in watch(
            self._frameworks, self._root / "themes", debounce=1600, step=_DEBOUNCE, raise_interrupt=True
        ):
            yield from self.refresh()

    def _check(self) -> CheckedFramework:
        return check(load(self._frameworks, self._cache), self._frameworks)

    def _update(self, started: float, addresses: tuple[str, ...]) -> Update:
        assert self._builder is not None
        before, self._problems = self._problems, self._builder.site.checked.open_problems
        new = tuple(problem for problem in self._problems if problem not in before)
        return Update(addresses, self._problems, new, time.monotonic() - started)

"""On which page of a draft each problem is shown: where the entity is printed in which it was found."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from build_tools.document import Page, Site
from build_tools.document.site import GENERAL_FILES
from build_tools.loading import Origin
from build_tools.problems import Problem

_LAST_LINE = sys.maxsize
_FIRST_PAGE = f"frameworks/{GENERAL_FILES['domains']}"

Lines = tuple[int, int, str]
"""First and last line of an entity in a file, and the address of the page that prints it."""


class PageProblems:
    """The open problems of a site by the address of the page that shows them."""

    def __init__(self, site: Site) -> None:
        """Give each problem to its pages."""
        self._site = site
        self._printed: dict[str, list[Lines]] = {}
        self._first: dict[str, str] = {}
        for page in site.all_pages():
            self._first.setdefault(page.source, page.address)
            for path, lines in self._lines(page):
                self._printed.setdefault(path, []).append(lines)
        self._found: dict[str, list[Problem]] = {}
        for problem in site.checked.open_problems:
            for address in self._pages_for(problem):
                self._found.setdefault(address, []).append(problem)

    def of(self, page: Page) -> tuple[Problem, ...]:
        """The problems that a page shows, by place."""
        return tuple(self._found.get(page.address, ()))

    def _lines(self, page: Page) -> Iterator[tuple[str, Lines]]:
        for key in page.keys:
            origin = self._site.checked.sources.origins.get(key)
            if origin:
                yield origin.path, (*_span(origin), page.address)
                mine = (i for i in origin.inserted_files if i.path[: len(origin.prefix)] == origin.prefix)
                for inserted in mine:
                    yield inserted.printed, (1, _LAST_LINE, page.address)

    def _pages_for(self, problem: Problem) -> list[str]:
        """The pages of the entity; else the first page made from the file; else that of the domain, or of the site."""
        path, line = problem.where.path, problem.where.line
        found = [address for first, last, address in self._printed.get(path, ()) if first <= line <= last]
        if found:
            return list(dict.fromkeys(found))
        domain = f"{'/'.join(path.split('/')[:2])}/framework.yaml"
        near = (self._first.get(source) for source in (path, domain, _FIRST_PAGE))
        return [next(address for address in near if address)]


def _span(origin: Origin) -> tuple[int, int]:
    """The first and last line of an entity in its file."""
    if not origin.prefix:
        return 1, _LAST_LINE
    *above, index = origin.prefix
    assert isinstance(index, int)
    first = origin.source.where(origin.prefix).line
    after = origin.source.where((*above, index + 1)).line
    return first, after - 1 if after > first else _LAST_LINE

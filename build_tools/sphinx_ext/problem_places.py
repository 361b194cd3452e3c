"""Where on the pages of a draft each problem is: the place that is made from its line, or from the nearest one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from docutils import nodes

from build_tools.document import Page
from build_tools.pdf.marks import Mark
from build_tools.pdf.source_places import SourcePlaces
from build_tools.pdf.written_lines import tokens
from build_tools.problems import Problem, Where
from build_tools.sphinx_ext.block_nodes import PageNodes
from build_tools.sphinx_ext.page_anchors import PageAnchor, PageAnchors
from build_tools.sphinx_ext.page_prose import ProseMeans, seen_from
from build_tools.sphinx_ext.site_parts import SiteParts

_DOUBTS = {
    "paragraph": 0.1,
    "row": 0.1,
    "issue": 0.1,
    "table": 0.2,
    "section": 0.3,
    "title": 0.3,
    "figure": 0.4,
}
"""How many lines it counts against a place that it is generated; a row says most exactly what a line holds."""
_FAR = 3.0
"""How many lines count against a place that is generated and not like its line, as phrases of ours are."""

_Written = tuple[Where, float, str]
"""Where a place was written, how much that is in doubt, and the id of the place."""


class _Place(NamedTuple):
    """A place of a page, and how many lines it is away from a problem."""

    distance: float
    page: str
    id: str


class ProblemPlaces:
    """Finds the places of a site's problems; pages that several problems ask for are looked through once."""

    def __init__(self, parts: SiteParts, means: ProseMeans) -> None:
        """Places on the pages that are made of these parts."""
        self._parts = parts
        self._means = replace(means, warn=lambda *_: None)  # pages give their warnings when they are written
        checked = parts.site.checked
        self._texts = {origin.path: origin.source.text for origin in checked.sources.origins.values()}
        self._sources = SourcePlaces(checked, lambda path: self._texts.get(path, ""))
        self._beside: dict[str, list[Page]] = {}
        for page in parts.site.all_pages():
            if not page.keys:
                self._beside.setdefault(page.source, []).append(page)
        self._lines: dict[str, list[_Written]] = {}

    def links(
        self, page: Page, found: list[nodes.Node], anchors: Iterable[PageAnchor]
    ) -> Mapping[Problem, str]:
        """For each problem of a page the address of its place, as seen from the page, whose nodes are made.

        On pages that nobody cites, the places get their ids only for the sake of a problem.
        """
        problems = self._parts.problems.of(page)
        if not problems:
            return {}
        if page.address not in self._lines:
            self._lines[page.address] = self._written(page, anchors or PageAnchors(page, found))
        places = {problem: self._nearest(problem, page) for problem in problems}
        return {
            problem: seen_from(page.address, f"{place.page}#{place.id}")
            for problem, place in places.items()
            if place
        }

    def _nearest(self, problem: Problem, page: Page) -> _Place | None:
        """The nearest place on the page; else on one without an entity of its own, such as the contents of a volume."""
        best = self._on(problem, page)
        for other in self._beside.get(page.source, ()):
            if best and best.distance < 1:
                break
            place = self._on(problem, other) if other.address != page.address else None
            best = place if place and (not best or place.distance < best.distance) else best
        return best

    def _on(self, problem: Problem, page: Page) -> _Place | None:
        """The nearest place on one page: that of the same line, else rather one above than one below."""
        if page.address not in self._lines:
            self._lines[page.address] = self._written(page, self._anchors(page))
        places: list[_Place] = []
        for where, doubt, id_ in self._lines[page.address]:
            if where.path == problem.where.path:
                away = problem.where.line - where.line
                places.append(_Place((away if away >= 0 else _FAR * -away) + doubt, page.address, id_))
        return min(places, key=lambda place: place.distance, default=None)

    def _anchors(self, page: Page) -> Iterable[PageAnchor]:
        """The places of a page that is not the one being written."""
        self._parts.draw([page])
        made = PageNodes(page, self._parts.diagrams, self._means, self._parts.known(page))
        made.build()
        return made.anchors

    def _written(self, page: Page, anchors: Iterable[PageAnchor]) -> list[_Written]:
        """Where everything on a page was written."""
        found = []
        for anchor in anchors:
            where = self._sources.where(Mark(anchor.piece(page), 0))
            found.append((where, 0.0 if anchor.prose else self._doubt(where, anchor), anchor.id))
        return found

    def _doubt(self, where: Where, anchor: PageAnchor) -> float:
        """How much is against a generated place."""
        lines = self._texts.get(where.path, "").split("\n")
        line = lines[where.line - 1] if where.line <= len(lines) else ""
        written, printed = set(tokens(line)), set(tokens(anchor.text))
        is_alike = printed <= written if anchor.kind == "paragraph" else bool(printed & written)
        return _DOUBTS[anchor.kind] if is_alike else _FAR

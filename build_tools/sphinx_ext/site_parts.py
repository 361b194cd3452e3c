"""Everything that shows on the pages of one site. Where a part of a page differs, the page is written again."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from build_tools.diagrams import Diagram, DiagramRequest, draw
from build_tools.document import Page, Site
from build_tools.document.links import ProseLink
from build_tools.outline.anchors import KnownPlace
from build_tools.problems import Problem
from build_tools.sphinx_ext.page_parts import figures, texts
from build_tools.sphinx_ext.page_problems import PageProblems
from build_tools.sphinx_ext.page_template import PageTemplate
from model.entity import Key


class SiteParts:
    """What a site's pages are made of: their own content, and what other files decide of them."""

    def __init__(
        self,
        site: Site,
        template: PageTemplate,
        images: Mapping[str, Path],
        layouts: Path,
        published: Mapping[str, tuple[KnownPlace, ...]] = MappingProxyType({}),
    ) -> None:
        """Parts of a site; ``images`` by address; ``layouts`` is the folder where Graphviz's layouts are kept.

        ``published`` holds the places of the newest editions, which keep their ids.
        """
        self._published = published
        self.site = site
        self.template = template
        self.images = images
        self.diagrams: dict[DiagramRequest, Diagram] = {}
        self._layouts = layouts
        self._lead: dict[str, list[list[ProseLink]]] = {}
        self.problems = PageProblems(site)

    def frame(self, page: Page, places: Mapping[Problem, str] = MappingProxyType({})) -> dict[str, Any]:
        """Everything that is printed around the text of a page; in a draft, the problems of what it prints.

        ``places`` are the addresses to which problems lead.
        """
        return self.template.frame(page, [(p, places.get(p, "")) for p in self.problems.of(page)])

    def known(self, page: Page) -> tuple[KnownPlace, ...]:
        """The places of a page that were published last."""
        return self._published.get(page.scope, ())

    def content(self, page: Page) -> tuple[object, ...]:
        """What the page's own files and the theme decide."""
        return (page, self.frame(page), self.template.look)

    def draw(self, pages: Iterable[Page]) -> None:
        """Draw the figures of these pages, all in one run of Graphviz."""
        wanted = [f for page in pages for f in figures(page.blocks) if f not in self.diagrams]
        self.diagrams |= draw(self.site.linker.framework, wanted, self._href, self._layouts)

    def _href(self, key: Key) -> str | None:
        """An address in a diagram, seen from the site's root; each page puts its own way before it."""
        address = self.site.linker.places.page(key)
        return f"tf:{address}" if address else None

    def surroundings(self, page: Page) -> tuple[object, ...]:
        """What other files decide: figures, which are drawn already, where prose leads, which images there are."""
        drawn = [self.diagrams[request].svg for request in figures(page.blocks)]
        written = [text.text for text in texts(page.blocks) if "](" in text.text]
        shown = sorted(self.images) if any("![" in text for text in written) else []
        pages = self._addresses if any(".html" in text for text in written) else []
        return (drawn, self._leads(page), shown, pages, self.known(page))

    @cached_property
    def _addresses(self) -> list[str]:
        return sorted(page.address for page in self.site.all_pages())

    def _leads(self, page: Page) -> list[list[ProseLink]]:
        """Where the citations in each text of the page lead."""
        if page.address not in self._lead:
            in_prose = self.site.linker.in_prose
            self._lead[page.address] = [
                in_prose(text.text, *page.citations_in(text), page.address) for text in texts(page.blocks)
            ]
        return self._lead[page.address]

    def fingerprint(self, page: Page) -> str:
        """A digest of everything that shows on a page, whose figures are drawn already."""
        return hashlib.sha256(pickle.dumps((self.content(page), self.surroundings(page)))).hexdigest()

"""Nodes -> a whole HTML page, through the theme's template."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from build_tools.document import Page
from build_tools.document.home_page import DISCLAIMER, SITE_NAME
from build_tools.outline.addresses import GENERAL_CONTENTS, GUIDES, HOME, domain_page
from build_tools.problems import Problem
from model.framework import Framework

_SHARED = {
    "actors": "Actors",
    "general": "General Introduction",
    "guides": "Guides",
    "CP": "Change Proposals",
}
"""The titles of navigation lists that are no volume's; that of change proposals has the domain before it."""


class Theme:
    """The templates in a folder, each compiled once."""

    def __init__(self, folder: Path) -> None:
        """The theme kept in a folder."""
        self.folder = folder
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )

    def render(self, template: str, **context: Any) -> str:
        """A whole page."""
        return self._environment.get_template(template).render(**context)

    @property
    def look(self) -> str:
        """A digest of all that is alike on all pages: the templates, and the code that prints pages."""
        files = (*sorted(self.folder.glob("*.html")), *sorted(Path(__file__).parent.glob("*.py")))
        return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


class PageTemplate:
    """Renders the pages of one framework in a theme."""

    def __init__(
        self, theme: Theme, framework: Framework, download: Callable[[Page], str], *, draft: bool
    ) -> None:
        """Pages in a theme; ``draft`` pages show their problems; ``download`` tells where a page's PDF is."""
        self._download = download
        self.look = theme.look
        self._theme = theme
        self._framework = framework
        self._draft = draft
        self._menu = [{"title": "Home", "address": HOME}]
        self._menu += [
            {"title": p.code, "address": domain_page(p.code)} for p in framework.domains if p.domain
        ]
        self._menu += [{"title": "General Introduction", "address": GENERAL_CONTENTS}]
        self._menu += [{"title": "Guides", "address": GUIDES}]

    def render(self, frame: dict[str, Any], body: str, sections: list[dict[str, object]]) -> str:
        """A page's HTML: its text in its frame."""
        return self._theme.render("page.html", **frame, body=body, sections=sections)

    def frame(self, page: Page, problems: Sequence[tuple[Problem, str]]) -> dict[str, Any]:
        """Everything that is printed around the text of a page; each problem has the address of its place, or none."""
        root = "../" * page.address.count("/")
        return {
            "site": {"name": SITE_NAME, "disclaimer": DISCLAIMER},
            "root": root,
            "static": f"{root}_static/",
            "menu": self._menu,
            "page": self._about(page),
            "breadcrumbs": [{"title": c.title, "address": c.address} for c in page.crumbs],
            "previous": page.previous,
            "next": page.next,
            "nav_id": page.nav,
            "problems": [_problem(problem, place) for problem, place in problems] if self._draft else [],
            "draft": self._draft,
            "pdf": self._download(page),
            "history": page.history,
        }

    def _about(self, page: Page) -> dict[str, Any]:
        part = self._framework.by_code(page.domain) if page.domain else None
        domain = part.domain if part else None
        volume = next((v for v in domain.volumes if v.volume == page.volume), None) if domain else None
        revision = domain.revision if domain and volume else None
        dated = f", {revision.date}" if revision and revision.date else ""
        return {
            "address": page.address,
            "title": page.title,
            "kind": page.kind,
            "source": page.source,
            "description": page.description.replace("\n", " "),
            "citation": page.citation,
            "domain": page.domain,
            "domain_name": domain.name if domain else "",
            "volume": page.volume,
            "volume_title": f"Volume {volume.volume}: {volume.title}"
            if volume
            else _SHARED.get(page.nav.removeprefix(f"{page.domain}-"), ""),
            "stage": page.stage,
            "stage_label": page.stage.replace("-", " ").title(),
            "revision": f"Facts as of revision {revision.revision}{dated}" if revision else "",
        }


def _problem(problem: Problem, address: str) -> dict[str, str]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "place": str(problem.where),
        "address": address,
    }

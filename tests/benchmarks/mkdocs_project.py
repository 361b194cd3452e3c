"""The same site for MkDocs: as many pages with the same text, tables, links and drawings, as Markdown files."""

from __future__ import annotations

from pathlib import Path

from build_tools.checks import check
from build_tools.diagrams import draw
from build_tools.document import site
from build_tools.loading import load
from build_tools.sphinx_ext.page_parts import figures
from tests.benchmarks.commands import Command
from tests.benchmarks.markdown_pages import MarkdownPage, image_path

_SETTINGS = "site_name: Framework Press\n"
_SHORT_MENU = "nav: [index.md, {code}/index.md]\n"


class MkDocsProject:
    """A project of MkDocs in a folder, made from the frameworks of a project of ours."""

    def __init__(self, project: Path, folder: Path) -> None:
        """Write the Markdown and image files."""
        self._folder = folder
        frameworks = project / "frameworks"
        made = site(check(load(frameworks), frameworks))
        wanted = [request for page in made.all_pages() for request in figures(page.blocks)]
        diagrams = draw(made.linker.framework, wanted, lambda _key: None)
        for page in made.all_pages():
            text = MarkdownPage(page, made.linker, diagrams).text()
            _write(folder / "docs" / f"{page.address.removesuffix('.html')}.md", text)
        for request, diagram in diagrams.items():
            _write(folder / "docs" / image_path(request), diagram.svg)
        _write(folder / "mkdocs.yml", _SETTINGS)
        code = made.linker.framework.domains[-1].code
        _write(folder / "short_menu.yml", _SETTINGS + _SHORT_MENU.format(code=code))

    def command(self, settings: str = "mkdocs.yml") -> Command:
        """Build the site afresh, with one of the two files of settings.

        ``mkdocs.yml`` sets nothing but the title: MkDocs then lists all pages on every page. With
        ``short_menu.yml`` it lists two, which is less than the site it is compared with offers, but faster.
        """
        out = self._folder / "out"
        arguments = ("mkdocs", "build", "-q", "-f", str(self._folder / settings), "-d", str(out))
        return Command(arguments, fresh=(out,))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")

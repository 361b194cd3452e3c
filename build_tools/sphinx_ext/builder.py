"""The builder of the site: a YAML file is one Sphinx document and one or more pages at IHE's addresses."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Iterator, Set
from functools import cached_property
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import Reporter
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging
from sphinx.writers.html import HTMLWriter

from build_tools.checks import CheckedFramework, check
from build_tools.diagrams import Diagram, DiagramRequest, draw
from build_tools.document import Page, Site, site
from build_tools.document.blocks import Prose
from build_tools.loading import load
from build_tools.problems import Problem
from build_tools.sphinx_ext.block_nodes import Means, PageNodes
from build_tools.sphinx_ext.html_translator import SiteTranslator
from build_tools.sphinx_ext.images import image_address, images
from build_tools.sphinx_ext.page_parts import figures, texts
from build_tools.sphinx_ext.page_template import PageTemplate
from build_tools.sphinx_ext.prose import ProseReader
from build_tools.sphinx_ext.prose_sections import contents
from build_tools.sphinx_ext.site_files import remove_former_pages, write_full_text_index, write_site_files
from model.entity import Key

logger = logging.getLogger(__name__)
_FINGERPRINTS = "pages.json"


class SiteBuilder(StandaloneHTMLBuilder):
    """Writes the site into the output folder."""

    name = "tf"
    format = "html"
    epilog = "The site is in %(outdir)s."
    allow_parallel = True
    default_translator_class = SiteTranslator
    search = False
    copysource = False

    def init(self) -> None:
        """Load, check and lay out the frameworks."""
        super().init()
        self._theme = Path(self.confdir) / "themes" / "ihe"
        self._reader = ProseReader()
        self._reporter = Reporter("", Reporter.WARNING_LEVEL, Reporter.SEVERE_LEVEL, stream=False)

    def use(self, checked: CheckedFramework) -> None:
        """Take a framework that is loaded and checked already."""
        for made in ("site", "diagrams", "_images", "_means", "_template", "_problems_by_path"):
            self.__dict__.pop(made, None)
        self.site = site(checked)

    @cached_property
    def site(self) -> Site:
        """The pages of everything under the source folder."""
        root = Path(self.srcdir)
        return site(check(load(root), root))

    @cached_property
    def diagrams(self) -> dict[DiagramRequest, Diagram]:
        """Every figure of the site."""
        wanted = [request for page in self.site.all_pages() for request in figures(page.blocks)]
        return draw(self.site.linker.framework, wanted, self._href, Path(self.doctreedir) / "diagrams")

    @cached_property
    def _images(self) -> dict[str, Path]:
        """The file of every image of the frameworks by its address."""
        return images(Path(self.srcdir))

    def _href(self, key: Key) -> str | None:
        """An address in a diagram, seen from the site's root; each page puts its own way before it."""
        address = self.site.linker.places.page(key)
        return f"tf:{address}" if address else None

    @cached_property
    def _means(self) -> Means:
        return Means(self.site.linker, self.diagrams, self._reader, self._warn, self._image)

    @cached_property
    def _template(self) -> PageTemplate:
        return PageTemplate(self._theme, self.site.linker.framework, draft=self.config.tf_draft)

    def pages_of(self, docname: str) -> tuple[Page, ...]:
        """The pages made from one document."""
        return self.site.pages.get(f"{docname}.yaml", ())

    # --- what is out of date ---------------------------------------------------------------------------------

    def get_outdated_docs(self) -> Iterator[str]:
        """Documents whose pages differ from those printed last, whichever file made the difference."""
        known = self._printed_before()
        for docname in sorted(self.env.found_docs):
            if any(known.get(page.address) != self._fingerprint(page) for page in self.pages_of(docname)):
                yield docname

    def _printed_before(self) -> dict[str, str]:
        file = Path(self.doctreedir) / _FINGERPRINTS
        try:
            known: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {address: mark for address, mark in known.items() if (Path(self.outdir) / address).is_file()}

    @cached_property
    def _look(self) -> bytes:
        """What all pages depend on: the theme's templates, the code that prints pages, and the settings."""
        files = (*sorted(self._theme.glob("*.html")), *sorted(Path(__file__).parent.glob("*.py")))
        return b"".join(file.read_bytes() for file in files) + repr(self.config.tf_draft).encode()

    def _made_of(self, page: Page) -> tuple[object, ...]:
        """Everything that shows on a page: its blocks, where its prose leads, figures, images, problems, its frame."""
        prose = list(texts(page.blocks))
        leads = [
            self.site.linker.in_prose(t.text, page.domain, page.volume or "1", page.address) for t in prose
        ]
        shown = sorted(self._images) if any("![" in text.text for text in prose) else []
        drawn = [self.diagrams[request].svg for request in figures(page.blocks)]
        return (page, leads, drawn, shown, self._problems(page), self._template.frame(page))

    def _fingerprint(self, page: Page) -> str:
        return hashlib.sha256(pickle.dumps(self._made_of(page)) + self._look).hexdigest()

    # --- writing ---------------------------------------------------------------------------------------------

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Make once what every page needs, before the work is shared between processes."""
        self.docwriter = HTMLWriter(self)
        self.docsettings: Any = get_default_settings(self.docwriter)
        _ = self.site, self.diagrams, self._template

    def copy_assets(self) -> None:
        """Nothing: the theme's files are written at the end."""

    def write_doc(self, docname: str, _doctree: nodes.document) -> None:
        """Write every page of a document."""
        for page in self.pages_of(docname):
            self.write_page(page)

    def write_page(self, page: Page) -> None:
        """Write one page."""
        found = PageNodes(page, self._means).build()
        text = self._template.render(page, self._html(found), contents(found), self._problems(page))
        file = Path(self.outdir) / page.address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def rewrite(self, checked: CheckedFramework) -> tuple[str, ...]:
        """Take a changed framework and write the pages that differ; their addresses."""
        before = {page.address: self._made_of(page) for page in self.site.all_pages()}
        self.use(checked)
        changed = [page for page in self.site.all_pages() if self._made_of(page) != before.get(page.address)]
        for page in changed:
            self.write_page(page)
        self._write_beside()
        return tuple(page.address for page in changed)

    def _write_beside(self) -> None:
        """Write the files that pages load, and remove the pages that the site no longer has."""
        out = Path(self.outdir)
        write_site_files(self.site, self._theme, self._images, out)
        remove_former_pages({page.address for page in self.site.all_pages()}, out)

    def write_doc_serialized(self, docname: str, doctree: nodes.document) -> None:
        """Nothing: there is no search index to feed."""

    def _html(self, found: list[nodes.Node]) -> str:
        document = nodes.document(self.docsettings, self._reporter)
        document.extend(found)
        translator: SiteTranslator = self.create_translator(document, self)  # type: ignore[assignment]
        document.walkabout(translator)
        return "".join(translator.body)

    def _warn(self, prose: Prose, line: int, text: str) -> None:
        offset = sum(len(part) for part in prose.text.splitlines(keepends=True)[: line - 1])
        where = self.site.checked.sources.where_in_prose(prose.key, prose.path, prose.text, offset)
        logger.warning("%s", text, location=f"{where.path}:{where.line}")

    def _image(self, prose: Prose, name: str) -> str | None:
        """The address of an image in prose, or None when there is no such image."""
        source = self.site.checked.sources.where_in_prose(prose.key, prose.path, prose.text, 0).path
        address = image_address(source, name)
        return address if address in self._images else None

    @cached_property
    def _problems_by_path(self) -> dict[str, list[Problem]]:
        found: dict[str, list[Problem]] = {}
        for problem in self.site.checked.problems:
            if not problem.accepted:
                found.setdefault(problem.where.path, []).append(problem)
        return found

    def _problems(self, page: Page) -> tuple[Problem, ...]:
        """The problems a draft page shows: those of its file, on pages of their own entity."""
        if not self.config.tf_draft or page.kind in ("actor", "stub"):
            return ()
        return tuple(self._problems_by_path.get(page.source, ()))

    def finish(self) -> None:
        """Write the files beside the pages, index the text and remember what was printed."""
        self._write_beside()
        if self.config.tf_full_text_search and (fault := write_full_text_index(Path(self.outdir))):
            logger.warning("the full-text index could not be made: %s", fault)
        marks = {page.address: self._fingerprint(page) for page in self.site.all_pages()}
        (Path(self.doctreedir) / _FINGERPRINTS).write_text(
            json.dumps(marks, indent=0, sort_keys=True), encoding="utf-8"
        )

    def get_target_uri(self, docname: str, _typ: str | None = None) -> str:
        """The address of a document's first page."""
        pages = self.pages_of(docname)
        return pages[0].address if pages else f"{docname}.html"

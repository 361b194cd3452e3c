"""The builder of the site: all frameworks together become the pages at IHE's addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import Reporter
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging
from sphinx.util.parallel import ParallelTasks
from sphinx.writers.html import HTMLWriter

from build_tools.checks import CheckedFramework, check
from build_tools.document import Page, Site, site
from build_tools.document.blocks import Prose
from build_tools.loading import load
from build_tools.outline.addresses import HOME
from build_tools.outline.published import Publications
from build_tools.pdf.printer import PrintFolders
from build_tools.sphinx_ext.block_nodes import PageNodes
from build_tools.sphinx_ext.edition_files import put_editions
from build_tools.sphinx_ext.html_translator import SiteTranslator
from build_tools.sphinx_ext.images import image_address, images
from build_tools.sphinx_ext.page_prose import ProseMeans
from build_tools.sphinx_ext.page_template import PageTemplate, Theme
from build_tools.sphinx_ext.pdf_files import PdfFiles, PdfMeans, download
from build_tools.sphinx_ext.problem_places import ProblemPlaces
from build_tools.sphinx_ext.prose import ProseReader
from build_tools.sphinx_ext.prose_sections import contents
from build_tools.sphinx_ext.site_files import remove_former_pages, write_site_files
from build_tools.sphinx_ext.site_parts import SiteParts
from build_tools.sphinx_ext.written_pages import index_text, remember, written_before

logger = logging.getLogger(__name__)


class SiteBuilder(StandaloneHTMLBuilder):
    """Writes the site into the output folder."""

    name = "tf"
    format = "html"
    epilog = "The site is in %(outdir)s."
    allow_parallel = True
    default_translator_class = SiteTranslator
    search = False
    copysource = False
    documents = 0
    """How many PDFs there are, once they are made."""
    folder = ""
    """The folder of the only domain whose pages are written, such as ``iti``; empty for all."""
    profile = ""
    """The only profile that is printed as a PDF; empty for all documents."""

    def init(self) -> None:
        """Set up once what every page needs."""
        super().init()
        self._theme = Theme(Path(self.confdir) / "themes" / "ihe")
        self._reader = ProseReader()
        self._reporter = Reporter("", Reporter.WARNING_LEVEL, Reporter.SEVERE_LEVEL, stream=False)

    def use(self, checked: CheckedFramework) -> None:
        """Take a framework that is loaded and checked already."""
        for made in ("_parts", "_means", "_problem_places", "pdfs"):
            self.__dict__.pop(made, None)
        self.site = site(checked, self._publications.editions)

    @cached_property
    def site(self) -> Site:
        """The pages of everything under the source folder."""
        root = Path(self.srcdir)
        return site(check(load(root), root), self._publications.editions)

    @cached_property
    def _parts(self) -> SiteParts:
        template = PageTemplate(
            self._theme, self.site.linker.framework, self._download, draft=self.config.tf_draft
        )
        layouts = Path(self.doctreedir) / "diagrams"
        return SiteParts(self.site, template, images(Path(self.srcdir)), layouts, self._publications.places)

    @cached_property
    def _publications(self) -> Publications:
        return Publications(Path(self.srcdir).parent)

    def _download(self, page: Page) -> str:
        """The address of a page's PDF; empty when no PDFs are made."""
        if "pdf" not in self.config.tf_formats and not self.config.tf_chapter_pdfs:
            return ""
        return download(self.site, page, alone=self.config.tf_chapter_pdfs)

    @cached_property
    def _means(self) -> ProseMeans:
        addresses = frozenset(page.address for page in self.site.all_pages())
        return ProseMeans(self.site.linker, self._reader, self._warn, self._image, addresses)

    @cached_property
    def _problem_places(self) -> ProblemPlaces:
        return ProblemPlaces(self._parts, self._means)

    # --- a build: the pages that differ from those printed last -----------------------------------------------

    def get_outdated_docs(self) -> str:  # type: ignore[override]
        """Which pages are out of date is seen page by page, whichever file made the difference."""
        return "pages that differ from those printed last"

    def prepare_writing(self, _docnames: AbstractSet[str]) -> None:
        """Make once what every page needs, before the work is shared between processes."""
        self.docwriter = HTMLWriter(self)
        self.docsettings: Any = get_default_settings(self.docwriter)
        self.docsettings.stylesheet_path = []  # the theme has its own; docutils would look for two on each page
        self._before = written_before(self._remembered, Path(self.outdir))
        _ = self._means

    def copy_assets(self) -> None:
        """Nothing: the theme's files are written at the end."""

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        """Deal the pages out to all processes, this one included; each writes those that are out of date."""
        self._printed = dict(self._before)
        if "html" not in self.config.tf_formats:
            return
        pages = [page for page in self.site.all_pages() if self._is_wanted(page)]
        processes = self._app.parallel if self.parallel_ok else 1
        tasks = ParallelTasks(processes)
        for start in range(1, processes):
            tasks.add_task(
                self._write_outdated, pages[start::processes], lambda _, marks: self._printed.update(marks)
            )
        self._printed.update(self._write_outdated(pages[::processes], progress=True))
        tasks.join()

    def _is_wanted(self, page: Page) -> bool:
        return not self.folder or page.source.startswith(f"{Path(self.srcdir).name}/{self.folder}/")

    def _write_outdated(self, pages: Sequence[Page], *, progress: bool = False) -> dict[str, str]:
        """Write those of the pages that show something else than what was printed; the fingerprint of each page."""
        self._parts.draw(pages)
        marks: dict[str, str] = {}
        for number, page in enumerate(pages, 1):
            marks[page.address] = self._parts.fingerprint(page)
            if marks[page.address] != self._before.get(page.address):
                self.write_page(page)
            if progress:
                logger.info("\rwriting output... [%3d%%]", 100 * number // len(pages), nonl=True)
        return marks

    @property
    def _remembered(self) -> Path:
        return Path(self.doctreedir) / "pages.json"

    def finish(self) -> None:
        """Write the files beside the pages, index the text, remember what was printed, and make the PDFs."""
        if "html" in self.config.tf_formats:
            self._finish_pages()
        if "pdf" in self.config.tf_formats:
            part = next((p for p in self.site.linker.framework.domains if p.folder == self.folder), None)
            self.documents = self.pdfs.write(part.code if part else "", self.profile)

    def _finish_pages(self) -> None:
        self._write_beside()
        if self.config.tf_full_text_search:
            addresses = [page.address for page in self.site.all_pages()]
            if fault := index_text(Path(self.outdir), addresses, self._printed):
                logger.warning("the full-text index could not be made: %s", fault)
        remember(self._remembered, self._printed)

    def _write_beside(self) -> None:
        """Write the files that pages load, and remove the pages that the site no longer has."""
        out = Path(self.outdir)
        write_site_files(self.site, self._theme.folder, self._parts.images, out)
        remove_former_pages({page.address for page in self.site.all_pages()}, out)
        put_editions(self._publications.editions, out)

    # --- the preview: the pages that a change makes different --------------------------------------------------

    def rewrite(self, checked: CheckedFramework) -> Iterator[tuple[str, ...]]:
        """Take a changed framework and write the pages that differ; twice the addresses of those written.

        First come the pages whose own content changed, so that who edits them need not wait; then those of which
        other files decide something: a drawing, or where a citation leads.
        """
        before, known = self._parts, {page.address: page for page in self.site.all_pages()}
        self.use(checked)
        after, pages = self._parts, {page.address: page for page in self.site.all_pages()}

        def is_same(page: Page) -> bool:
            former = known.get(page.address)
            return former is not None and after.content(page) == before.content(former)

        yield self._write([page for page in pages.values() if not is_same(page)], pages)
        self._write_beside()
        after.draw(pages.values())
        others = [p for p in pages.values() if after.surroundings(p) != before.surroundings(p)]
        yield self._write(others, pages)

    def _write(self, wanted: Sequence[Page], waiting: dict[str, Page]) -> tuple[str, ...]:
        """Write pages, which wait no longer then; their addresses."""
        self._parts.draw(wanted)
        for page in wanted:
            self.write_page(page)
            del waiting[page.address]
        return tuple(page.address for page in wanted)

    # --- one page --------------------------------------------------------------------------------------------

    def write_page(self, page: Page) -> None:
        """Write one page, whose figures are drawn already."""
        made = PageNodes(page, self._parts.diagrams, self._means, self._parts.known(page))
        found = made.build()
        places = self._problem_places.links(page, found, made.anchors) if self.config.tf_draft else {}
        text = self._parts.template.render(
            self._parts.frame(page, places), self._html(found), contents(found)
        )
        file = Path(self.outdir) / page.address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _html(self, found: list[nodes.Node]) -> str:
        document = nodes.document(self.docsettings, self._reporter)
        document.extend(found)
        translator: SiteTranslator = self.create_translator(document, self)  # type: ignore[assignment]
        translator.walk(document)
        return "".join(translator.body)

    def _warn(self, prose: Prose, line: int, text: str) -> None:
        offset = sum(len(part) for part in prose.text.splitlines(keepends=True)[: line - 1])
        where = self.site.checked.sources.where_in_prose(prose.key, prose.path, prose.text, offset)
        logger.warning("%s", text, location=f"{where.path}:{where.line}")

    def _warn_of_print(self, prose: Prose | None, source: str, line: int, text: str) -> None:
        if prose is not None:
            self._warn(prose, line, text)
        else:
            logger.warning("%s", text, location=f"{source}:{line}")

    @cached_property
    def pdfs(self) -> PdfFiles:
        """The PDFs of the site."""
        cache = Path(self.doctreedir) / "pdf"
        look = self._theme.folder / "print.typ"
        folders = PrintFolders(Path(self.srcdir).parent, Path(self.outdir), cache, look)
        means = PdfMeans(self._parts, self._means, self._warn_of_print, folders, self.config.tf_line_numbers)
        return PdfFiles(self.site, means)

    def _image(self, prose: Prose, name: str) -> str | None:
        """The address of an image in prose, or None when there is no such image."""
        source = self.site.checked.sources.where_in_prose(prose.key, prose.path, prose.text, 0).path
        address = image_address(source, name)
        return address if address in self._parts.images else None

    def get_target_uri(self, _docname: str, _typ: str | None = None) -> str:
        """The first page, for the one document that Sphinx knows."""
        return HOME

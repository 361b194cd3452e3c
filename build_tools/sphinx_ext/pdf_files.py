"""The PDFs beside the pages: made of the same nodes, so that both say the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from docutils import nodes

from build_tools.document import Page, Site
from build_tools.document.blocks import Prose, Section
from build_tools.pdf import PrintedDocument, printed_documents, printed_page, printed_profile
from build_tools.pdf.links import label_of
from build_tools.pdf.printed_documents import pdf_address
from build_tools.pdf.printer import Printer, PrintFolders
from build_tools.pdf.source import Press
from build_tools.sphinx_ext.block_nodes import PageNodes
from build_tools.sphinx_ext.page_prose import ProseMeans
from build_tools.sphinx_ext.site_parts import SiteParts

Warn = Callable[[Prose | None, str, int, str], None]
"""Takes a warning: the text it is in or None, the file, the line from 1, and what is wrong."""


@dataclass(frozen=True)
class PdfMeans:
    """What the PDFs of a site are made with."""

    parts: SiteParts
    prose: ProseMeans
    warn: Warn
    folders: PrintFolders
    numbered: bool
    """Whether lines are numbered, and mapped to where they were written."""


class PdfFiles:
    """Prints the documents of one site."""

    def __init__(self, site: Site, means: PdfMeans) -> None:
        """The PDFs of a site."""
        self._site = site
        self._means = means
        # the pages as HTML say what is wrong with their prose; said twice it would be two problems
        self._prose = replace(means.prose, warn=lambda *_: None)
        press = Press(
            site.linker.framework, self._nodes, means.parts.images, means.warn, numbered=means.numbered
        )
        self._printer = Printer(site.checked, press, means.folders)

    def write(self, domain: str = "", profile: str = "") -> int:
        """Print all documents, those of a domain, or one profile; how many there are."""
        documents = self._documents(domain, profile)
        self._means.parts.draw(page for document in documents for page in document.pages)
        written = self._printer.print(documents)
        if not (domain or profile):
            self._printer.remove_former(written)
        return len(written)

    def print(self, documents: Sequence[PrintedDocument]) -> None:
        """Print these documents."""
        self._means.parts.draw(page for document in documents for page in document.pages)
        self._printer.print(documents)

    def write_one(self, address: str) -> Path | None:
        """Print the document at an address, a chapter alone too; None when there is no such document."""
        documents = {document.address: document for document in self._documents("", "")}
        document = documents.get(address) or printed_page(self._site, address)
        if document is None:
            return None
        self._means.parts.draw(document.pages)
        self._printer.print([document])
        file = self._means.folders.output / address
        return file if file.is_file() else None

    def _documents(self, domain: str, profile: str) -> list[PrintedDocument]:
        if profile:
            found = printed_profile(self._site, profile)
            return [found] if found else []
        documents = printed_documents(self._site)
        return [
            document for document in documents if document.address.startswith(f"{domain}/" if domain else "")
        ]

    def _nodes(self, page: Page) -> list[nodes.Node]:
        parts = self._means.parts
        return PageNodes(page, parts.diagrams, self._prose, parts.known(page)).build()


def download(site: Site, page: Page, *, alone: bool) -> str:
    """Where a page's PDF is, seen from the site's root: its document, at its place there.

    With ``alone`` it is a PDF of the page only, as the preview makes them.
    """
    address = pdf_address(site, page)
    first = next((block for block in page.blocks if isinstance(block, Section)), None)
    if (
        not address
        or first is None
        or page.kind == "contents"
        or (page.kind == "chapter" and not page.volume)
    ):
        return address
    if alone and page.kind != "general":
        return f"{page.address.removesuffix('.html')}.pdf"
    return f"{address}#nameddest={quote(label_of(f'{page.address}#{first.anchor}'))}"

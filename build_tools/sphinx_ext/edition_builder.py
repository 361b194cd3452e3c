"""The builder of an edition: the pages of one document, which stand alone, and its PDF."""

from __future__ import annotations

import gc
import io
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import docutils_namespace, patch_docutils

from build_tools.checks import CheckedFramework
from build_tools.document import Page
from build_tools.document.home_page import DISCLAIMER, SITE_NAME
from build_tools.pdf import PrintedDocument
from build_tools.pdf.printer import PrintFolders
from build_tools.sphinx_ext.block_nodes import PageNodes
from build_tools.sphinx_ext.build import BuildSettings, make_app
from build_tools.sphinx_ext.builder import SiteBuilder
from build_tools.sphinx_ext.html_nodes import diagram
from build_tools.sphinx_ext.page_anchors import PageAnchor
from build_tools.sphinx_ext.pdf_files import PdfFiles, PdfMeans
from build_tools.sphinx_ext.prose_sections import contents

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(r'href="(?!https?:|mailto:|#)([^"]*)"')
PageAnchors = Sequence[tuple[Page, PageAnchor]]
"""Every place of a document, with its page, in reading order."""


@dataclass(frozen=True)
class EditionOrder:
    """What an edition shows, and how."""

    printed: PrintedDocument
    """The document as it is printed; its address is the place of the PDF on the site."""
    frame: Mapping[str, Any]
    """What the template prints of the edition: see ``themes/ihe/README.md``."""
    numbered: bool
    """Whether the lines of the PDF are numbered and mapped."""
    more: Callable[[PageAnchors], Sequence[PrintedDocument]] = lambda _anchors: ()
    pdf: bool = True
    """Whether the PDFs are made."""
    """Makes documents of the edition's own places, such as the list of what changed."""


@dataclass
class EditionPages:
    """What came of an order."""

    anchors: list[tuple[Page, PageAnchor]] = field(default_factory=list)
    warnings: str = ""


class EditionBuilder(SiteBuilder):
    """Writes the pages of one document below ``html/``, and its PDF beside them."""

    name = "tf-edition"
    order: EditionOrder
    made: EditionPages

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        """Write every page of the document, then what is made of its places."""
        pages = tuple(self.order.printed.pages)
        self._parts.draw(pages)
        for page in pages:
            self.made.anchors += [(page, anchor) for anchor in self._write_in_frame(page)]
        self._documents = [self.order.printed, *self.order.more(self.made.anchors)]
        for document in self._documents[1:]:
            for page in document.pages:
                self._write_in_frame(page)

    def finish(self) -> None:
        """Write what the pages load, and print the documents."""
        static = self._theme.folder / "static"
        files = {f"_static/{f.relative_to(static).as_posix()}": f for f in static.rglob("*") if f.is_file()}
        files |= self._parts.images
        written = "".join(file.read_text("utf-8") for file in sorted(self._html_folder.rglob("*.html")))
        for address in sorted(address for address in files if f'{address}"' in written):
            target = self._html_folder / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(files[address].read_bytes())
        if self.order.pdf:
            self._print()

    @property
    def _html_folder(self) -> Path:
        return Path(self.outdir) / "html"

    def _print(self) -> None:
        """Print the documents as they stand on the site, and put them beside the pages."""
        printed, cache = Path(self.doctreedir) / "printed", Path(self.doctreedir) / "pdf"
        look = self._theme.folder / "print.typ"
        folders = PrintFolders(Path(self.srcdir).parent, printed, cache, look)
        for documents, numbered in ((self._documents[:1], self.order.numbered), (self._documents[1:], False)):
            means = PdfMeans(self._parts, self._means, self._warn_of_print, folders, numbered)
            PdfFiles(self.site, means).print(documents)
        for file in sorted(file for file in printed.rglob("*") if file.is_file()):
            file.rename(Path(self.outdir) / file.name)

    def _write_in_frame(self, page: Page) -> Iterator[PageAnchor]:
        made = PageNodes(page, self._parts.diagrams, self._means, self._parts.known(page))
        found = made.build()
        self._lead_outside(page, found)
        root = "../" * page.address.count("/")
        text = self._theme.render(
            "edition.html",
            root=root,
            static=f"{root}_static/",
            page={"title": page.title, "address": page.address, "kind": page.kind},
            edition=self.order.frame,
            site={"name": SITE_NAME, "disclaimer": DISCLAIMER},
            sections=contents(found),
            body=self._html(found),
        )
        file = self._html_folder / page.address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return iter(made.anchors)

    def _lead_outside(self, page: Page, found: list[nodes.Node]) -> None:
        """Links to pages that are not in the edition lead to the site that holds it."""
        folder = posixpath.dirname(page.address)

        def seen(uri: str) -> str:
            path, mark, fragment = uri.partition("#")
            address = posixpath.normpath(posixpath.join(folder, path))
            if not path or address in self._inside or address.startswith("_images/"):
                return uri
            return f"{'../' * page.address.count('/')}{self.order.frame['up']}{address}{mark}{fragment}"

        for node in found:
            for link in node.findall(nodes.reference):
                uri = link.get("refuri", "")
                if uri and not uri.startswith(("http:", "https:", "mailto:", "#")):
                    link["refuri"] = seen(uri)
            for figure in node.findall(diagram):
                figure["svg"] = _ADDRESS.sub(lambda link: f'href="{seen(link[1])}"', figure["svg"])

    @property
    def _inside(self) -> frozenset[str]:
        return frozenset(entry["address"] for entry in self.order.frame["pages"])


def write_edition(root: Path, output: Path, checked: CheckedFramework, order: EditionOrder) -> EditionPages:
    """Write the pages and the PDF of a document into a folder; its places, and what Sphinx warned of."""
    warnings = io.StringIO()
    made = EditionPages()
    with docutils_namespace(), patch_docutils(str(root)):
        app = make_app(
            root, output, (None, warnings), BuildSettings(builder="tf-edition", full_text_search=False)
        )
        builder = app.builder
        assert isinstance(builder, EditionBuilder)
        builder.order, builder.made = order, made
        builder.use(checked)
        app.build()
    gc.collect()
    made.warnings = warnings.getvalue()
    return made

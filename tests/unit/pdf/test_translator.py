"""Every node has a method; what has none is a fault, never a silent loss."""

from __future__ import annotations

import inspect

import pytest
from docutils import nodes

from build_tools.document import Page
from build_tools.pdf.figures import Figures
from build_tools.pdf.translator import Translator, label_of, resolved
from build_tools.sphinx_ext import html_nodes
from build_tools.sphinx_ext.html_translator import SiteTranslator

PAGE = Page(
    "DOC/TF/Volume1/ch-3.html", "A Page", "chapter", (), source="frameworks/documents/profiles/a.yaml"
)


def translator(*, marked: bool = False) -> Translator:
    """A translator without images that lets no problem pass."""

    def report(*problem: object) -> None:
        raise AssertionError(problem)

    return Translator("DOC/TF", Figures({}), report, marked=marked)


def test_every_node_of_the_site_can_be_printed() -> None:
    """Each node for which the site has HTML of its own, and each that it adds to docutils, has a method."""
    own = {
        name
        for name, one in vars(html_nodes).items()
        if inspect.isclass(one) and issubclass(one, nodes.Element)
    }
    visited = {name.removeprefix("visit_") for name in vars(SiteTranslator) if name.startswith("visit_")}
    parts_of_tables = {"tgroup", "colspec", "thead", "tbody", "row", "entry"}
    for name in (own | visited) - parts_of_tables:
        assert hasattr(Translator, f"write_{name}"), name


def test_an_unknown_node_is_a_fault() -> None:
    """A node without a method ends the build."""
    with pytest.raises(NotImplementedError, match="sidebar"):
        translator().page(PAGE, [nodes.sidebar()], 1)
    with pytest.raises(NotImplementedError, match="<b>"):
        translator().page(PAGE, [nodes.paragraph("", "", nodes.raw("", "<b>", format="html"))], 1)


def test_links() -> None:
    """A link leads into the document when its target is there, else to the page on the site."""
    to = translator()
    section = nodes.section("", nodes.title("", "One", number="3.1"), ids=["3.1"])
    inside = nodes.reference("", "Section 3.1", refuri="#3.1")
    outside = nodes.reference("", "X", refuri="../../../DOC/TF/Volume2/DOC-1.html#a")
    text = to.page(PAGE, [section, nodes.paragraph("", "", inside, outside)], 1)
    found = resolved(text, to.labels)
    assert "#cite-to(<ch-3:3.1>)[Section 3\\.1];" in found
    assert '#link("Volume2/DOC-1.html#a")[X];' in found


def test_addresses_are_printed() -> None:
    """The address of a link out of the site stands behind its words, unless it is them."""
    named = nodes.reference("", "here", refuri="https://example.org/")
    bare = nodes.reference("", "https://example.org/", refuri="https://example.org/")
    text = translator().page(PAGE, [nodes.paragraph("", "", named, bare)], 1)
    assert text.count("#address[") == 1


def test_marks_lead_to_the_words_that_follow() -> None:
    """The first and the last word of a paragraph have a mark, and some between them."""
    to = translator(marked=True)
    words = [f"word{n}" for n in range(20)]
    to.page(PAGE, [nodes.paragraph("", " ".join(words))], 1)
    assert [mark.words[0] for mark in to.marks] == ["word0", "word8", "word16", "word19"]
    assert {mark.piece.address for mark in to.marks} == {PAGE.address}


def test_labels_differ() -> None:
    """Pages of one name in different folders have labels of their own."""
    assert label_of("ITI/TF/Volume1/ch-10.html#10.4") == "ch-10:10.4"
    assert label_of("ITI/MHD/index.html") != label_of("ITI/IUA/index.html")

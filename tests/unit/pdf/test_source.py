"""The source of a document: its contents, its chapters and its data."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from docutils import nodes

from build_tools.document import Page
from build_tools.pdf import PrintedDocument, PrintedPart
from build_tools.pdf.source import Press, TypstSource, typst_source
from build_tools.pdf.trouble import Trouble
from model.framework import Framework


def page(number: int, kind: str = "chapter") -> Page:
    """An empty page."""
    return Page(f"DOC/TF/Volume1/ch-{number}.html", f"Chapter {number}", kind, (), source="a.yaml")


def source(pages: Iterable[Page], sections: int) -> TypstSource:
    """The source of a document whose pages have so many sections below their heading."""

    def make_nodes(one: Page) -> list[nodes.Node]:
        inner = [nodes.section("", nodes.title("", f"S{n}"), ids=[f"s{n}"]) for n in range(sections)]
        return [nodes.section("", nodes.title("", one.title), *inner, ids=["c"])]

    press = Press(Framework(domains=()), make_nodes, {}, lambda *_: None, numbered=False)
    document = PrintedDocument(
        "DOC/TF/DOC-TF-1.pdf", "DOC/TF-1", ("A", "B"), "A", parts=(PrintedPart(tuple(pages)),)
    )
    return typst_source(press, document, Trouble())


@pytest.mark.parametrize(("sections", "depth"), [(3, 3), (60, 1)])
def test_contents_fit_on_a_few_pages(sections: int, depth: int) -> None:
    """The contents show as many levels as fit on a few pages, and the chapters always."""
    assert f"depth: {depth}," in source(map(page, range(10)), sections).text


def test_chapters_follow_each_other() -> None:
    """The first chapter begins on a new page, the others where there is room; stubs are kept whole."""
    text = source([page(1), page(2), page(3, "stub")], 1).text
    assert text.count("#pagebreak") == 1
    assert text.count("#chapter-break(1)") == 1
    assert text.index("Chapter 1") < text.index("#chapter-break") < text.index("Chapter 2")
    assert text.count("#stub[") == 1


def test_data_of_the_document() -> None:
    """What is attached names the document."""
    assert json.loads(source([page(1)], 1).files["model.json"]) == {"document": "DOC/TF-1"}

"""Every node has a method; what has none is a fault, never a silent loss."""

from __future__ import annotations

import inspect

import pytest
from docutils import nodes

from build_tools.document import Page
from build_tools.pdf.figures import Figures
from build_tools.pdf.links import label_of, resolved
from build_tools.pdf.translator import WRITERS, Translator
from build_tools.sphinx_ext import html_nodes
from build_tools.sphinx_ext.html_translator import SiteTranslator
from model.entity import Key

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
        assert name in WRITERS, name


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


def test_what_a_supplement_changes() -> None:
    """An editor instruction stands in a box; inserted words are bold and underlined, deleted ones bold and struck out."""
    inserted = nodes.inline("", "shall", classes=["inserted"])
    deleted = nodes.inline("", "may", classes=["deleted"])
    told = nodes.paragraph("", "Amend Section 3.1 as follows", classes=["instruction"])
    box = html_nodes.box("", nodes.paragraph("", "New."), element="div", classes=["inserted"])
    changed = nodes.paragraph("", "It ", deleted, inserted, nodes.Text(" answer"))
    text = translator().page(PAGE, [told, changed, box], 1)
    assert "#instruction[Amend Section 3\\.1 as follows]" in text
    assert "It #deleted[may];#inserted[shall]; answer" in text
    assert "#inserted[\nNew." in text


def anchors(*found: nodes.Node) -> list[tuple[str, str]]:
    """The first word of every piece with the innermost id at its place."""
    to = translator(marked=True)
    to.page(PAGE, found, 1)
    pieces = {id(mark.piece): mark.piece for mark in to.marks}
    return [(piece.words[0], piece.place or piece.anchor) for piece in pieces.values()]


def test_a_line_has_the_innermost_id() -> None:
    """A paragraph, item or row with an id stands under it; what follows stands under the section's again."""
    item = nodes.list_item("", nodes.paragraph("", "Item"), ids=["i"])
    nested = nodes.paragraph("", "Second", ids=["i2"])
    cells = [nodes.entry("", nodes.paragraph("", "Cell")), nodes.entry("", nodes.paragraph("", "Beside"))]
    row = nodes.row("", *cells, ids=["r"])
    table = nodes.table("", nodes.tgroup("", nodes.tbody("", row), cols=2), ids=["t"])
    term = nodes.term("", "Term", ids=["d"])
    terms = nodes.definition_list_item("", term, nodes.definition("", nodes.paragraph("", "Meaning")))
    section = nodes.section(
        "",
        nodes.title("", "Heading", number="3.1"),
        nodes.paragraph("", "Own", ids=["p"]),
        nodes.paragraph("", "None"),
        nodes.bullet_list("", item, nodes.list_item("", nodes.paragraph("", "Other"), nested)),
        table,
        nodes.definition_list("", terms),
        nodes.paragraph("", "Last"),
        ids=["3.1"],
    )
    assert anchors(section) == [
        ("Heading", "3.1"),
        ("Own", "p"),
        ("None", "3.1"),
        ("Item", "i"),
        ("Other", "3.1"),
        ("Second", "i2"),
        ("Cell", "r"),
        ("Beside", "r"),
        ("Term", "d"),
        ("Meaning", "d"),
        ("Last", "3.1"),
    ]


def test_lasting_ids_come_first() -> None:
    """Where a node has an id that outlives numbers, the map names that one; inside it an own id counts again."""
    title = nodes.title("", "Heading", number="3.1", lasting="s-overview")
    inside = nodes.paragraph("", "Inside", ids=["x"])
    item = nodes.list_item("", nodes.paragraph("", "Item"), inside, lasting="p-item")
    section = nodes.section("", title, nodes.paragraph("", "Plain"), nodes.bullet_list("", item), ids=["3.1"])
    assert anchors(section) == [
        ("Heading", "s-overview"),
        ("Plain", "3.1"),
        ("Item", "p-item"),
        ("Inside", "x"),
    ]


def test_places_without_links_are_left_out() -> None:
    """An invisible place stands in the text only when a link leads to it."""
    to = translator()
    linked = nodes.paragraph("", "One", ids=["a"])
    alone = nodes.paragraph("", "Two", ids=["b"])
    link = nodes.paragraph("", "", nodes.reference("", "One", refuri="#a"))
    text = resolved(to.page(PAGE, [linked, alone, link], 1), to.labels)
    assert text.count("#metadata(none)") == 1
    assert "#metadata(none)<ch-3:a>One" in text


def test_a_row_belongs_to_its_own_entity() -> None:
    """A row that is made from another entity than its section leads to that one; the next is the section's again."""
    rows = [
        nodes.row("", nodes.entry("", nodes.paragraph("", word)), key=key)
        for word, key in (("One", Key("actor", "A")), ("Two", None))
    ]
    table = nodes.table("", nodes.tgroup("", nodes.tbody("", *rows), cols=1))
    to = translator(marked=True)
    to.page(PAGE, [nodes.section("", nodes.title("", "T"), table, ids=["a"], key=Key("chapter", "B"))], 1)
    assert {mark.piece.words[0]: mark.piece.key for mark in to.marks} == {
        "T": Key("chapter", "B"),
        "One": Key("actor", "A"),
        "Two": Key("chapter", "B"),
    }


def test_a_heading_goes_with_a_turned_table() -> None:
    """A table across a page of its own takes along the headings above it, so that none is left alone."""
    words = [nodes.entry("", nodes.paragraph("", "Word" * 3)) for _ in range(12)]
    table = nodes.table("", nodes.tgroup("", nodes.tbody("", nodes.row("", *words)), cols=12))
    inner = nodes.section("", nodes.title("", "Inner"), table, ids=["b"])
    outer = nodes.section("", nodes.title("", "Outer"), inner, nodes.paragraph("", "After"), ids=["a"])
    text = translator().page(PAGE, [outer], 1)
    assert [line.partition("(")[0] for line in text.split("\n") if line.startswith("#")][:3] == [
        "#across[",
        "#heading",
        "#heading",
    ]
    assert text.index("Outer") < text.index("Inner") < text.index("WordWord") < text.index("After")


def test_the_id_of_an_issue_stays_with_its_question() -> None:
    """The line with the id of an issue heads what follows."""
    line = nodes.paragraph("", "", nodes.inline("", "MHD_067", classes=["issue-id"]))
    text = translator().page(PAGE, [line, nodes.paragraph("", "Why?")], 1)
    assert text.strip().startswith("#issue-line[#issue[MHD\\_067];]")

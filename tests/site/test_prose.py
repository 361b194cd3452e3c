"""Markdown in prose: every construct becomes what it means, and IHE's citations become links."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.site.pages import article, by_id, headings, page, rows, words
from tests.site.project import build, edit, new_project

READING = "GeneralIntro/ch-1.html"
DEX = "DOC/TF/Volume1/ch-3.html"


@pytest.fixture
def reading(tiny_site: Path) -> HtmlElement:
    """The chapter that uses everything."""
    return page(tiny_site / READING)


def test_inline_markup(reading: HtmlElement) -> None:
    """Emphasis, strong words, code, links, addresses, struck-out words, entities and line breaks; HTML is plain text."""
    first = by_id(reading, "1").xpath("./p")[0]
    assert words(first) == (
        "An introduction with emphasis, strong words, code with [DOC-1] inside, a link, an address "
        "https://www.ihe.net/faq/, struck out words, a copyright sign © and <b>no HTML</b>. This is a new line."
    )
    assert words(first.xpath(".//em")[0]) == "emphasis"
    assert words(first.xpath(".//strong")[0]) == "strong words"
    assert words(first.xpath(".//code")[0]) == "code with [DOC-1] inside"
    assert words(first.xpath(".//s")[0]) == "struck out"
    assert first.xpath(".//a/@href") == ["https://www.ihe.net/", "https://www.ihe.net/faq/"]
    assert all(link.get("class") == "external" for link in first.xpath(".//a"))
    assert first.xpath(".//br")
    assert not first.xpath(".//b")


def test_headings_are_numbered_from_the_chapter(reading: HtmlElement) -> None:
    """A heading in Markdown is a section of the chapter; its own markup is kept."""
    assert headings(reading) == [
        "1 1 Reading a Framework",
        "2 1.1 Paragraphs and Quotes",
        "2 1.2 Lists",
        "3 1.2.1 Bullets and Numbers",
        "3 1.2.2 Definitions",
        "2 1.3 Code",
        "2 1.4 Tables",
        "2 1.5 Footnotes",
        "2 1.6 A Heading with code and a link",
    ]
    last = by_id(reading, "1.6").xpath("./h2")[0]
    assert words(last.xpath("./code")[0]) == "code"
    assert "https://www.ihe.net/about/" in last.xpath("./a/@href")


def test_blocks(reading: HtmlElement) -> None:
    """Quotations, rules, nested lists, lists that start at another number, definitions, code."""
    assert words(by_id(reading, "1.1").xpath("./blockquote")[0]) == "A quotation that cites Table 3.1-1."
    assert by_id(reading, "1.1").xpath("./hr")
    lists = by_id(reading, "1.2.1")
    assert words(lists.xpath("./ul/li/ul/li/ol/li[2]")[0]) == "another"
    assert len(lists.xpath("./ul/li[2]/p")) == 2
    assert lists.xpath("./ol/@start") == ["3"]
    terms = by_id(reading, "1.2.2").xpath("./dl")[0]
    assert [child.tag for child in terms] == ["dt", "dd", "dt", "dd", "dd"]
    code = by_id(reading, "1.3")
    assert words(code.xpath("./pre")[0]).endswith('"Send Document [DOC-1] is not a link here"}')
    assert not code.xpath("./pre//a | ./div//a")
    plain = [words(block) for block in code.xpath(".//pre")[1:]]
    assert plain == ["indented code", "a language,without colours"]


def test_tables(reading: HtmlElement) -> None:
    """A table in Markdown has a row of headings; its cells have markup and links."""
    table = by_id(reading, "1.4").xpath(".//table")[0]
    assert rows(table) == [["DOC-1", "x", "1"], ["a | bar", "", "Receive Receipt [DOC-2]"]]
    assert table.xpath("string(.//td/strong/a/@href)").endswith("DOC/TF/Volume2/DOC-1.html")


def test_footnotes(reading: HtmlElement) -> None:
    """Footnotes are numbered in the order in which the text names them, stand at its end, and lead back."""
    section = by_id(reading, "1.5")
    assert words(section.xpath("./p")[0]) == (
        "Documents have pages[1], and pages have words[2]; pages[1] may be empty. Nobody wrote this one[^gone]."
    )
    first = by_id(reading, section.xpath("./p/a/@href")[0].lstrip("#"))
    assert "Sheets of paper." in words(first)
    back = first.xpath(".//a[@role='doc-backlink']/@href")
    assert back == [f"#{link.get('id')}" for link in section.xpath("./p/a")[::2]]


def test_citations_become_links(tiny_site: Path) -> None:
    """Transactions, sections, tables, figures, actors, options, profiles and issues lead to their places."""
    wanted = {
        READING: {
            "Document Sender": "actors/document-sender.html",
            "Send Document [DOC-1]": "DOC/TF/Volume2/DOC-1.html",
            "Section 2.1": "GeneralIntro/ch-2.html#2.1",
            "DOC TF-1: 3.2.1": "DOC/TF/Volume1/ch-3.html#3.2.1",
        },
        "GeneralIntro/ch-2.html": {"Section 1.2.1": "GeneralIntro/ch-1.html#1.2.1"},
        DEX: {
            "Section 3.4.2": "#3.4.2",
            "Figure 3.1-1": "#f3.1-1",
            "DOC TF-2: 3.1": "DOC/TF/Volume2/DOC-1.html#3.1",
            "Receipt Option": "#3.2.1",
            "NEWS": "DOC/NEWS/index.html",
        },
        "DOC/TF/Volume2/DOC-1.html": {
            "Table 3.1.4.1.2-1": "#t3.1.4.1.2-1",
            "[DOC-2]": "DOC/TF/Volume2/DOC-2.html",
        },
        "DOC/NEWS/index.html": {"NEWS_001": "#NEWS_001"},
        "GeneralIntro/ch-D.html": {"Affinity Group": "#term-affinity-group"},
        "DOC/index.html": {"DEX": "DOC/TF/Volume1/ch-3.html"},
    }
    for address, targets in wanted.items():
        found = {
            words(link): link.get("href")
            for link in article(page(tiny_site / address)).xpath(".//p//a | .//td//a | .//dd//a")
        }
        for text, target in targets.items():
            assert (
                found.get(text, "no link")
                .removeprefix("../../../")
                .removeprefix("../../")
                .removeprefix("../")
                == target
            ), (address, text)


def test_links_to_pages_may_be_written_out(reading: HtmlElement) -> None:
    """A link to another page as seen from this one, or to a place on this one, is kept as it is written."""
    links = {words(link): link.get("href") for link in by_id(reading, "1.1").xpath("./p/a")}
    assert links["the profile"] == "../DOC/TF/Volume1/ch-3.html#3.4"
    assert links["lists"] == "#1.2"


def test_nothing_leads_to_itself(tiny_site: Path) -> None:
    """On an entity's own page its name is plain text."""
    scope = by_id(page(tiny_site / "DOC/TF/Volume2/DOC-1.html"), "3.1.4.1.3")
    assert [words(link) for link in scope.xpath("./p/a")] == ["Document Receiver"]
    news = by_id(page(tiny_site / DEX), "3.6").xpath("./p/a")
    assert [words(link) for link in news] == ["NEWS"]


def test_an_image_is_taken_from_the_framework(tiny_site: Path) -> None:
    """An image beside the text is copied to the site and shown with its words."""
    image = by_id(page(tiny_site / DEX), "3.4.1.1").xpath(".//img")[0]
    assert image.get("alt") == "a letter"
    assert image.get("src") == "../../../_images/documents/letter.svg"
    assert (tiny_site / "_images/documents/letter.svg").is_file()


LEFT_AS_WRITTEN = {
    "a role": ("See {ref}`x`.", "See {ref}x."),
    "a target": ("(my-target)=", "(my-target)="),
    "a comment": ("% of all documents", "% of all documents"),
    "a block break": ("one\n\n+++\n\ntwo", "one +++ two"),
    "a rule at the start": ("---\na: b\n---\n\ntext", "3.2.5.1 a: b text"),
    "HTML": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "an address of a script": ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
    "dollars": ("It costs $5 or $6.", "It costs $5 or $6."),
    "an unknown reference": ("[one][two]", "[one][two]"),
    "braces": ("{{ name }}", "{{ name }}"),
}


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> tuple[HtmlElement, list[str]]:
    """A page whose options are described with what Markdown does not have, and what the build says of them."""
    project = new_project(tmp_path_factory.mktemp("strange") / "project")
    texts = {name: text for name, (text, _) in LEFT_AS_WRITTEN.items()} | FAULTY
    options = "".join(
        f'  - option: Strange {number}\n    section: "3.2.{number}"\n    actors: [Image Viewer]\n    description: |\n'
        + "".join(f"      {line}\n" for line in text.splitlines())
        for number, text in enumerate(texts.values(), 1)
    )
    edit(project, "imaging/profiles/view.yaml", "actors:\n", f"options:\n{options}actors:\n")
    report = build(project)
    return page(project / "site/IMG/TF/Volume1/ch-3.html"), [
        p.message for p in report.problems if p.code == "TF901"
    ]


FAULTY = {
    "a directive": "```{include} /etc/hosts\nwords of a directive\n```",
    "a link to a file": "[these words](other.md) remain",
    "a link to a page that is not there": "[these words](../Volume2/IMG-7.html) remain",
    "a link to a place that is not there": "[these words](#nowhere) remain",
    "an image that is not there": "Before ![the words](nothing.png) after",
    "an image from elsewhere": "![outside](../../general/chapters/reading.md)",
}


@pytest.mark.parametrize("name", LEFT_AS_WRITTEN)
def test_what_markdown_does_not_have_is_printed_as_written(
    strange: tuple[HtmlElement, list[str]], name: str
) -> None:
    """No word of an author is lost or run: syntax of other systems is plain text."""
    number = list(LEFT_AS_WRITTEN).index(name) + 1
    text = words(by_id(strange[0], f"3.2.{number}")).partition("§")[2].replace("§", "").strip()
    assert " ".join(text.split()) == LEFT_AS_WRITTEN[name][1]


def test_what_leads_nowhere_is_reported(strange: tuple[HtmlElement, list[str]]) -> None:
    """A directive, a link to a file and an image that is not there are reported; their words stay on the page."""
    root, said = strange
    assert said == [
        "`{include}` is not used in prose; its text is printed as code",
        "`other.md` leads nowhere: cite the section, or write a whole address",
        "`../Volume2/IMG-7.html` leads nowhere: cite the section, or write a whole address",
        "there is no image `nothing.png` in the framework",
        "there is no image `../../general/chapters/reading.md` in the framework",
        "`#nowhere` leads nowhere: there is no such place on the page",
    ]
    first = len(LEFT_AS_WRITTEN) + 1
    assert "words of a directive" in words(by_id(root, f"3.2.{first}"))
    for number in (1, 2, 3):
        section = by_id(root, f"3.2.{first + number}")
        assert "these words remain" in words(section)
        assert not section.xpath("./p//a")
    assert "Before the words after" in words(by_id(root, f"3.2.{first + 4}"))
    assert "System Message" not in words(article(root))

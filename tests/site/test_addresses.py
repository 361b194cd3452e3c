"""Every page stands at IHE's own address, and every section, table and figure has an id that can be cited."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.site.pages import article, by_id, captions, headings, page, words

PAGES = {
    "index.html": "Technical Frameworks, written once",
    "search.html": "Search",
    "GeneralIntro/index.html": "General Introduction and Shared Appendices",
    "GeneralIntro/ch-1.html": "1 Reading a Framework",
    "GeneralIntro/ch-2.html": "2 Conventions",
    "GeneralIntro/ch-A.html": "A Actors",
    "GeneralIntro/ch-B.html": "B Transactions",
    "GeneralIntro/ch-C.html": "C Namespaces",
    "GeneralIntro/ch-D.html": "D Glossary",
    "GeneralIntro/ch-E.html": "E Licence",
    "GeneralIntro/standards.html": "Referenced Standards",
    "DOC/index.html": "Document Exchange (DOC)",
    "DOC/TF/Volume1/index.html": "Document Exchange Technical Framework, Volume 1: Profiles",
    "DOC/TF/Volume1/ch-2.html": "2 Document Exchange Profiles Overview",
    "DOC/TF/Volume1/ch-3.html": "3 Document Exchange (DEX)",
    "DOC/TF/Volume1/ch-4.html": "4 News of Documents (NEWS)",
    "DOC/TF/Volume1/ch-10.html": "10 Old Exchange (OLDX)",
    "DOC/NEWS/index.html": "4 News of Documents (NEWS)",
    "DOC/SUM/index.html": "SUM",
    "DOC/TF/Volume2/index.html": "Document Exchange Technical Framework, Volume 2: Transactions",
    "DOC/TF/Volume2/DOC-1.html": "3.1 Send Document [DOC-1]",
    "DOC/TF/Volume2/DOC-2.html": "3.2 Receive Receipt [DOC-2]",
    "DOC/TF/Volume2/DOC-3.html": "3.3 Look On [DOC-3]",
    "DOC/TF/Volume2/DOC-4.html": "3.4 Ask for News [DOC-4]",
    "DOC/TF/Volume2/DOC-10.html": "3.10 Send Telegram [DOC-10]",
    "DOC/TF/Volume3/index.html": "Document Exchange Technical Framework, Volume 3: Content Modules",
    "DOC/TF/Volume3/ch-5.1.html": "5.1 Summary Content Module",
    "DOC/TF/Volume3/loose-content.html": "Loose Content",
    "DOC/TF/Volume4/index.html": "Document Exchange Technical Framework, Volume 4: National Extensions",
    "DOC/change-proposals/index.html": "Change Proposals of DOC",
    "DOC/change-proposals/CP-DOC-1.html": "CP-DOC-1: Number the parts of a document",
    "DOC/change-proposals/CP-DOC-2.html": "CP-DOC-2: Say who may read a document",
    "DOC/change-proposals/CP-DOC-12.html": "CP-DOC-12",
    "DOC/supplements/receipts.html": "Receipts for Documents",
    "IMG/index.html": "Imaging (IMG)",
    "IMG/TF/Volume1/index.html": "Imaging Technical Framework, Volume 1: Profiles",
    "IMG/TF/Volume1/ch-3.html": "3 View Images (VIEW)",
    "IMG/TF/Volume2/index.html": "Imaging Technical Framework, Volume 2: Transactions",
    "IMG/TF/Volume2/IMG-1.html": "4.1 Get Image [IMG-1]",
    "actors/document-receiver.html": "Document Receiver",
    "actors/document-sender.html": "Document Sender",
    "actors/document-watcher.html": "Document Watcher",
    "actors/image-store.html": "Image Store",
    "actors/image-viewer.html": "Image Viewer",
    "actors/news-reader.html": "News Reader",
    "actors/news-source.html": "News Source",
    "actors/sender-watcher.html": "Sender/Watcher",
    "actors/summary-maker.html": "Summary Maker",
    "actors/summary-role.html": "Summary Role",
}
"""Every address of the miniature but those of the guides, with the heading of its page."""


def test_nothing_is_complained_of(tiny_site: Path) -> None:
    """The miniature builds without a problem or a warning of Sphinx."""
    assert (tiny_site.parent / "build.txt").read_text(encoding="utf-8") == ""


def test_there_is_a_page_at_each_address_and_no_other(tiny_site: Path) -> None:
    """Profiles, transactions and content modules, actors, appendices and contents: all of them, once.

    Guides are no part of a framework.
    """
    found = {file.relative_to(tiny_site).as_posix() for file in tiny_site.rglob("*.html")}
    assert {address for address in found if not address.startswith("guides/")} == set(PAGES)


@pytest.mark.parametrize(("address", "heading"), PAGES.items(), ids=PAGES)
def test_page(tiny_site: Path, address: str, heading: str) -> None:
    """A page has one heading of the first level: its number and title; and the title of the browser's tab names it."""
    root = page(tiny_site / address)
    assert [words(h1) for h1 in root.xpath("//h1")] == [heading]
    assert root.xpath("string(//title)").strip()
    assert root.get("data-address") == address
    assert root.get("lang") == "en"


def test_sections_of_a_profile(tiny_site: Path) -> None:
    """A chapter has IHE's sections with their numbers; a heading written in prose is numbered below its section."""
    assert headings(page(tiny_site / "DOC/TF/Volume1/ch-3.html")) == [
        "1 3 Document Exchange (DEX)",
        "2 Before the First Section",
        "2 Content",
        "2 3.1 DEX Actors, Transactions, and Content Modules",
        "3 3.1.1 Actor Descriptions and Actor Profile Requirements",
        "4 3.1.1.1 Document Sender",
        "4 3.1.1.2 Document Receiver",
        "4 3.1.1.3 Document Watcher",
        "4 3.1.1.4 Sender/Watcher",
        "2 3.2 DEX Actor Options",
        "3 3.2.1 Receipt Option",
        "4 3.2.1.1 What a Receipt Says",
        "3 3.2.2 Plain Encoding Option",
        "3 3.2.10 Packed Encoding Option",
        "2 3.3 DEX Required Actor Groupings",
        "2 3.4 DEX Overview",
        "3 3.4.1 Concepts",
        "4 3.4.1.1 Files",
        "3 3.4.2 Use Cases",
        "4 3.4.2.1 Use Case #1: Send a letter",
        "5 3.4.2.1.1 Send a letter Use Case Description",
        "5 3.4.2.1.2 Send a letter Process Flow",
        "4 3.4.2.2 Use Case #2: Send nothing",
        "5 3.4.2.2.1 Send nothing Use Case Description",
        "5 3.4.2.2.2 Send nothing Process Flow",
        "2 3.5 DEX Security Considerations",
        "2 3.6 DEX Cross Profile Considerations",
        "2 Change Proposals",
    ]


def test_sections_of_a_profile_without_a_chapter(tiny_site: Path) -> None:
    """Without a chapter the sections start with X, as in IHE's template."""
    found = headings(page(tiny_site / "DOC/SUM/index.html"))
    assert found[:2] == ["1 SUM", "2 X.1 SUM Actors, Transactions, and Content Modules"]
    assert found[-1] == "2 X.6 SUM Cross Profile Considerations"


def test_sections_of_a_transaction(tiny_site: Path) -> None:
    """A transaction has IHE's sections 3.Y.1 to 3.Y.6, a message three parts, an audit message a section."""
    assert headings(page(tiny_site / "DOC/TF/Volume2/DOC-1.html")) == [
        "1 3.1 Send Document [DOC-1]",
        "2 3.1.1 Scope",
        "2 3.1.2 Actor Roles",
        "2 3.1.3 Referenced Standards",
        "2 3.1.4 Messages",
        "3 3.1.4.1 Document Message",
        "4 3.1.4.1.1 Trigger Events",
        "4 3.1.4.1.2 Message Semantics",
        "4 3.1.4.1.3 Expected Actions",
        "3 3.1.4.2 Document Response",
        "4 3.1.4.2.1 Trigger Events",
        "4 3.1.4.2.2 Message Semantics",
        "4 3.1.4.2.3 Expected Actions",
        "2 3.1.5 Protocol Requirements",
        "2 3.1.6 Security Considerations",
        "3 3.1.6.1 Security Audit Considerations",
        "4 3.1.6.1.1 Document Sender Audit Message",
        "4 3.1.6.1.2 Document Receiver Audit Message",
        "2 Profiles that use this transaction",
    ]


def test_sections_of_a_content_module(tiny_site: Path) -> None:
    """A content module has its scope, format codes, standards and users, then its own sections."""
    assert headings(page(tiny_site / "DOC/TF/Volume3/ch-5.1.html")) == [
        "1 5.1 Summary Content Module",
        "2 5.1.1 Scope",
        "2 5.1.2 Format Codes",
        "2 5.1.3 Referenced Standards",
        "2 5.1.4 Profiles That Use It",
        "2 5.1.5 Header",
        "2 5.1.6 Rest",
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "DOC/TF/Volume1/ch-3.html",
            [
                "Figure 3.1-1: DEX Actor Diagram",
                "Table 3.1-1: DEX - Actors and Transactions",
                "Table 3.2-1: DEX - Actors and Options",
                "Table 3.3-1: DEX - Required Actor Groupings",
                "Figure 3.4.2.1.2-1: Process Flow: Send a letter",
            ],
        ),
        ("DOC/SUM/index.html", [
            "Figure X.1-1: SUM Actor Diagram",
            "Table X.1-1: SUM - Actors and Content Modules",
            "Table X.2-1: SUM - Actors and Options",
        ]),
        ("DOC/TF/Volume1/ch-10.html", []),
        (
            "DOC/TF/Volume2/DOC-1.html",
            [
                "Table 3.1.2-1: Actor Roles",
                "Table 3.1.3-1: Referenced Standards",
                "Figure 3.1.4-1: Interaction Diagram",
                "Table 3.1.4.1.2-1: Fields of the message",
                "Table 3.1.4.1.2-2: Codes",
                "Table 3.1.6.1.1-1: Document Sender Audit Message",
                "Table 3.1.6.1.2-1: Document Receiver Audit Message",
            ],
        ),
        ("DOC/TF/Volume3/ch-5.1.html", [
            "Table 5.1.2-1: Format Codes",
            "Table 5.1.3-1: Referenced Standards",
            "Table 5.1.5-1: Header fields",
        ]),
        ("DOC/TF/Volume1/ch-2.html", [
            "Figure 2.1-1: Dependencies between Document Exchange profiles",
            "Table 2.1-1: Document Exchange Profile Dependencies",
        ]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_captions(tiny_site: Path, address: str, expected: list[str]) -> None:
    """Tables and figures are numbered in their section, each kind from 1, in reading order."""
    assert captions(page(tiny_site / address)) == expected


def test_ids_are_the_numbers(tiny_site: Path) -> None:
    """A section's id is its number; a table's is t and its number, a figure's f and its number."""
    for file in tiny_site.rglob("*.html"):
        root = page(file)
        for section in article(root).xpath(".//section"):
            number = section.xpath(
                "string(./*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]/span[@class='number'])"
            )
            assert not number or section.get("id") == number, file
        for caption in article(root).xpath(".//caption | .//figcaption"):
            kind, number = [*words(caption).split(":")[0].split(" "), ""][:2]
            if kind in ("Table", "Figure") and number:
                place = by_id(root, f"{kind[0].lower()}{number}")
                assert caption in place.iterdescendants(), file


def test_headings_step_by_one(tiny_site: Path) -> None:
    """No heading is more than one level below the one before it, so that the outline can be read aloud."""
    for file in tiny_site.rglob("*.html"):
        levels = [int(heading[0]) for heading in headings(page(file))]
        assert all(b <= a + 1 for a, b in pairwise(levels)), file


@pytest.mark.parametrize(
    "site", ["tiny_site", pytest.param("real_site", marks=pytest.mark.xdist_group("real-site"))]
)
def test_no_id_stands_twice(site: str, request: pytest.FixtureRequest) -> None:
    """On each page of the miniature and of the real site, every id names one place."""
    folder: Path = request.getfixturevalue(site)
    twice = {}
    for file in folder.rglob("*.html"):
        counts = Counter(page(file).xpath("//@id"))
        if found := [anchor for anchor, count in counts.items() if count > 1]:
            twice[file.relative_to(folder).as_posix()] = found
    assert twice == {}

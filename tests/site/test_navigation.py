"""The way through the site: breadcrumbs, the page before and after, lists for scripts, the index to jump by."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.site.pages import page, words


def crumbs(site: Path, address: str) -> list[str]:
    """The steps that lead to a page."""
    return [words(step) for step in page(site / address).xpath("//nav[@class='breadcrumbs']//li")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("index.html", []),
        ("DOC/index.html", ["Home", "Document Exchange (DOC)"]),
        (
            "DOC/TF/Volume1/ch-3.html",
            ["Home", "Document Exchange", "Volume 1", "Document Exchange (DEX)"],
        ),
        (
            "DOC/TF/Volume2/DOC-1.html",
            ["Home", "Document Exchange", "Volume 2", "Send Document [DOC-1]"],
        ),
        ("DOC/NEWS/index.html", ["Home", "Document Exchange", "News of Documents (NEWS)"]),
        ("GeneralIntro/ch-1.html", ["Home", "General Introduction", "Reading a Framework"]),
        (
            "actors/document-sender.html",
            ["Home", "General Introduction", "A Actors", "Document Sender actor"],
        ),
    ],
)
def test_breadcrumbs(tiny_site: Path, address: str, expected: list[str]) -> None:
    """They lead from the first page over domain and volume; the last step is the page itself, without a link."""
    assert crumbs(tiny_site, address) == expected
    steps = page(tiny_site / address).xpath("//nav[@class='breadcrumbs']//li")
    assert [len(step.xpath("./a")) for step in steps] == [1] * (len(steps) - 1) + [0] * bool(steps)


def pager(site: Path, address: str) -> dict[str, str]:
    """Where *previous* and *next* of a page lead, as addresses of the site."""
    root = page(site / address)
    up = "../" * address.count("/")
    return {
        link.get("rel"): link.get("href").removeprefix(up) for link in root.xpath("//nav[@class='pager']/a")
    }


def test_previous_and_next(tiny_site: Path) -> None:
    """Each volume is read from its first to its last page, in the order of its numbers: 3.4 comes before 3.10."""
    volumes = [
        [
            "DOC/TF/Volume1/ch-3.html",
            "DOC/NEWS/index.html",
            "DOC/TF/Volume1/ch-10.html",
            "DOC/SUM/index.html",
        ],
        [f"DOC/TF/Volume2/DOC-{number}.html" for number in (1, 2, 3, 4, 10)],
        ["DOC/TF/Volume3/ch-5.1.html", "DOC/TF/Volume3/loose-content.html"],
    ]
    for addresses in volumes:
        for before, address, after in zip(["", *addresses], addresses, [*addresses[1:], ""], strict=False):
            expected = {"prev": before, "next": after}
            assert pager(tiny_site, address) == {rel: target for rel, target in expected.items() if target}


def call(script: Path) -> tuple[str, list[Any]]:
    """The function that a script calls, and its arguments."""
    match = re.fullmatch(r"(\w+)\((.*)\);\n", script.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1], json.loads(f"[{match[2]}]")


def test_navigation_lists(tiny_site: Path) -> None:
    """A volume's list has its pages in order, each with number, title, address and stage; it is a script, not JSON."""
    function, (name, entries) = call(tiny_site / "_static/nav/DOC-1.js")
    assert (function, name) == ("tfNav", "DOC-1")
    assert [(e.get("number"), e["title"]) for e in entries] == [
        ("2", "Profiles overview"),
        ("3", "Document Exchange (DEX)"),
        ("4", "News of Documents (NEWS)"),
        ("10", "Old Exchange (OLDX)"),
        (None, "SUM"),
        (None, "Receipts for Documents"),
    ]
    assert entries[2] == {
        "title": "News of Documents (NEWS)",
        "number": "4",
        "address": "DOC/NEWS/index.html",
        "stage": "trial-implementation",
    }


def test_each_page_names_its_list(tiny_site: Path) -> None:
    """The list of a page is there, and names the page itself unless it is the page of contents or a stub."""
    for file in tiny_site.rglob("*.html"):
        address = file.relative_to(tiny_site).as_posix()
        nav = page(file).get("data-nav")
        if nav and not address.startswith("guides/rules/"):
            _, (_, entries) = call(tiny_site / f"_static/nav/{nav}.js")
            kind = page(file).xpath("string(//body/@class)")
            if not re.search("kind-(contents|domain|stub|rule)", kind):
                assert address in [entry["address"] for entry in entries], address


def test_jump_index(tiny_site: Path) -> None:
    """Everything with a name can be jumped to: its label, kind, address and further words, sorted by kind."""
    function, (rows,) = call(tiny_site / "_static/jump.js")
    assert function == "tfJump"
    for expected in (
        ["Document Exchange (DEX)", "profile", "DOC/TF/Volume1/ch-3.html", "DEX"],
        ["Receipt Option", "option", "DOC/TF/Volume1/ch-3.html#3.2.1", "DEX"],
        ["Receive Receipt [DOC-2]", "transaction", "DOC/TF/Volume2/DOC-2.html", "Say Thanks"],
        ["Document Receiver", "actor", "actors/document-receiver.html", "Document Taker"],
        ["Loose Content", "content module", "DOC/TF/Volume3/loose-content.html", ""],
        [
            "Document Exchange Agreement",
            "term",
            "GeneralIntro/ch-D.html#term-document-exchange-agreement",
            "DEA contract",
        ],
        ["HTTP 1.1", "standard", "GeneralIntro/standards.html#http-1.1", "Hypertext Transfer Protocol"],
    ):
        assert expected in rows
    assert rows == sorted(rows, key=lambda row: (row[1], row[0].lower()))


def test_contents_of_a_page(tiny_site: Path) -> None:
    """*On this page* lists the sections in their order, each leading to its id."""
    toc = page(tiny_site / "DOC/TF/Volume2/DOC-1.html").xpath("//nav[@class='toc']")[0]
    first = [words(item) for item in toc.xpath("./details/ol/li/a")]
    assert first[:2] == ["3.1.1 Scope", "3.1.2 Actor Roles"]
    nested = toc.xpath(".//a[@href='#3.1.4.1']/following-sibling::ol/li/a/@href")
    assert nested == ["#3.1.4.1.1", "#3.1.4.1.2", "#3.1.4.1.3"]


def test_contents_of_a_volume(tiny_site: Path) -> None:
    """A volume's first page lists its chapters in their order, with their stages; a stub stands for a supplement."""
    found = page(tiny_site / "DOC/TF/Volume1/index.html").xpath("//*[@class='content']//a/@href")
    assert [link.rpartition("Volume1/")[2] for link in found if "Volume1/" in link] == [
        "ch-2.html",
        "ch-3.html",
        "ch-4.html",
        "ch-10.html",
    ]
    text = words(page(tiny_site / "DOC/TF/Volume4/index.html"))
    assert "No national extensions are kept here." in text


def test_the_frame_of_a_page(tiny_site: Path) -> None:
    """A page says how to cite it, what file it is made from, its stage, its volume and the revision of its facts."""
    root = page(tiny_site / "DOC/TF/Volume1/ch-3.html")
    assert root.xpath("string(//@data-cite)") == "DOC TF-1: 3"
    assert "frameworks/documents/profiles/dex.yaml" in words(root.xpath("//*[@class='page-facts']")[0])
    status = words(root.xpath("//p[@class='page-status']")[0])
    assert "Final Text" in status
    assert "Volume 1: Profiles" in status
    assert "2.0, 2024-05-31" in status
    assert (
        root.xpath("string(//meta[@name='description']/@content)")
        == "Sends a document from one system to another."
    )

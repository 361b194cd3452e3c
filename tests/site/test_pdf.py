"""The PDFs of the real frameworks: complete, like the pages, mapped line by line, for screen readers and archives."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from lxml.html import HtmlElement

from tests.conftest import _once
from tests.site.pages import captions, page
from tests.site.printed import Printed, plain
from tests.site.project import ROOT, tf

COMPARED = {
    "ITI/TF/ITI-TF-1.pdf": "volume",
    "ITI/TF/ITI-TF-3.pdf": "volume",
    "ITI/MHD/MHD.pdf": "supplement",
    "GeneralIntro/IHE-TF-General-Introduction.pdf": "general",
}
"""Documents whose text is held against the pages."""
_FOUND = 0.99
"""The share of lines whose own row holds the mapped word. A word that is broken between two lines stands on neither
whole, and the lines of a cell that spans rows lie between theirs; at those lines the words are looked for around."""


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All PDFs of this project with line numbers; ``../build.txt`` holds what the build said."""

    def make(folder: Path) -> None:
        done = tf(["build", "--format", "pdf", "--line-numbers", "--output", folder / "site"])
        assert done.returncode in (0, 1), done.stderr
        (folder / "build.txt").write_text(done.stdout + done.stderr, encoding="utf-8")

    return _once(tmp_path_factory, "pdfs", make) / "site"


@cache
def printed(file: Path) -> Printed:
    """A PDF, opened once."""
    return Printed(file)


def documents(folder: Path) -> list[Printed]:
    """Every PDF of the site."""
    found = [printed(file) for file in sorted(folder.rglob("*.pdf"))]
    assert len(found) > 50
    return found


def test_every_volume_and_supplement_is_printed(pdfs: Path) -> None:
    """A volume of each domain that holds something, and a supplement for each profile outside of the volumes."""
    there = {file.relative_to(pdfs).as_posix() for file in pdfs.rglob("*.pdf")}
    assert {
        "ITI/TF/ITI-TF-1.pdf",
        "ITI/TF/ITI-TF-2.pdf",
        "RAD/TF/RAD-TF-1.pdf",
        "RAD/TF/RAD-TF-2.pdf",
    } <= there
    assert {"ITI/MHD/MHD.pdf", "RAD/AIW-I/AIW-I.pdf"} <= there
    assert not any("TF-4" in address for address in there)
    assert "cannot be made" not in (pdfs.parent / "build.txt").read_text(encoding="utf-8")


def test_every_fifth_line_is_numbered_through_the_document(pdfs: Path) -> None:
    """Printed numbers are 5, 10, 15 to the last; the map has every line from 1."""
    for document in documents(pdfs):
        mapped = [entry["line"] for entry in document.lines]
        assert mapped == list(range(1, len(mapped) + 1)), document.file
        shown = [line.number for line in document.numbered]
        assert shown == list(range(5, len(mapped) + 1, 5)), document.file


def test_the_map_is_right(pdfs: Path) -> None:
    """At every printed number stand the words that the map gives, on the page that it gives."""
    own, every = 0, 0
    for document in documents(pdfs):
        lines = document.lines
        for shown in document.numbered:
            entry = lines[shown.number - 1]
            assert entry["page"] == shown.page, (document.file, entry)
            word, text = _letters(entry["words"].split(" ")[0]), _letters(shown.text)
            pieces = [_letters(piece) for piece in re.split("[\\s\u200b]+", shown.text)]
            whole = _letters(entry["words"])
            every += 1
            own += word in text or any(len(piece) > 3 and piece in whole for piece in pieces)
            around = _letters(shown.around)
            assert word in around or text in whole or _letters(entry["words"])[:6] in around, (
                document.file,
                entry,
            )
    assert own >= _FOUND * every, f"{every - own} of {every} lines"


def test_prose_is_found_where_it_was_written(pdfs: Path) -> None:
    """The first word of a printed line of Markdown stands on the line of the file that the map gives, or on the next."""
    found, every = 0, 0
    for document in documents(pdfs):
        for entry in document.lines:
            source = entry["source"]
            lines = _lines(ROOT / source["path"])
            assert 0 < source["line"] <= len(lines), entry
            if source["path"].endswith(".md"):
                near = "".join(map(_letters, lines[source["line"] - 1 :][:2]))
                every += 1
                found += _letters(entry["words"].split(" ")[0]) in near
    assert every > 1500
    assert found >= 0.98 * every, f"{found} of {every}"


def test_rows_are_found_where_they_were_written(pdfs: Path) -> None:
    """A printed row of actors and transactions leads to the line that names the transaction."""
    found, every = 0, 0
    for address in ("ITI/TF/ITI-TF-1.pdf", "ITI/MHD/MHD.pdf", "RAD/TF/RAD-TF-1.pdf"):
        for entry in printed(pdfs / address).lines:
            name = re.search(r"\[([A-Z]+-\d+)\]", entry["words"])
            if name and re.fullmatch(r"\d+\.1", entry["section"]) and entry["anchor"].startswith("r-"):
                every += 1
                written = _lines(ROOT / entry["source"]["path"])[entry["source"]["line"] - 1]
                found += f"transaction: {name[1]}" in written
    assert every > 200
    assert found >= 0.98 * every, f"{found} of {every}"


def test_where_answers_from_the_map(pdfs: Path) -> None:
    """`tf where` gives file, line, page and section of a printed line, however the document is written."""
    entry = printed(pdfs / "ITI/MHD/MHD.pdf").lines[411]
    done = tf(["where", "iti/mhd", "412", "--output", pdfs])
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        f"{entry['source']['path']}:{entry['source']['line']}: page {entry['page']}"
    )
    volume = tf(["where", "ITI/TF-1", "412", "--format", "json", "--output", pdfs])
    entry = printed(pdfs / "ITI/TF/ITI-TF-1.pdf").lines[411]
    assert json.loads(volume.stdout) == {"document": "ITI/TF-1", **entry}


def test_screen_readers_and_archives(pdfs: Path) -> None:
    """Tagged, with language and title; headings nest, tables have headings, figures a text; PDF/UA-1 and PDF/A-3a."""
    for document in documents(pdfs):
        root = document.root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang).startswith("en")
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with document.pdf.open_metadata() as data:
            assert data["dc:title"]
            assert (data["pdfaid:part"], data["pdfaid:conformance"], data["pdfuaid:part"]) == ("3", "A", "1")
        level = 0
        for tag, node in document.elements():
            if re.fullmatch("H[1-9]", tag):
                assert int(tag[1]) <= level + 1, (document.file, tag)
                level = int(tag[1])
            if tag == "Figure":
                assert str(node.Alt).strip(), document.file
            if tag == "Table":
                assert any(inner == "TH" for inner, _ in _inside(node)), document.file


def test_line_numbers_are_not_read_aloud(pdfs: Path) -> None:
    """Everything in the margin is an artifact, and no part of the structure."""
    for address in ("ITI/MHD/MHD.pdf", "RAD/TF/RAD-TF-3.pdf"):
        found = list(printed(pdfs / address).in_margin())
        assert len(found) == len(printed(pdfs / address).lines) // 5
        assert all(is_artifact and content == -1 for content, is_artifact in found)


def _inside(node: pikepdf.Dictionary) -> list[tuple[str, pikepdf.Dictionary]]:
    found, stack = [], [node.K]
    while stack:
        one = stack.pop()
        if isinstance(one, pikepdf.Array):
            stack.extend(one)
        elif isinstance(one, pikepdf.Dictionary) and "/S" in one:
            found.append((str(one.S)[1:], one))
            if "/K" in one:
                stack.append(one.K)
    return found


def test_what_is_printed_is_attached_as_data(pdfs: Path) -> None:
    """The entities of a document are attached as JSON."""
    document = printed(pdfs / "ITI/MHD/MHD.pdf")
    data = json.loads(document.pdf.attachments["model.json"].get_file().read_bytes())
    assert data["document"] == "ITI/MHD"
    assert [profile["profile"] for profile in data["profiles"]] == ["MHD"]
    assert "ITI-65" in [transaction["transaction"] for transaction in data["transactions"]]


@pytest.mark.parametrize("address", COMPARED)
def test_paper_and_pages_agree(pdfs: Path, real_site: Path, address: str) -> None:
    """The headings, captions and table cells of a document are those of its pages, in the same order."""
    document = printed(pdfs / address)
    addresses = dict.fromkeys(entry["address"] for entry in document.lines)  # the contents list them in order
    pages = [page(real_site / one) for one in addresses if one and (real_site / one).is_file()]
    assert len(pages) > 5
    html_captions = [plain(caption) for one in pages for caption in captions(one)]
    paper_captions = document.texts("Caption")
    assert sorted(paper_captions) == sorted(html_captions)
    assert [c for c in paper_captions if c.startswith("Table")] == [
        c for c in html_captions if c.startswith("Table")
    ]
    html_headings = [plain(text) for one in pages for text in _headings(one)]
    paper = [text for text in document.texts(*(f"H{n}" for n in range(1, 10))) if text in set(html_headings)]
    assert paper == html_headings
    html_cells = [plain(cell.text_content()) for one in pages for cell in _cells(one)]
    assert document.texts("TH", "TD") == html_cells


def _headings(root: HtmlElement) -> list[str]:
    content = root.xpath("//*[contains(concat(' ', @class, ' '), ' content ')]")[0]
    found = content.xpath(
        ".//section/*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6][1]"
    )
    return [h.text_content().replace("§", "") for h in found]


def _cells(root: HtmlElement) -> list[HtmlElement]:
    content = root.xpath("//*[contains(concat(' ', @class, ' '), ' content ')]")[0]
    return content.xpath(".//th | .//td")


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


@cache
def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")

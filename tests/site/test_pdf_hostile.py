"""What could break a printed document: each is printed sensibly, or reported with its place, and never lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.sphinx_ext.build import BuildReport, BuildSettings, build_site
from tests.site.printed import Printed, plain
from tests.site.project import edit, new_project, tf

LONG_WORD = "urn:example:" + "Abcdefghij" * 30
STRANGE = {
    "special characters": r"= a \# b * c _ d $ e < f > @ g ~ h [i] j / k // l /* m */ 'n' \"o\" ... -- 1. p",
    "Typst": '#import "x": y',
    "a long word": LONG_WORD,
    "Arabic": "النص العربي",
    "Hebrew": "טקסט בעברית",
    "Japanese": "日本語の文章",
    "a character of nobody": "before \U000e0041 and \ue123 after",
    "emoji": "well done \U0001f44d\U0001f3fd",
    "a formula": "$E = mc^2$ and x² ≤ ∑ yᵢ",
    "control characters": "a\u200bb\u00adc\u2028d",
    "a code line": "    " + "x = " + "y" * 300,
}
CODE = "```python\ndef f(): # 日本\n    return 'ü'\n```"
DOUBT = " ".join(f"doubt{n}" for n in range(1500))
COLUMNS = 60
ROWS = 2000


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """A project with everything in it, printed."""
    project = new_project(tmp_path_factory.mktemp("hostile") / "project")
    images = project / "frameworks/documents/images"
    (images / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    (images / "none.svg").write_text("<svg", encoding="utf-8")
    chapter = project / "frameworks/general/chapters/reading.md"
    rows = "\n".join(f"| row {n} | value {n} |" for n in range(ROWS))
    wide = "".join(
        f"| {'|'.join(f'{kind}{n}' for n in range(COLUMNS))} |\n" for kind in ("head", "one", "two")
    )
    head, _, body = wide.partition("\n")
    text = "\n\n".join(STRANGE.values())
    added = (
        f"\n\n## Strange\n\n{text}\n\n{CODE}\n\n| A | B |\n|---|---|\n{rows}\n\n## Wide\n\n"
        f"{head}\n|{'---|' * COLUMNS}\n{body}\n"
    )
    chapter.write_text(chapter.read_text(encoding="utf-8") + added, encoding="utf-8")
    edit(
        project,
        "documents/transactions/doc-1.yaml",
        "scope: This",
        "scope: |\n  ![cut off](images/cut.png)\n\n  ![no picture](images/none.svg)\n\n  ![](images/letter.svg)\n\n  This",
    )
    edit(project, "documents/profiles/dex.yaml", "nothing of it is real", DOUBT)
    return project / "site", _print(project)


def _print(project: Path) -> BuildReport:
    settings = BuildSettings(formats=("pdf",), line_numbers=True)
    return build_site(project, project / "site", settings)


def _said(report: BuildReport) -> str:
    return "\n".join(map(str, report.problems))


def test_no_document_is_missing(hostile: tuple[Path, BuildReport]) -> None:
    """Every document is made, whatever is in it."""
    site, report = hostile
    assert "cannot be made" not in _said(report)
    assert len(list(site.rglob("*.pdf"))) == report.documents > 3


def test_no_word_is_lost(hostile: tuple[Path, BuildReport]) -> None:
    """Characters that mean something to Typst, long words, other scripts and signs are printed as written."""
    document = Printed(hostile[0] / "GeneralIntro/IHE-TF-General-Introduction.pdf")
    text = "".join(plain(document.words(page)) for page in range(1, document.pages + 1))
    for part in ("=a#b*c_d$e<f>@g~h[i]j/k//l/*m*/", '#import"x":y', "$E=mc^2$", "≤", "deff():"):
        assert part in text, part
    assert LONG_WORD in text.replace("\x02", "-")
    assert "y" * 300 in text


def test_what_no_font_has_is_reported(hostile: tuple[Path, BuildReport]) -> None:
    """A character that cannot be printed is reported with its place, and its code is printed."""
    said = _said(hostile[1])
    assert "frameworks/general/chapters/reading.md:" in said
    assert "its code is printed" in said
    document = Printed(hostile[0] / "GeneralIntro/IHE-TF-General-Introduction.pdf")
    text = "".join(plain(document.words(page)) for page in range(1, document.pages + 1))
    assert "[U+E123]" in text


def test_images_that_cannot_be_read_are_reported(hostile: tuple[Path, BuildReport]) -> None:
    """A damaged image is reported with its place, and its words are printed; an image needs words."""
    said = _said(hostile[1])
    for words in (
        "`cut.png` cannot be printed",
        "`none.svg` cannot be printed",
        "the image has no text",
    ):
        assert words in said, said
    assert "frameworks/documents/transactions/doc-1.yaml:" in said
    document = Printed(next(hostile[0].glob("DOC/TF/DOC-TF-2.pdf")))
    text = "".join(plain(document.words(page)) for page in range(1, document.pages + 1))
    assert "[cutoff]" in text
    assert "[nopicture]" in text


def test_large_tables(hostile: tuple[Path, BuildReport]) -> None:
    """Two thousand rows break over pages under repeated headings; sixty columns come in parts, all of them there."""
    document = Printed(hostile[0] / "GeneralIntro/IHE-TF-General-Introduction.pdf")
    cells = set(document.texts("TD", "TH"))
    assert {f"value{n}" for n in range(ROWS)} <= cells
    assert {f"{kind}{n}" for kind in ("head", "one", "two") for n in range(COLUMNS)} <= cells
    widths = [float(page.mediabox[2] - page.mediabox[0]) for page in document.pdf.pages]
    for page in range(1, document.pages + 1):
        right = document.rightmost(page)
        assert right <= widths[page - 1] - 10, (page, right)


def test_a_box_that_is_higher_than_a_page(hostile: tuple[Path, BuildReport]) -> None:
    """It goes on on the next page instead of running off the foot of its own."""
    document = Printed(hostile[0] / "DOC/TF/DOC-TF-1.pdf")
    pages = range(1, document.pages + 1)
    text = "\n".join(document.words(page) for page in pages)
    assert set(DOUBT.split()) <= set(text.split())
    assert min(document.lowest(page) for page in pages) > 0


def test_nothing_changed_prints_nothing(hostile: tuple[Path, BuildReport]) -> None:
    """A second build keeps the files; from nothing it makes the same bytes."""
    site = hostile[0]
    before = {
        file: (file.stat().st_mtime_ns, file.read_bytes())
        for file in sorted(site.rglob("*.*"))
        if file.is_file()
    }
    _print(site.parent)
    assert all(file.stat().st_mtime_ns == time for file, (time, _) in before.items())
    shutil.rmtree(site)
    shutil.rmtree(site.with_name("site.cache"))
    _print(site.parent)
    assert {file: file.read_bytes() for file in before} == {
        file: content for file, (_, content) in before.items()
    }


def test_one_profile(tmp_path: Path) -> None:
    """`--only` prints one profile with its transactions, and says when there is none of that name."""
    project = new_project(tmp_path / "project")
    done = tf(["build", "--format", "pdf", "--only", "dex", "--draft"], project)
    assert done.returncode in (0, 1), done.stderr
    assert "1 PDF in " in done.stderr
    files = {
        file.relative_to(project / "build/site").as_posix() for file in (project / "build/site").rglob("*.*")
    }
    assert files == {"DOC/DEX/DEX.pdf", "DOC/DEX/DEX.lines.json"}
    titles = Printed(project / "build/site/DOC/DEX/DEX.pdf").bookmarks
    assert any("[DOC-1]" in title for title in titles)
    wrong = tf(["build", "--format", "pdf", "--only", "DEXX"], project)
    assert wrong.returncode == 2
    assert "did you mean `DEX`?" in wrong.stderr


def test_pages_lead_to_their_pdf(tmp_path: Path) -> None:
    """Contents, chapters and supplements have a link to a PDF that is there; without PDFs there is no link."""
    project = new_project(tmp_path / "project")
    build_site(project, project / "site", BuildSettings(formats=("html", "pdf"), full_text_search=False))
    site = project / "site"
    for address, target in {
        "DOC/TF/Volume1/index.html": "DOC/TF/DOC-TF-1.pdf",
        "DOC/TF/Volume1/ch-3.html": "DOC/TF/DOC-TF-1.pdf#nameddest=ch-3%3A3",
        "DOC/NEWS/index.html": "DOC/NEWS/NEWS.pdf",
        "GeneralIntro/ch-1.html": "GeneralIntro/IHE-TF-General-Introduction.pdf#nameddest=",
    }.items():
        text = (site / address).read_text(encoding="utf-8")
        assert f'href="{"../" * address.count("/")}{target}' in text, address
        assert (site / target.partition("#")[0]).is_file()
    assert not list(site.rglob("*.lines.json"))
    build_site(project, project / "plain", BuildSettings(full_text_search=False))
    assert "Download PDF" not in (project / "plain/DOC/TF/Volume1/ch-3.html").read_text(encoding="utf-8")

"""The preview follows what an editor does to the files: it writes what changed, and nothing makes it stop."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html

from build_tools.sphinx_ext.preview import Preview, Update
from tests.site.edits import EDITS
from tests.site.pages import words
from tests.site.project import build, contents, edit, new_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The framework in miniature, as a project of its own."""
    return new_project(tmp_path / "project")


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """A preview of it that is built."""
    preview = Preview(project, project / "preview")
    preview.build()
    yield preview
    gc.unfreeze()  # the preview keeps what it has built until the process ends; this process goes on


def refresh(preview: Preview) -> tuple[set[str], list[Update]]:
    """Every address that a refresh wrote, and its updates."""
    updates = list(preview.refresh())
    return {address for update in updates for address in update.addresses}, updates


def text(project: Path, address: str) -> str:
    """The words of a page, read anew."""
    return words(html.document_fromstring((project / "preview" / address).read_text(encoding="utf-8")))


def test_it_builds_every_page_as_a_draft(project: Path) -> None:
    """The first build writes the whole site, marked as a preview, and says how many pages and problems there are."""
    update = Preview(project, project / "preview").build()
    gc.unfreeze()
    assert update.pages == len(list((project / "preview").rglob("*.html")))
    assert update.summary == "no problems"
    assert "Draft preview" in text(project, "DOC/TF/Volume1/ch-3.html")


def test_an_edit_writes_the_pages_that_show_it(project: Path, preview: Preview) -> None:
    """After a save, exactly the pages with the new words are written."""
    edit(project, "documents/actors.yaml", "Looks on and keeps a log.", "Looks on and writes a log.")
    addresses, _ = refresh(preview)
    assert addresses == {"actors/document-watcher.html", "GeneralIntro/ch-A.html"}
    assert "Looks on and writes a log." in text(project, "actors/document-watcher.html")


def test_the_edited_page_comes_first(project: Path, preview: Preview) -> None:
    """The page of the file that was saved is in the first update; pages that only lead to it may come later."""
    edit(project, "documents/profiles/dex.yaml", "A *document* is a file.", "A *document* is a long file.")
    _, updates = refresh(preview)
    assert updates[0].addresses == ("DOC/TF/Volume1/ch-3.html",)


def test_without_a_change_nothing_is_written(preview: Preview) -> None:
    """A save that changes nothing writes no page."""
    addresses, updates = refresh(preview)
    assert addresses == set()
    assert updates[0].pages == 0


class Broken(NamedTuple):
    """What a file is made to hold, and a page of it with words that have to stay."""

    file: str
    text: str
    address: str
    words: str


BROKEN = [
    Broken("documents/profiles/dex.yaml", "profile: DEX\n\tbroken: [\n", "DOC/TF/Volume1/ch-3.html", "keeps what it sent"),
    Broken("documents/profiles/dex.yaml", "profile: DEX\nstage: no\n", "DOC/TF/Volume1/ch-3.html", "keeps what it sent"),
    Broken("documents/profiles/news.yaml", "", "DOC/NEWS/index.html", "Is no news good news?"),
    Broken("documents/actors.yaml", "actors: [\n", "actors/document-receiver.html", "Takes in documents."),
    Broken("documents/framework.yaml", "code: DOC: DOC\n", "DOC/index.html", "Documents go from one place"),
    Broken("general/chapters.yaml", "chapters:\n  - chapter: '1\n", "GeneralIntro/ch-1.html", "An introduction"),
]  # fmt: skip


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.file)
def test_a_broken_file_keeps_its_last_pages(project: Path, preview: Preview, case: Broken) -> None:
    """While a file cannot be read, its pages stay as they were and one shows the problem, until it is mended."""
    file = project / "frameworks" / case.file
    good = file.read_text(encoding="utf-8")
    before = contents(project / "preview")
    file.write_text(case.text, encoding="utf-8")
    _, updates = refresh(preview)
    assert updates[0].new_problems
    assert case.words in text(project, case.address)
    assert str(updates[0].new_problems[0].where) in text(project, case.address)
    file.write_text(good, encoding="utf-8")
    _, updates = refresh(preview)
    assert updates[0].problems == ()
    assert contents(project / "preview") == before


def test_only_new_problems_are_new(project: Path, preview: Preview) -> None:
    """A problem is announced once, and counted as long as it is there."""
    edit(project, "imaging/profiles/view.yaml", "actor: Image Store\n", "actor: Image Stoer\n")
    _, updates = refresh(preview)
    first = updates[0]
    assert "`Image Stoer`" in first.new_problems[0].message
    edit(project, "imaging/profiles/view.yaml", "capsule: Shows an image.", "capsule: Shows images.")
    _, updates = refresh(preview)
    assert updates[0].new_problems == ()
    assert updates[0].problems == first.problems
    assert updates[0].summary.endswith(("problem", "problems"))


def test_a_new_file_is_a_new_page(project: Path, preview: Preview) -> None:
    """A profile that is added has its page, and stands in the contents of its volume."""
    (project / "frameworks/imaging/profiles/zoom.yaml").write_text(
        'profile: ZOOM\ntitle: Zoom\nchapter: "4"\nstage: final-text\nkind: [workflow]\ncapsule: Zooms.\nunknown: [options]\n'
        "actors:\n  - actor: Image Viewer\n    transactions: [{transaction: IMG-1, optionality: R}]\n",
        encoding="utf-8",
    )
    addresses, _ = refresh(preview)
    assert {"IMG/TF/Volume1/ch-4.html", "IMG/TF/Volume1/index.html", "actors/image-viewer.html"} <= addresses
    assert "Zooms." in text(project, "IMG/TF/Volume1/ch-4.html")


def test_a_deleted_file_takes_its_page_along(project: Path, preview: Preview) -> None:
    """A profile that is deleted has no page, and no page leads to it."""
    (project / "frameworks/documents/profiles/news.yaml").unlink()
    refresh(preview)
    assert not (project / "preview/DOC/NEWS/index.html").exists()
    assert "DOC/NEWS" not in (project / "preview/actors/news-reader.html").read_text(encoding="utf-8")


def test_prose_in_a_file_of_its_own_is_followed(project: Path, preview: Preview) -> None:
    """A save of a Markdown file writes the page that shows it."""
    edit(project, "general/chapters/reading.md", "The last words.", "The very last words.")
    addresses, _ = refresh(preview)
    assert addresses == {"GeneralIntro/ch-1.html"}
    assert "The very last words." in text(project, "GeneralIntro/ch-1.html")


def test_after_any_edit_it_shows_what_a_build_would(project: Path, preview: Preview, tmp_path: Path) -> None:
    """Whatever changes, the preview leaves what a fresh build of a draft would make."""
    fresh = tmp_path / "fresh"
    new_project(fresh)
    for name, make in EDITS.items():
        make(project)
        make(fresh)
        refresh(preview)
        if (
            name != "a framework that goes"
        ):  # an unreadable or missing file keeps its last pages in the preview
            build(fresh, as_preview=True)
            found, expected = contents(project / "preview"), contents(fresh / "site")
            differ = {a for a in found.keys() | expected.keys() if found.get(a) != expected.get(a)}
            assert differ == set(), f"after an edit of {name}"

"""Drafts always build: a mistake is shown where it was made, and every other page is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.faulty import MISTAKES
from tests.site.pages import article, page, words
from tests.site.project import build, edit, new_project
from tests.site.test_addresses import PAGES


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_shown_on_a_page(faulty_site: Path, name: str) -> None:
    """On the page of the entity, or on the first page of its domain where it has none: code, words, place and hint."""
    mistake = MISTAKES[name]
    root = page(faulty_site / mistake.page)
    shown = [words(item) for item in root.xpath("//*[@class='problems']//li")]
    assert any(mistake.code in text and mistake.words in text for text in shown), shown


@pytest.mark.parametrize("name", MISTAKES)
def test_a_problem_leads_to_its_place(faulty_site: Path, name: str) -> None:
    """The link of a problem leads to the sentence, row or heading it is about; without a page of the file there is none."""
    mistake = MISTAKES[name]
    root = page(faulty_site / mistake.page)
    [item] = [li for li in root.xpath("//*[@class='problems']//li") if mistake.code in words(li)]
    links = [link.get("href") for link in item.xpath(".//a")]
    assert len(links) == bool(mistake.place)
    for link in links:
        target = root.get_element_by_id(link.removeprefix("#"))
        assert mistake.place in words(target.getparent() if target.tag == "th" else target)


def test_a_problem_whose_place_is_on_another_page_leads_there(tmp_path: Path) -> None:
    """What is written of a volume is printed on the volume's page; the page of its domain leads there."""
    project = new_project(tmp_path / "project")
    edit(
        project,
        "documents/framework.yaml",
        '{volume: "1", title: Profiles, holds: profiles, introduction: The profiles of this domain.}',
        'volume: "1"\n    title: Profiles\n    holds: profiles\n    introduction: |\n      One.\n\n      See [DOC-99].',
    )
    build(project, draft=True)
    [link] = page(project / "site/DOC/index.html").xpath("//*[@class='problems']//a")
    address, _, anchor = link.get("href").partition("#")
    assert address == "../DOC/TF/Volume1/index.html"
    assert (
        words(page(project / "site/DOC/TF/Volume1/index.html").get_element_by_id(anchor)) == "See [DOC-99]."
    )


def test_every_mistake_is_printed_by_the_build(faulty_site: Path) -> None:
    """The build ends with all problems, each once, and names no other."""
    printed = (faulty_site.parent / "build.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(code for line in printed for code in line.split() if code in _CODES) == sorted(_CODES)


_CODES = [mistake.code for mistake in MISTAKES.values()]


def test_every_other_page_is_there(faulty_site: Path) -> None:
    """No page of the miniature is missing, and each has its text."""
    for address, heading in PAGES.items():
        assert words(article(page(faulty_site / address)).xpath(".//h1")[0]) == heading


def test_pages_without_mistakes_show_none(faulty_site: Path) -> None:
    """A problem stands on the pages it is about, and on no other."""
    with_problems = {
        file.relative_to(faulty_site).as_posix()
        for file in faulty_site.rglob("*.html")
        if page(file).xpath("//*[@class='problems']")
    }
    assert with_problems == {mistake.page for mistake in MISTAKES.values()}


def test_a_draft_says_so(faulty_site: Path, tiny_site: Path) -> None:
    """Every page of a draft is marked, and robots are asked to leave; a site without errors has no mark."""
    for site, is_draft in ((faulty_site, True), (tiny_site, False)):
        for address in PAGES:
            root = page(site / address)
            assert bool(root.xpath("//meta[@name='robots'][@content='noindex']")) == is_draft
            assert ("Draft preview" in words(root)) == is_draft


def test_what_a_reference_misses_is_plain_text(faulty_site: Path) -> None:
    """A name that nothing defines is printed without a link."""
    table = article(page(faulty_site / "IMG/UA/index.html")).xpath(".//table")[0]
    assert "Image Vewer" in words(table)
    assert not table.xpath(".//a[contains(., 'Vewer')]")


def test_a_framework_without_its_first_file_has_no_pages(tmp_path: Path) -> None:
    """Where the domain itself is not written, nothing leads to its pages, and the others are built."""
    project = new_project(tmp_path / "project")
    (project / "frameworks/imaging/framework.yaml").unlink()
    build(project)
    assert not (project / "site/IMG").exists()
    for file in (project / "site").rglob("*.html"):
        assert not page(file).xpath("//a[contains(@href, 'IMG/')]"), file

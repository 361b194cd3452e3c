"""Published editions in a browser: an earlier one says that there is a newer one, a deep link shows its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults_on_pages
from tests.browser.static_host import served
from tests.site.project import edit, new_project, tf

pytestmark = pytest.mark.browser
OLD = "DOC/TF-1/3.0-final-text/html/DOC/TF/Volume1/index.html"
NEW = "DOC/TF-1/4.0-final-text/html/DOC/TF/Volume1/index.html"
CHAPTER = "DOC/TF-1/3.0-final-text/html/DOC/TF/Volume1/ch-3.html"
CHANGES = "DOC/TF-1/4.0-final-text/html/changes.html"
HISTORY = "DOC/TF-1/history.html"
DISPOSITIONS = "DOC/comments/DOC-NEWS-2025-1.html"
RECORD = """\
period: DOC-NEWS-2025-1
document: DOC/NEWS
title: News of Documents (NEWS)
edition: 0.9-public-comment
opens: 2025-03-01
closes: 2025-04-15
comments:
  - comment: DOC-NEWS-2025-1-001
    received: 2025-04-01
    door: excel-form
    submitter: Reviewer A
    location: {section: "4"}
    priority: high
    issue: "Whom does it tell?"
    state: implemented
    disposition:
      outcome: accepted
      authority: committee
      decided_on: 2025-05-20
      change: substantive
      carried_by: 1.0-trial-implementation
      before: Tells what happened to documents.
      after: Tells readers what happened.
  - comment: DOC-NEWS-2025-1-002
    received: 2025-04-01
    door: excel-form
    submitter: Reviewer B
    location: {section: "4.2"}
    issue: "Is it needed?"
    state: decided
    disposition: {outcome: rejected, response: It is., authority: committee, decided_on: 2025-05-20}
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site on which a volume was published twice."""
    project = new_project(tmp_path_factory.mktemp("published") / "project")
    publish = ("publish", "DOC/TF-1", "--stage", "final-text", "--date")
    assert tf([*publish, "2025-06-01"], project).returncode == 0
    edit(project, "documents/profiles/dex.yaml", "title: Document Exchange", "title: Document Exchanges")
    assert tf([*publish, "2026-06-01"], project).returncode == 0
    record = project / "frameworks/documents/comment_periods/DOC-NEWS-2025-1.yaml"
    record.parent.mkdir()
    record.write_text(RECORD, encoding="utf-8")
    built = tf(["build", "--no-search", "-o", "site"], project)
    assert built.returncode == 0, built.stdout
    return project / "site"


@pytest.fixture(scope="module")
def url(published: Path) -> Iterator[str]:
    """The address of that site."""
    with served(published) as address:
        yield address


def test_an_earlier_edition_leads_to_the_newest(page: Page, url: str) -> None:
    """Over the web it says so, with the way to the newest and to all; the newest says nothing."""
    page.goto(f"{url}/{OLD}")
    banner = page.get_by_role("complementary", name="Newer edition")
    expect(banner).to_contain_text(
        "This is an earlier edition. The newest is revision 4.0, final text, 2026-06-01"
    )
    banner.get_by_role("link", name="revision 4.0").click()
    page.wait_for_url(f"{url}/{NEW}")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("complementary", name="Newer edition")).to_have_count(0)


def test_from_disk_an_edition_is_quiet(page: Page, published: Path) -> None:
    """Opened from a folder it asks for nothing, and reads as it was published."""
    page.goto((published / OLD).as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("complementary", name="Newer edition")).to_have_count(0)


def test_the_sign_at_a_paragraph_copies_its_link(page: Page, url: str) -> None:
    """With the pointer on a paragraph its sign appears; the link leads to the paragraph, which stands out then."""
    page.goto(f"{url}/DOC/TF/Volume1/ch-3.html")
    paragraph = page.locator("main p[id^='p-']").first
    paragraph.hover()
    sign = paragraph.get_by_role("link", name="Link to this place")
    expect(sign).to_be_visible()
    sign.click()
    anchor = paragraph.get_attribute("id")
    assert page.evaluate("navigator.clipboard.readText()") == f"{url}/DOC/TF/Volume1/ch-3.html#{anchor}"
    assert page.evaluate("getComputedStyle(document.querySelector(':target')).boxShadow") != "none"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe_finds_nothing(browser: Browser, url: str, scheme: Any, width: int) -> None:
    """On an edition's pages, its changes, the list of all, and dispositions, in both themes and on a phone."""
    pages = (OLD, CHAPTER, CHANGES, HISTORY, DISPOSITIONS)
    assert faults_on_pages(browser, url, pages, scheme=scheme, width=width) == ""


def test_on_a_phone_an_edition_has_its_files_and_its_pages(page: Page, url: str) -> None:
    """They stand around the text, since an edition has no menu that opens."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{url}/{NEW}")
    files = page.get_by_role("navigation", name="Edition")
    for name in ("PDF", "Changes", "All editions"):
        expect(files.get_by_role("link", name=name)).to_be_visible()
    page.locator("#volume-nav").get_by_role("link", name="Document Exchanges").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Document Exchanges")

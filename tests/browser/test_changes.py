"""Changes and change proposals in a browser: what is spoken, copied, narrowed; and axe-core on their pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import faults_on_pages
from tests.browser.static_host import served

PAGES = (
    "DOC/NEWS/index.html",
    "DOC/supplements/receipts.html",
    "DOC/change-proposals/index.html",
    "DOC/change-proposals/CP-DOC-2.html",
    "DOC/change-proposals/CP-DOC-12.html",
    "DOC/TF/Volume2/DOC-1.html",
)


@pytest.fixture(scope="module")
def tiny_url(tiny_site: Path) -> Iterator[str]:
    """The address of the miniature's site."""
    with served(tiny_site) as address:
        yield address


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe_finds_nothing(browser: Browser, tiny_url: str, scheme: Any, width: int) -> None:
    """In both themes and on a phone, where nothing is wider than the screen either."""
    assert faults_on_pages(browser, tiny_url, PAGES, scheme=scheme, width=width) == ""


def test_insertions_and_deletions_are_spoken_and_not_copied(page: Page, tiny_url: str) -> None:
    """A screen reader hears what is inserted and what is deleted; who copies the text gets the text."""
    page.goto(f"{tiny_url}/DOC/NEWS/index.html")
    change = page.locator("#change-3")
    spoken = " ".join(change.aria_snapshot().split())
    assert "deletion:" in spoken
    assert "[deleted:" in spoken
    assert "[inserted:" in spoken
    assert "It says ok ok, or what happened. See Table 3.1.4.1.2-1." in change.inner_text()


def test_the_instruction_is_boxed_and_marks_look_as_ihe_prints_them(page: Page, tiny_url: str) -> None:
    """A line on all four sides; insertions bold and underlined, deletions bold and struck through."""
    page.goto(f"{tiny_url}/DOC/NEWS/index.html")
    style = "element => { const s = getComputedStyle(element); return [s.borderTopStyle, s.borderLeftStyle, s.textDecorationLine, Number(s.fontWeight) > 600]; }"
    assert page.locator("#change-3 .instruction").evaluate(style)[:2] == ["solid", "solid"]
    assert page.locator("#change-3 ins").first.evaluate(style)[2:] == ["underline", True]
    assert page.locator("#change-3 del").evaluate(style)[2:] == ["line-through", True]


def test_the_table_of_proposals_is_narrowed(page: Page, tiny_url: str) -> None:
    """By state and by words, and the address keeps the choice."""
    page.goto(f"{tiny_url}/DOC/change-proposals/index.html")
    rows = page.locator("table.proposals tbody tr:visible th")
    page.get_by_label("Ballot").check()
    assert rows.all_inner_texts() == ["CP-DOC-12"]
    page.get_by_label("Ballot").uncheck()
    page.get_by_label("Words").fill("who may read")
    assert rows.all_inner_texts() == ["CP-DOC-2"]
    assert page.locator("form.filter output").inner_text() == "1 of 3 change proposals"
    page.reload()
    assert rows.all_inner_texts() == ["CP-DOC-2"]

"""Search: jumping to names, and full text."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_an_id_is_found_and_opened_by_keyboard(page: Page, site_url: str) -> None:
    """Slash, the id, Enter: that is the way to a transaction."""
    page.goto(f"{site_url}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("iti 18")
    expect(page.get_by_role("option").first).to_contain_text("[ITI-18]")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}/ITI/TF/Volume2/ITI-18.html")


def test_an_acronym_is_found(page: Page, site_url: str) -> None:
    """An acronym with a dot leads to its profile."""
    page.goto(f"{site_url}/RAD/index.html")
    page.keyboard.press("/")
    page.keyboard.type("xds-i.b")
    expect(page.get_by_role("option").first).to_contain_text("Imaging")


def test_full_text_finds_words_that_are_no_names(page: Page, site_url: str) -> None:
    """The full-text index finds a phrase of the prose in a static folder."""
    page.goto(f"{site_url}/search.html?q=public+comment+disposition")
    expect(page.get_by_role("main").get_by_role("link", name="Comment Process").first).to_be_visible(
        timeout=15_000
    )


def test_nothing_found_is_told(page: Page, site_url: str) -> None:
    """A word that is nowhere gives a sentence, not an empty box."""
    page.goto(f"{site_url}/search.html?q=qqzzxxyy")
    expect(page.get_by_role("status").get_by_text("0 results")).to_be_visible(timeout=15_000)


def test_escape_closes_the_search(page: Page, site_url: str) -> None:
    """Escape closes the dialog and gives the keyboard back to the page."""
    page.goto(f"{site_url}/index.html")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()

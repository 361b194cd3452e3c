"""What a reader does with the site, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect


def test_from_the_diagram_to_the_transaction_to_the_actor(page: Page, site_url: str) -> None:
    """A person who knows IHE opens XDS.b, clicks ITI-18 in the diagram, and from there the Document Registry."""
    page.goto(f"{site_url}/ITI/TF/Volume1/ch-10.html")
    expect(page.locator("h1")).to_contain_text("Cross-Enterprise Document Sharing (XDS.b)")
    page.locator("figure#f10\\.1-1 svg a", has_text="ITI-18").first.click()
    expect(page).to_have_url(f"{site_url}/ITI/TF/Volume2/ITI-18.html")
    expect(page.locator("h1")).to_contain_text("Registry Stored Query [ITI-18]")
    page.locator("#t3\\.18\\.2-1").get_by_role("link", name="Document Registry").click()
    expect(page).to_have_url(f"{site_url}/actors/document-registry.html")
    expect(page.locator("#transactions-table")).to_contain_text("Registry Stored Query [ITI-18]")


def test_an_actor_in_the_diagram_leads_to_its_page(page: Page, site_url: str) -> None:
    """Boxes of the actor diagram are links that the keyboard reaches too."""
    page.goto(f"{site_url}/ITI/TF/Volume1/ch-7.html")
    box = page.locator("figure#f7\\.1-1 svg a", has_text="Time Server").first
    box.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}/actors/time-server.html")


def test_deep_links_land_on_the_section(page: Page, site_url: str) -> None:
    """IHE's own deep links work: the section is in view below the header."""
    page.goto(f"{site_url}/ITI/TF/Volume1/ch-10.html#10.3")
    page.wait_for_function(
        """() => {
            const heading = document.getElementById("10.3").querySelector("h2").getBoundingClientRect().top;
            const header = document.querySelector("header.site-header").getBoundingClientRect().bottom;
            return heading >= header - 1 && heading < 400;
        }"""
    )


def test_a_trial_implementation_stub_leads_to_its_supplement(page: Page, site_url: str) -> None:
    """The chapter that is reserved for MHD links to the full text."""
    page.goto(f"{site_url}/ITI/TF/Volume1/ch-33.html")
    page.get_by_role("main").get_by_role("link", name=re.compile("supplement")).first.click()
    expect(page).to_have_url(f"{site_url}/ITI/MHD/index.html")


def test_a_citation_in_prose_is_a_link(page: Page, site_url: str) -> None:
    """IHE's way of citing a transaction becomes a link without any markup."""
    page.goto(f"{site_url}/GeneralIntro/ch-3.html")
    page.get_by_role("main").get_by_role("link", name="Registry Stored Query [ITI-18]").first.click()
    expect(page).to_have_url(f"{site_url}/ITI/TF/Volume2/ITI-18.html")


def test_the_volume_is_listed_beside_the_chapter(page: Page, site_url: str) -> None:
    """The list of the volume marks the open chapter and leads to the next."""
    page.goto(f"{site_url}/ITI/TF/Volume1/ch-10.html")
    current = page.locator("#volume-nav a[aria-current='page']")
    expect(current).to_contain_text("Cross-Enterprise Document Sharing")
    page.locator("#volume-nav").get_by_role("link", name=re.compile("Personnel White Pages")).click()
    expect(page.locator("h1")).to_contain_text("Personnel White Pages")


def test_the_address_of_a_section_can_be_copied(page: Page, site_url: str) -> None:
    """The sign beside a heading copies the full address and says so."""
    page.goto(f"{site_url}/ITI/TF/Volume1/ch-10.html")
    page.locator("section[id='10.2'] > h2 a.headerlink").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site_url}/ITI/TF/Volume1/ch-10.html#10.2"


def test_profiles_can_be_filtered(page: Page, site_url: str) -> None:
    """The cards of a domain narrow by stage and kind, and the count is told."""
    page.goto(f"{site_url}/ITI/index.html")
    cards = page.locator("article.card")
    everything = cards.filter(visible=True).count()
    assert everything == 57
    page.get_by_label("Content", exact=True).check()
    content = cards.filter(visible=True).count()
    assert 0 < content < everything
    page.get_by_label("Final Text", exact=True).check()
    assert 0 < cards.filter(visible=True).count() < content
    expect(page.locator("form.filter output")).to_contain_text(str(cards.filter(visible=True).count()))


def test_the_dark_theme_is_remembered(page: Page, site_url: str) -> None:
    """The choice of theme holds on the next page and changes what is seen."""
    page.goto(f"{site_url}/index.html")
    light = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    page.locator("[data-theme-toggle]").click()
    dark = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    page.goto(f"{site_url}/ITI/index.html")
    assert page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor") == dark != light


def test_pages_fit_a_phone(browser: Browser, site_url: str) -> None:
    """At 360 pixels no page scrolls sideways; wide tables and figures scroll inside their own frame."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    for address in (
        "index.html",
        "ITI/index.html",
        "ITI/TF/Volume1/ch-10.html",
        "ITI/TF/Volume2/ITI-18.html",
        "RAD/TF/Volume1/ch-3.html",
        "RAD/TF/Volume2/RAD-5.html",
        "RAD/IRA/index.html",
        "GeneralIntro/ch-B.html",
        "actors/document-registry.html",
        "guides/first-walk.html",
    ):
        page.goto(f"{site_url}/{address}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{address} is {wide} pixels too wide"
    context.close()


def test_everything_is_there_without_scripts(browser: Browser, site_url: str) -> None:
    """With scripts off, a chapter has its text, tables, diagram and the way to other pages."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}/ITI/TF/Volume1/ch-10.html")
    expect(page.locator("#t10\\.1-1")).to_contain_text("Registry Stored Query [ITI-18]")
    expect(page.locator("#f10\\.1-1 svg")).to_be_visible()
    expect(page.locator("#volume-nav")).to_contain_text("Volume 1")
    context.close()


def test_the_site_works_from_disk(browser: Browser, real_site: Path) -> None:
    """Opened from a folder, pages show their volume's list and jump to names."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((real_site / "ITI/TF/Volume1/ch-10.html").as_uri())
    expect(page.locator("#volume-nav a[aria-current='page']")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("iti-41")
    expect(page.get_by_role("option").first).to_contain_text("Provide and Register Document Set-b [ITI-41]")
    context.close()

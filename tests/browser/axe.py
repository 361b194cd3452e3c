"""axe-core on pages of a site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_faults(tab: Page, url: str, address: str) -> list[str]:
    """Open a page; every violation of WCAG 2.2 AA on it, element by element."""
    answer = tab.goto(f"{url}/{address}")
    assert answer
    assert answer.ok, address
    tab.wait_for_load_state("networkidle")
    tab.add_script_tag(path=_AXE)
    found = tab.evaluate("rules => axe.run(document, {runOnly: rules})", _RULES)
    return [
        f"{address}: {violation['id']}: {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def faults_on_pages(
    browser: Browser, url: str, pages: Iterable[str], *, scheme: Any = "light", width: int = 1280
) -> str:
    """What is wrong on pages in one theme and on a screen of some width, also that a page is wider than the screen."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    faults: list[str] = []
    for address in pages:
        faults += axe_faults(tab, url, address)
        if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{address}: wider than the screen")
    context.close()
    return "\n".join(faults)

"""axe-core on pages of a site."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_faults(tab: Page, url: str, address: str) -> list[str]:
    """Open a page; every violation of WCAG 2.2 AA on it, element by element."""
    tab.goto(f"{url}/{address}")
    tab.wait_for_load_state("networkidle")
    tab.add_script_tag(path=_AXE)
    found = tab.evaluate("rules => axe.run(document, {runOnly: rules})", _RULES)
    return [
        f"{address}: {violation['id']}: {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]

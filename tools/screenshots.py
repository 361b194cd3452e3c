"""Make the pictures of the README from the built site: ``make screenshots``."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "site"
TARGET = ROOT / "docs" / "screenshots"

PICTURES = (
    ("chapter", "ITI/TF/Volume1/ch-10.html#f10.1-1", 1440, 1000, "light"),
    ("transaction", "ITI/TF/Volume2/ITI-18.html", 1440, 900, "dark"),
    ("domain", "RAD/index.html", 1440, 900, "light"),
    ("actor-phone", "actors/document-registry.html", 390, 844, "light"),
)
"""Name, page with the place to show, width and height in CSS pixels, colour scheme."""


def main() -> None:
    """Photograph every page of :data:`PICTURES`."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, page, width, height, scheme in PICTURES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            tab = context.new_page()
            address, _, anchor = page.partition("#")
            tab.goto(f"{(SITE / address).as_uri()}#{anchor}")
            tab.wait_for_load_state("networkidle")
            tab.screenshot(path=TARGET / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()

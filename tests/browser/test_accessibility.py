"""axe-core finds no violation of WCAG 2.2 AA on any kind of page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import faults_on_pages

PAGES = (
    "index.html",
    "search.html",
    "ITI/index.html",
    "ITI/TF/Volume1/index.html",
    "ITI/TF/Volume1/ch-2.html",
    "ITI/TF/Volume1/ch-10.html",
    "ITI/TF/Volume1/ch-33.html",
    "ITI/TF/Volume2/index.html",
    "ITI/TF/Volume2/ITI-18.html",
    "ITI/TF/Volume2/ITI-65.html",
    "ITI/MHD/index.html",
    "ITI/TF/Volume3/ch-5.2.html",
    "RAD/TF/Volume1/ch-3.html",
    "RAD/TF/Volume2/RAD-5.html",
    "ITI/change-proposals/index.html",
    "ITI/change-proposals/CP-ITI-1206.html",
    "GeneralIntro/index.html",
    "GeneralIntro/ch-7.html",
    "GeneralIntro/ch-A.html",
    "GeneralIntro/ch-D.html",
    "GeneralIntro/standards.html",
    "actors/document-registry.html",
    "guides/first-walk.html",
    "guides/rules.html",
    "guides/rules/TF204.html",
)
FEW = (
    "index.html",
    "ITI/index.html",
    "ITI/TF/Volume1/ch-10.html",
    "ITI/TF/Volume2/ITI-18.html",
    "ITI/change-proposals/index.html",
    "ITI/change-proposals/CP-ITI-1206.html",
    "GeneralIntro/ch-7.html",
    "actors/document-registry.html",
    "guides/rules.html",
)
"""One page of each layout, for the dark theme and for a phone."""


@pytest.mark.parametrize(
    ("pages", "scheme", "width"),
    [(PAGES[0::2], "light", 1280), (PAGES[1::2], "light", 1280), (FEW, "dark", 1280), (FEW, "light", 360)],
)
def test_axe_finds_nothing(
    browser: Browser, site_url: str, pages: tuple[str, ...], scheme: Any, width: int
) -> None:
    """Every kind of page in the light theme, each layout in the dark theme and on a phone."""
    assert faults_on_pages(browser, site_url, pages, scheme=scheme, width=width) == ""

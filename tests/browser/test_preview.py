"""``tf serve`` beside a text editor, in a real browser: problems lead to their places, and nothing blanks the page."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.project import ROOT, edit, new_project

pytestmark = pytest.mark.browser


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The framework in miniature, as a project of its own."""
    return new_project(tmp_path / "project")


@pytest.fixture
def preview_url(project: Path) -> Iterator[str]:
    """The address that ``tf serve`` prints; Ctrl+C ends it with a word and no complaint."""
    with subprocess.Popen(
        # where the tests run in the background, the shell has made Ctrl+C mean nothing
        [
            "env",
            "--default-signal=INT",
            sys.executable,
            "-u",
            "-m",
            "build_tools.cli",
            "serve",
            "--port",
            "0",
            "--root",
            project,
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        found = next(filter(None, (re.match(r"http://\S+", line) for line in process.stdout)))
        yield found[0].rstrip("/")
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        assert rest.splitlines()[-1] == "stopped"
        assert process.stderr.read() == "building all pages; later only what changes is built\n"
        assert process.wait(timeout=30) == 0


def test_a_problem_leads_to_its_place(page: Page, preview_url: str, project: Path) -> None:
    """A click on a problem scrolls to the sentence it is about and marks it; file and line stand beside it."""
    page.set_viewport_size({"width": 1000, "height": 400})
    page.goto(f"{preview_url}/DOC/NEWS/index.html")
    expect(page.locator(".problems")).to_have_count(0)
    edit(project, "documents/profiles/news.yaml", "Who reads news?", "Who reads news with [DOC-99]?")
    problem = page.locator(".problems li")
    expect(problem).to_have_count(1)
    expect(problem).to_contain_text("the transaction `DOC-99` is cited but not defined")
    expect(problem.locator(".place")).to_contain_text(
        re.compile(r"frameworks/documents/profiles/news\.yaml:\d+:\d+")
    )
    place = page.locator("p", has_text="Who reads news with [DOC-99]?")
    expect(place).not_to_be_in_viewport()
    plain = place.evaluate("one => getComputedStyle(one).backgroundColor")
    problem.get_by_role("link").click()
    expect(place).to_be_in_viewport()
    assert place.evaluate("one => getComputedStyle(one).backgroundColor") != plain


def test_a_broken_file_keeps_its_page(page: Page, preview_url: str, project: Path) -> None:
    """While a file cannot be read, its last page stays with the problem above it; mended, it is as before."""
    page.goto(f"{preview_url}/DOC/TF/Volume1/ch-3.html")
    heading = page.locator("h1").inner_text()
    text = page.locator(".content").inner_text()
    file = project / "frameworks/documents/profiles/dex.yaml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("title:", "\ttitle:"), encoding="utf-8")
    expect(page.locator(".problems")).to_contain_text("a tab is used for indentation")
    expect(page.locator(".problems .place")).to_have_text("frameworks/documents/profiles/dex.yaml:2:1")
    assert page.locator("h1").inner_text() == heading
    assert page.locator(".content").inner_text() == text
    above = page.locator(".problems").bounding_box()
    below = page.locator(".content").bounding_box()
    assert above
    assert below
    assert above["y"] < below["y"]
    file.write_text(good, encoding="utf-8")
    expect(page.locator(".problems")).to_have_count(0)
    assert page.locator(".content").inner_text() == text

"""Every link of every page leads somewhere, nothing is loaded from elsewhere, and all HTML is valid."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from tests.site.pages import ids, links, page
from tests.site.project import ROOT

VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"

every_site = pytest.mark.parametrize(
    "site",
    ["tiny_site", "faulty_site", pytest.param("real_site", marks=pytest.mark.xdist_group("real-site"))],
)


def pages(site: Path) -> list[Path]:
    """The files of all pages."""
    return sorted(site.rglob("*.html"))


def scripts_with_addresses(site: Path) -> dict[str, list[str]]:
    """The addresses in the lists for navigation and jumping, by the script that holds them."""
    found: dict[str, list[str]] = {}
    for script in (*sorted((site / "_static/nav").glob("*.js")), site / "_static/jump.js"):
        call = re.fullmatch(r"tf\w+\((.*)\);\n", script.read_text(encoding="utf-8"), re.DOTALL)
        assert call, script
        *_, entries = json.loads(f"[{call[1]}]")
        found[script.name] = [e["address"] if isinstance(e, dict) else e[2] for e in entries]
    return found


def is_there(site: Path, address: str) -> bool:
    """Whether there is a page at an address, and a place on it where the address names one."""
    path, fragment = urldefrag(address)
    file = site / unquote(path)
    if file.is_dir():
        file /= "index.html"
    return file.is_file() and (not fragment or unquote(fragment) in ids(file))


@every_site
def test_every_link_leads_somewhere(site: str, request: pytest.FixtureRequest) -> None:
    """Links to pages, sections, tables, figures and files of the site, in text, diagrams and frame, all resolve."""
    folder: Path = request.getfixturevalue(site)
    broken = []
    for file in pages(folder):
        own = file.relative_to(folder).as_posix()
        for place, target in links(page(file)):
            if not re.match(r"[a-z]+:", target):
                address = urljoin(f"https://site/{own}", target).removeprefix("https://site/")
                if not is_there(folder, address):
                    broken.append(f"{own}: {place} {target}")
    assert broken == []


@every_site
def test_every_address_in_the_lists_is_there(site: str, request: pytest.FixtureRequest) -> None:
    """What readers navigate and jump to by script is there."""
    folder: Path = request.getfixturevalue(site)
    lists = scripts_with_addresses(folder)
    assert {"general.js", "actors.js", "jump.js"} <= lists.keys()
    broken = [
        f"{name}: {a}" for name, addresses in lists.items() for a in addresses if not is_there(folder, a)
    ]
    assert broken == []


@every_site
def test_nothing_is_loaded_from_elsewhere(site: str, request: pytest.FixtureRequest) -> None:
    """Only a link that a reader follows leads out of the site; no script, style, image or font does."""
    folder: Path = request.getfixturevalue(site)
    loaded = [
        f"{file.name}: {place} {target}"
        for file in pages(folder)
        for place, target in links(page(file))
        if place != "a.href" and re.match(r"(?:[a-z]+:)?//|data:", target)
    ]
    assert loaded == []
    for sheet in (*folder.rglob("*.css"), *(folder / "_static/js").glob("*.js")):
        text = sheet.read_text(encoding="utf-8")
        assert not re.findall(r"url\(\s*['\"]?(?:https?:)?//|@import|fetch\(['\"]https?:", text), sheet


@every_site
def test_a_link_to_another_site_says_so(site: str, request: pytest.FixtureRequest) -> None:
    """A link that leaves the site is marked for its style; it is a whole address with https, http or mailto."""
    folder: Path = request.getfixturevalue(site)
    for file in pages(folder):
        for link in page(file).xpath("//*[@class='content']//a[contains(@href, ':')]"):
            href = link.get("href")
            if re.match(r"[a-z]+:", href):
                assert re.match(r"https?://|mailto:", href), href
                assert link.get("class") == "external", href


@pytest.mark.skipif(not VNU.is_file(), reason="node_modules is not installed; `make test` does it")
@pytest.mark.skipif(not shutil.which("java"), reason="the Nu checker runs on Java; `make test` installs it")
def test_html_is_valid(real_site: Path, faulty_site: Path, tiny_site: Path) -> None:
    """The Nu checker, which is the W3C's own, finds no error on any page; nothing is filtered.

    The real site, the miniature, and a draft full of problems are checked in one run.
    """
    command = ["java", "-Xmx1g", "-jar", str(VNU), "--errors-only", "--format", "json", "--exit-zero-always"]
    files = [str(file) for site in (real_site, faulty_site, tiny_site) for file in pages(site)]
    done = subprocess.run([*command, *files], capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    first: dict[str, str] = {}
    for message in messages:
        if message["type"] != "info":
            place = f"{message.get('url', '')}:{message.get('lastLine', '')}: {message.get('extract', '')}"
            first.setdefault(message["message"], place)
    assert first == {}, "each error with the first place where it is"

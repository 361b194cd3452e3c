"""The preview's server: pages with the script that reloads them, a stream of changes, and nothing outside its folder."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.sphinx_ext.preview_server import PreviewServer

PAGE = '<!doctype html>\n<html lang="en" data-address="{0}">\n<body>\n<p>{0}</p>\n</body>\n</html>\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site, beside a file that is nobody's business."""
    site = tmp_path / "site"
    for address in ("index.html", "DOC/index.html", "DOC/TF/Volume1/ch-3.html"):
        file = site / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(address), encoding="utf-8")
    (site / "_static").mkdir()
    (site / "_static/jump.js").write_text("tfJump([]);\n", encoding="utf-8")
    (tmp_path / "secret.html").write_text("<body>secret</body>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return site


@pytest.fixture
def server(folder: Path) -> Iterator[PreviewServer]:
    """A server for it at a free port."""
    with PreviewServer("127.0.0.1", 0, folder) as running:
        yield running


def get(server: PreviewServer, path: str) -> tuple[int, str, str]:
    """Status, kind and text of an answer; the path is sent as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    found = (answer.status, answer.getheader("Content-Type", ""), answer.read().decode("utf-8", "replace"))
    connection.close()
    return found


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/index.html?q=word", "index.html"),
        ("/DOC/", "DOC/index.html"),
        ("/DOC/TF/Volume1/ch-3.html", "DOC/TF/Volume1/ch-3.html"),
    ],
)
def test_pages_come_with_the_script_that_reloads_them(server: PreviewServer, path: str, address: str) -> None:
    """A page is served with one more script at its end; the file itself is left as it is."""
    status, kind, text = get(server, path)
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert f"<p>{address}</p>" in text
    assert text.count('<script src="/_preview/reload.js" defer></script></body>') == 1


def test_the_script_listens_to_changes(server: PreviewServer) -> None:
    """The script opens the stream of changes and reloads a page whose address is named."""
    status, kind, text = get(server, "/_preview/reload.js")
    assert (status, kind) == (200, "text/javascript")
    assert '"/_preview/events"' in text
    assert "dataset.address" in text


def test_other_files_come_as_they_are(server: PreviewServer) -> None:
    """Scripts and styles are served unchanged."""
    status, kind, text = get(server, "/_static/jump.js")
    assert status == 200
    assert "javascript" in kind
    assert text == "tfJump([]);\n"


@pytest.mark.parametrize("path", ["/nowhere.html", "/nowhere/", "/DOC/nowhere", "/_preview/other"])
def test_what_is_not_there_is_not_found(server: PreviewServer, path: str) -> None:
    """An address without a file is 404."""
    assert get(server, path)[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/../secret.txt",
        "/%2e%2e/secret.html",
        "/DOC/../../secret.txt",
        "/DOC/%2e%2e/%2e%2e/secret.html",
        "//secret.html",
        "/..%2fsecret.html",
        "/..\\secret.html",
        "/index.html/../../secret.html",
    ],
)
def test_nothing_outside_the_folder_is_served(server: PreviewServer, path: str) -> None:
    """However a path is written, it never leaves the site's folder."""
    status, _, text = get(server, path)
    assert "secret</body>" not in text
    assert text != "secret"
    assert status in (301, 400, 404)


def test_a_link_out_of_the_folder_is_not_followed_by_name(server: PreviewServer, folder: Path) -> None:
    """The folder above cannot be listed."""
    assert "secret" not in get(server, "/DOC/..%2f..%2f")[2]


def events(server: PreviewServer) -> Iterator[list[str]]:
    """The changes that the stream tells, until it is closed."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(b"GET /_preview/events HTTP/1.1\r\nHost: preview\r\n\r\n")
        stream = connection.makefile("r", encoding="utf-8", newline="\n")
        status = stream.readline()
        assert " 200 " in status
        headers = {line.partition(":")[0].lower(): line for line in iter(stream.readline, "\r\n")}
        assert "text/event-stream" in headers["content-type"]
        yield []
        for line in stream:
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))


def wait_for_listeners(server: PreviewServer, count: int) -> None:
    """Wait until so many pages are open."""
    end = time.monotonic() + 10
    while len(server._listeners) != count and time.monotonic() < end:
        time.sleep(0.01)
    assert len(server._listeners) == count


def test_a_change_reaches_every_open_page(server: PreviewServer) -> None:
    """After ``reload`` each open page is told the addresses; an empty list stands for all."""
    pages = [events(server) for _ in range(3)]
    for page in pages:
        next(page)
    wait_for_listeners(server, 3)
    server.reload(["DOC/index.html", "index.html"])
    server.reload([])
    for page in pages:
        assert next(page) == ["DOC/index.html", "index.html"]
        assert next(page) == []


def test_a_closed_page_is_forgotten(server: PreviewServer) -> None:
    """A page that went away does not keep the others from being told."""
    gone, here = events(server), events(server)
    next(gone)
    next(here)
    wait_for_listeners(server, 2)
    gone.close()
    for _ in range(3):  # the first words to a closed page may still be sent
        server.reload(["index.html"])
        assert next(here) == ["index.html"]
        time.sleep(0.05)
    wait_for_listeners(server, 1)


def test_it_ends_with_pages_open(folder: Path) -> None:
    """Closing the server ends the streams instead of waiting for them."""
    started = time.monotonic()
    with PreviewServer("127.0.0.1", 0, folder) as server:
        page = events(server)
        next(page)
        wait_for_listeners(server, 1)
    assert list(page) == []
    assert time.monotonic() - started < 8


def test_a_taken_port_is_an_error(server: PreviewServer, folder: Path) -> None:
    """Where another server listens, starting is refused."""
    with pytest.raises(OSError, match="in use"):
        PreviewServer("127.0.0.1", server.port, folder)

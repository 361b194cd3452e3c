"""``tf serve``: a whole session, from the first build over an edit to Ctrl+C."""

from __future__ import annotations

import http.client
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.project import ROOT, edit, new_project, tf


class Session:
    """A running preview and the lines it prints."""

    def __init__(self, project: Path) -> None:
        """Start it at a free port."""
        # where the tests run in the background, the shell has made Ctrl+C mean nothing
        command = ["env", "--default-signal=INT", sys.executable, "-m", "build_tools.cli", "serve"]
        command += ["--port", "0", "--root", str(project)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            start_new_session=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def line(self, pattern: str) -> re.Match[str]:
        """Wait for a line that matches."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if found := re.search(pattern, self._lines.get(timeout=60)):
                return found
        raise AssertionError(pattern)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The framework in miniature."""
    return new_project(tmp_path / "project")


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    """A preview of it, ended when the test is over."""
    session = Session(project)
    with session.process:
        yield session
        session.process.kill()


def read(port: int, path: str) -> str:
    """A page as the preview serves it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def test_a_session(session: Session, project: Path) -> None:
    """It builds, serves, follows an edit and a mistake, and ends at Ctrl+C with 0 and without a traceback."""
    session.line(r"\d+ pages, no problems, [\d.]+ s")
    port = int(session.line(r"http://127\.0\.0\.1:(\d+)/  \(Ctrl\+C stops\)")[1])
    time.sleep(0.5)  # the watcher starts after the line is printed
    edit(project, "documents/actors.yaml", "Looks on and keeps a log.", "Looks on and writes a log.")
    session.line(r"2 pages rewritten, no problems")
    page = read(port, "/actors/document-watcher.html")
    assert "Looks on and writes a log." in page
    assert "/_preview/reload.js" in page
    edit(project, "imaging/profiles/view.yaml", "actor: Image Store\n", "actor: Image Stoer\n")
    session.line(r"view\.yaml:\d+:\d+.*TF201.*`Image Stoer`")
    session.line(r"pages? rewritten, \d+ problem")
    session.process.send_signal(signal.SIGINT)
    assert session.process.wait(timeout=30) == 0
    assert session.process.stderr
    assert "Traceback" not in session.process.stderr.read()


def test_a_taken_port(session: Session, project: Path) -> None:
    """Where the port is taken, the command says so, offers a free one, and ends with 2."""
    url = session.line(r"http://127\.0\.0\.1:(\d+)/")
    done = tf(["serve", "--port", url[1], "--root", project, "-o", project / "other"])
    assert done.returncode == 2
    assert f"cannot listen at 127.0.0.1:{url[1]}" in done.stderr
    assert "try --port 0" in done.stderr

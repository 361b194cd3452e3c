"""A small web server for the preview: files, and a line to open pages that tells them to reload."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote

_EVENTS = "/_preview/events"
_SCRIPT = "/_preview/reload.js"
_RELOAD = f"""\
const source = new EventSource("{_EVENTS}");
source.onmessage = (event) => {{
  const here = document.documentElement.dataset.address;
  const changed = JSON.parse(event.data);
  if (changed.length === 0 || changed.includes(here)) location.reload();
}};
"""


MakePdf = Callable[[str], Path | None]
"""Makes the PDF at an address of the site; None when there is none to be made."""


class PreviewServer:
    """Serves a folder in the background."""

    def __init__(self, host: str, port: int, folder: Path, make_pdf: MakePdf | None = None) -> None:
        """Listen at an address; raises OSError when that is not possible."""
        self._listeners: list[queue.SimpleQueue[str | None]] = []
        handler = partial(_Handler, directory=str(folder), listeners=self._listeners, make_pdf=make_pdf)
        self._server = ThreadingHTTPServer((host, port), handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]

    def reload(self, addresses: Sequence[str]) -> None:
        """Tell open pages which addresses changed; an empty list means all."""
        for listener in list(self._listeners):
            listener.put(json.dumps(list(addresses)))

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for listener in self._listeners:
            listener.put(None)
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    """Files from the folder; pages get the reload script added."""

    def __init__(
        self,
        *args: object,
        directory: str,
        listeners: list[queue.SimpleQueue[str | None]],
        make_pdf: MakePdf | None,
    ) -> None:
        self._listeners = listeners
        self._make_pdf = make_pdf
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == _EVENTS:
            self._events()
        elif path == _SCRIPT:
            self._send(_RELOAD.encode(), "text/javascript")
        elif page := self._page(path):
            html = page.read_text(encoding="utf-8")
            self._send(
                html.replace("</body>", f'<script src="{_SCRIPT}" defer></script></body>').encode(),
                "text/html; charset=utf-8",
            )
        elif self._make_pdf and path.endswith(".pdf"):
            file = self._make_pdf(unquote(path.lstrip("/")))
            if file is None:
                self.send_error(404, "There is no such document")
            else:
                self._send(file.read_bytes(), "application/pdf")
        else:
            super().do_GET()

    def _page(self, path: str) -> Path | None:
        file = Path(self.translate_path(path))
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        return file if file.suffix == ".html" and file.is_file() else None

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _events(self) -> None:
        """Keep the connection open and pass every change on."""
        listener: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._listeners.append(listener)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            while (data := self._next(listener)) is not None:
                self.wfile.write(f"data: {data}\n\n".encode() if data else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            pass  # the page was closed
        finally:
            self._listeners.remove(listener)

    @staticmethod
    def _next(listener: queue.SimpleQueue[str | None]) -> str | None:
        try:
            return listener.get(timeout=15)
        except queue.Empty:
            return ""

    def log_message(self, *_args: object) -> None:
        """Say nothing: the terminal is for changes and problems."""

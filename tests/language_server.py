"""A small client for the YAML language server that editors use, over its standard input and output."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PROGRAM = Path("node_modules/yaml-language-server/bin/yaml-language-server")
_SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}},
}


class LanguageServer:
    """A running server. Places are (line, column) from 0, as the protocol counts them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._last_id = self._opened = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._process = subprocess.Popen(
            ["node", str(root / PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._ask("initialize", processId=None, rootUri=root.as_uri(), capabilities={})
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=_SETTINGS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End the server and close its pipes."""
        self._process.kill()
        self._process.communicate()

    def open(self, folder: str, text: str) -> str:
        """The address of a newly opened file of that text in a folder; it need not be on disk."""
        self._opened += 1
        uri = (self._root / folder / f"opened-{self._opened}.yaml").as_uri()
        self._tell(
            "textDocument/didOpen",
            textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text},
        )
        return uri

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """What the server has against an open file."""
        while uri not in self._diagnostics:
            self._receive()
        return self._diagnostics[uri]

    def completions(self, uri: str, place: tuple[int, int]) -> dict[str, dict[str, Any]]:
        """What the server offers at a place of an open file, by the label shown."""
        return {item["label"]: item for item in self._at("completion", uri, place)["items"]}

    def hover(self, uri: str, place: tuple[int, int]) -> str:
        """The text shown when the mouse rests on a place of an open file."""
        return str(self._at("hover", uri, place)["contents"]["value"])

    def _at(self, what: str, uri: str, place: tuple[int, int]) -> Any:
        position = {"line": place[0], "character": place[1]}
        return self._ask(f"textDocument/{what}", textDocument={"uri": uri}, position=position)

    def _ask(self, method: str, **params: Any) -> Any:
        self._last_id += 1
        self._send({"id": self._last_id, "method": method, "params": params})
        while (message := self._receive()).get("id") != self._last_id or "method" in message:
            pass
        assert "error" not in message, message["error"]
        return message["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; diagnostics are kept, questions of the server answered with nothing."""
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline()) != b"\r\n":
            assert line, "the language server ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

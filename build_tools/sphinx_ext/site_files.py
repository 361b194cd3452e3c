"""Files beside the pages: style sheets, scripts, navigation lists, the jump index, the full-text index."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from build_tools.document import Site
from build_tools.document.navigation import jump_index, navigation


def write_site_files(site: Site, theme: Path, out: Path) -> None:
    """Write everything that the pages load; files whose content did not change keep their time."""
    static = out / "_static"
    for file in sorted((theme / "static").rglob("*")):
        if file.is_file():
            _write(static / file.relative_to(theme / "static"), file.read_bytes())
    for name, entries in navigation(site).items():
        _write(static / "nav" / f"{name}.js", _call("tfNav", name, entries))
    _write(static / "jump.js", _call("tfJump", jump_index(site)))
    _write(out / ".nojekyll", b"")


def _call(function: str, *arguments: Any) -> bytes:
    """A script that hands data to a function; unlike JSON it also loads from a folder on disk."""
    data = ",".join(json.dumps(argument, ensure_ascii=False, separators=(",", ":")) for argument in arguments)
    return f"{function}({data});\n".encode()


def _write(file: Path, content: bytes) -> None:
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def write_full_text_index(out: Path) -> str:
    """Index all pages with Pagefind; an error message, or an empty text when it worked."""
    shutil.rmtree(out / "pagefind", ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(out), "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own arguments
    return "" if done.returncode == 0 else (done.stderr or done.stdout).strip()

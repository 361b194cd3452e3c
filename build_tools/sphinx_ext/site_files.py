"""Files beside the pages: style sheets, scripts, images, navigation lists, the jump index, the full-text index."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from build_tools.document import Site
from build_tools.document.navigation import jump_index, navigation

INDEX = "pagefind/pagefind-entry.json"
"""The file of the full-text index that is written last."""

_HEAD = 2_000
"""The address of a page stands in its first element; so many characters are read to find it."""


def write_site_files(site: Site, theme: Path, images: Mapping[str, Path], out: Path) -> None:
    """Write everything that the pages load, and remove what none loads any more.

    Files whose content did not change keep their time.
    """
    static = theme / "static"
    files = {
        f"_static/{file.relative_to(static).as_posix()}": file.read_bytes()
        for file in sorted(static.rglob("*"))
        if file.is_file()
    }
    files |= {
        f"_static/nav/{name}.js": _call("tfNav", name, list_) for name, list_ in navigation(site).items()
    }
    files["_static/jump.js"] = _call("tfJump", jump_index(site))
    files |= {address: file.read_bytes() for address, file in images.items()}
    files[".nojekyll"] = b""
    for address, content in files.items():
        _write(out / address, content)
    for folder in ("_static", "_images"):
        for file in list((out / folder).rglob("*")):
            if file.is_file() and file.relative_to(out).as_posix() not in files:
                _remove(file, out)


def _call(function: str, *arguments: Any) -> bytes:
    """A script that hands data to a function; unlike JSON it also loads from a folder on disk."""
    data = ",".join(json.dumps(argument, ensure_ascii=False, separators=(",", ":")) for argument in arguments)
    return f"{function}({data});\n".encode()


def _write(file: Path, content: bytes) -> None:
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def remove_former_pages(addresses: Collection[str], out: Path) -> None:
    """Remove pages of earlier builds that the site no longer has; other HTML files in the folder are left alone."""
    for file in list(out.rglob("*.html")):
        address = file.relative_to(out).as_posix()
        if address not in addresses and _is_ours(file, address):
            _remove(file, out)


def _is_ours(file: Path, address: str) -> bool:
    with file.open(encoding="utf-8", errors="replace") as text:
        return f'data-address="{address}"' in text.read(_HEAD)


def _remove(file: Path, out: Path) -> None:
    """Remove a file, and the folders that it leaves empty."""
    file.unlink()
    for folder in file.parents:
        if folder == out or any(folder.iterdir()):
            return
        folder.rmdir()


def write_full_text_index(out: Path) -> str:
    """Index all pages with Pagefind; an error message, or an empty text when it worked."""
    shutil.rmtree(out / "pagefind", ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(out),
        "--silent",
        "--exclude-selectors",
        ".headerlink",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own arguments
    return "" if done.returncode == 0 else (done.stderr or done.stdout).strip()

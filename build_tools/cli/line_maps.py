"""The maps of printed lines in a folder: those of the site, or of an edition."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

ENDING = ".lines.json"
_DOCUMENT = re.compile(r'\{"document": ("(?:[^"\\]|\\.)*")')


def line_maps(folder: Path) -> dict[str, Path]:
    """The map of every document in a folder, by the name that reviewers cite: ``ITI/MHD``, ``ITI/TF-1``.

    Where a folder holds a document and editions of it as well, it is the document's own.
    """
    found: dict[str, Path] = {}
    for file in sorted(folder.rglob(f"*{ENDING}"), key=lambda file: (-len(file.parts), file)):
        found[_name(file)] = file
    return dict(sorted(found.items()))


def _name(file: Path) -> str:
    """The name of the document; it stands on the first line, so that the others need not be read."""
    with file.open(encoding="utf-8") as text:
        first = text.readline()
    found = _DOCUMENT.match(first)
    return str(json.loads(found[1])) if found else file.name.removesuffix(ENDING)


def mapped_lines(file: Path) -> list[dict[str, Any]]:
    """The lines of a map, in order."""
    lines: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["lines"]
    return lines


def without_map(folder: Path) -> dict[str, Path]:
    """The PDFs in a folder that have no map, by the names of their documents."""
    return {
        _cited(file): file for file in sorted(folder.rglob("*.pdf")) if not file.with_suffix(ENDING).is_file()
    }


def _cited(file: Path) -> str:
    """How the document in a file is cited: ``ITI/TF-1`` for ``ITI/TF/ITI-TF-1.pdf``."""
    domain, _, volume = file.stem.partition("-TF-")
    if volume.isdigit():
        return f"{domain}/TF-{volume}"
    parent = file.parent
    return f"{parent.parent.name}/{file.stem}" if parent.name == file.stem else parent.name

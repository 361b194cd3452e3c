"""What a build remembers for the next one: the fingerprint of every page, and of the full-text index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from build_tools.sphinx_ext.site_files import INDEX, write_full_text_index


def written_before(remembered: Path, output: Path) -> dict[str, str]:
    """The fingerprint of each page that is in the output folder, by its address."""
    try:
        known: dict[str, str] = json.loads(remembered.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {address: mark for address, mark in known.items() if (output / address).is_file()}


def remember(remembered: Path, marks: Mapping[str, str]) -> None:
    """Keep the fingerprints for the next build."""
    remembered.write_text(json.dumps(marks, indent=0, sort_keys=True), encoding="utf-8")


def index_text(output: Path, addresses: Iterable[str], marks: dict[str, str]) -> str:
    """Index the text of all pages, unless the index that is there was made of the same pages; what is wrong, or nothing."""
    pages = {address: marks.get(address) for address in addresses}
    mark = hashlib.sha256(json.dumps(pages, sort_keys=True).encode()).hexdigest()
    if marks.get(INDEX) == mark:
        return ""
    fault = write_full_text_index(output)
    if not fault:
        marks[INDEX] = mark
    return fault

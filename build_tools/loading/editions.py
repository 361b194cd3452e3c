"""Published editions: what stands in ``publications/`` beside ``frameworks/``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PUBLICATIONS = "publications"
"""The folder of all editions, in the project: ``publications/ITI/MHD/1.0-public-comment/``."""
EDITION = "edition.json"
ANCHORS = "anchors.json"
EDITION_FORMAT = "framework-press-edition/1"
ANCHORS_FORMAT = "framework-press-anchors/1"


@dataclass(frozen=True)
class Edition:
    """One published edition, as its ``edition.json`` describes it."""

    folder: Path
    document: str
    """``ITI/MHD``, ``ITI/TF-1``, ``GeneralIntro``."""
    title: str
    edition: str
    """``1.0-public-comment``."""
    revision: str
    stage: str
    date: str
    closes: str | None
    """The last day of its comment period."""
    files: dict[str, str]
    """The SHA-256 of every other file of the edition, by its path."""

    @property
    def order(self) -> tuple[str, tuple[int, ...]]:
        """Sorts editions of one document, the newest last."""
        return self.date, tuple(int(part) for part in self.revision.split(".") if part.isdigit())

    def anchors(self) -> list[dict[str, Any]]:
        """The anchors of all pages; none when the file cannot be read, which `tf verify` reports."""
        try:
            found = json.loads((self.folder / ANCHORS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        listed = found.get("anchors") if isinstance(found, dict) else None
        return listed if isinstance(listed, list) else []


def editions(project: Path) -> tuple[Edition, ...]:
    """Every edition of a project, document by document, the newest of each last."""
    found = [edition for file in edition_files(project) if (edition := read_edition(file))]
    return tuple(sorted(found, key=lambda edition: (edition.document, edition.order)))


def edition_files(project: Path) -> list[Path]:
    """The file that describes each edition; what is being written is not among them."""
    folder = project / PUBLICATIONS
    found = folder.glob(f"**/{EDITION}")
    return sorted(file for file in found if not file.relative_to(folder).parts[0].startswith("."))


def newest(found: tuple[Edition, ...], document: str) -> Edition | None:
    """The newest of these editions of a document."""
    return next((edition for edition in reversed(found) if edition.document == document), None)


def read_edition(file: Path) -> Edition | None:
    """The edition that a file describes; None when it is no such file."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["format"] != EDITION_FORMAT:
            return None
        texts = {
            name: str(data[name]) for name in ("document", "title", "edition", "revision", "stage", "date")
        }
        return Edition(folder=file.parent, closes=data.get("closes"), files=dict(data["files"]), **texts)
    except (OSError, ValueError, TypeError, KeyError):
        return None

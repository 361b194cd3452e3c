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
CHANGES = "changes.json"
MODEL = "framework.json"
COMMENT_FORM = "comment-form.xlsx"
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
    start: str = ""
    """The first page of its HTML."""
    follows: str = ""
    """The edition before it; empty for a first one."""

    @property
    def address(self) -> str:
        """Its folder on the site: ``ITI/MHD/1.0-public-comment``."""
        return f"{self.document}/{self.edition}"

    @property
    def doors(self) -> tuple[tuple[str, str], ...]:
        """What readers open, each with its file: HTML, PDF, comment form, changes."""
        pdf = next((name for name in self.files if name.endswith(".pdf") and name.startswith("IHE_")), "")
        offered = (
            ("HTML", self.start),
            ("PDF", pdf),
            ("Comment form", COMMENT_FORM),
            ("Changes", "html/changes.html"),
        )
        return tuple((text, name) for text, name in offered if name in self.files)

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

    def model(self) -> dict[str, Any]:
        """What of the frameworks it carries; nothing when the file cannot be read, which `tf verify` reports."""
        try:
            found = json.loads((self.folder / MODEL).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def changes(self) -> list[tuple[str, str]]:
        """What changed in it, in IHE's words: what each change is about, and the change."""
        try:
            found = json.loads((self.folder / CHANGES).read_text(encoding="utf-8"))["changes"]
            return [(str(change["about"]), str(change["text"])) for change in found]
        except (OSError, ValueError, TypeError, KeyError):
            return []


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
        before = data.get("previous") or {}
        return Edition(
            folder=file.parent,
            closes=data.get("closes"),
            files=dict(data["files"]),
            start=str(data.get("start", "")),
            follows=str(before.get("edition", "")),
            **texts,
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None

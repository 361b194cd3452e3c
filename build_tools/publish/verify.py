"""Proves that no published byte changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from build_tools.loading.editions import EDITION, PUBLICATIONS, Edition, edition_files, read_edition

Fault = Literal["missing", "changed", "extra", "unreadable", "misplaced"]


@dataclass(frozen=True)
class Damage:
    """One file that is not as it was published."""

    edition: str
    """The folder of the edition: ``publications/ITI/MHD/1.0-public-comment``."""
    file: str
    fault: Fault

    def as_data(self) -> dict[str, str]:
        """The damage as plain data."""
        return {"edition": self.edition, "file": self.file, "fault": self.fault}


def verified(project: Path, document: str | None = None) -> Iterator[tuple[str, int, tuple[Damage, ...]]]:
    """Every edition by its folder: how many files it has, and which of them are not as published."""
    seals: dict[tuple[str, str], str] = {}
    found: list[tuple[Path, Edition | None]] = []
    for file in edition_files(project):
        edition = read_edition(file)
        seals |= _seal(file)
        if document is None or document in (edition.document if edition else "", _of_folder(project, file)):
            found.append((file, edition))
    for file, edition in found:
        name = file.parent.relative_to(project).as_posix()
        if edition is None:
            yield name, 0, (Damage(name, EDITION, "unreadable"),)
            continue
        damages = [*_of_files(name, edition), *_of_itself(project, name, edition, seals)]
        yield name, len(edition.files), tuple(sorted(damages, key=lambda damage: damage.file))


def _of_folder(project: Path, file: Path) -> str:
    """The document that the place of an edition stands for."""
    return file.parent.parent.relative_to(project / PUBLICATIONS).as_posix()


def _of_files(name: str, edition: Edition) -> Iterator[Damage]:
    there = {
        file.relative_to(edition.folder).as_posix(): file
        for file in edition.folder.rglob("*")
        if file.is_file() or file.is_symlink()
    }
    for path, digest in edition.files.items():
        if path not in there:
            yield Damage(name, path, "missing")
        elif there[path].is_symlink() or hashlib.sha256(there[path].read_bytes()).hexdigest() != digest:
            yield Damage(name, path, "changed")
    yield from (Damage(name, path, "extra") for path in there.keys() - edition.files.keys() - {EDITION})


def _of_itself(
    project: Path, name: str, edition: Edition, seals: dict[tuple[str, str], str]
) -> Iterator[Damage]:
    """Whether the edition is where it says, and the list of its files as the edition after it knows it."""
    if name != f"{PUBLICATIONS}/{edition.document}/{edition.edition}":
        yield Damage(name, EDITION, "misplaced")
    seal = seals.get((edition.document, edition.edition))
    if seal and seal != hashlib.sha256((project / name / EDITION).read_bytes()).hexdigest():
        yield Damage(name, EDITION, "changed")


def _seal(file: Path) -> dict[tuple[str, str], str]:
    """The checksum that an edition keeps of the list of files of the one before it."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        return {(data["document"], data["previous"]["edition"]): data["previous"]["sha256"]}
    except (OSError, ValueError, TypeError, KeyError):
        return {}

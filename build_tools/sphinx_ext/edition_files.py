"""The published editions on the site: copied byte by byte, with the list that older editions ask for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from build_tools.document.history_page import history_address
from build_tools.loading.editions import EDITION, Edition

LIST = "editions.json"


def put_editions(editions: Sequence[Edition], out: Path) -> None:
    """Copy every edition that is not there yet, remove what is published no more, and write the list."""
    for file in (*out.glob(f"*/*/*/{EDITION}"), *out.glob(f"GeneralIntro/*/{EDITION}")):
        if file.parent.relative_to(out).as_posix() not in {edition.address for edition in editions}:
            shutil.rmtree(file.parent)
    for edition in editions:
        _copy(edition, out / edition.address)
    if editions:
        (out / LIST).write_text(json.dumps(_list(editions), ensure_ascii=False, indent=1) + "\n", "utf-8")
    else:
        (out / LIST).unlink(missing_ok=True)


def _copy(edition: Edition, target: Path) -> None:
    """Copy an edition; its own description comes last, so that a copy with it is whole."""
    mark = target / EDITION
    described = (edition.folder / EDITION).read_bytes()
    if (
        mark.is_file()
        and mark.read_bytes() == described
        and all((target / f).is_file() for f in edition.files)
    ):
        return
    shutil.rmtree(target, ignore_errors=True)
    for name in _there(edition):
        file = target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(edition.folder / name, file)
    mark.write_bytes(described)


def _there(edition: Edition) -> Iterable[str]:
    """The files of an edition that are there, and lie in it; `tf verify` tells of others."""
    folder = edition.folder.resolve()
    for name in edition.files:
        file = (folder / name).resolve()
        if file.is_file() and file.is_relative_to(folder):
            yield name


def _list(editions: Sequence[Edition]) -> dict[str, Any]:
    documents = []
    for name in dict.fromkeys(edition.document for edition in editions):
        mine = [edition for edition in editions if edition.document == name]
        documents.append(
            {
                "document": name,
                "title": mine[-1].title,
                "newest": mine[-1].edition,
                "history": history_address(name),
                "editions": [
                    {
                        "edition": one.edition,
                        "revision": one.revision,
                        "stage": one.stage,
                        "date": one.date,
                        "closes": one.closes,
                        "address": f"{one.address}/{one.start}",
                    }
                    for one in reversed(mine)
                ],
            }
        )
    return {"format": "framework-press-editions/1", "documents": documents}

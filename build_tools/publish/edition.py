"""Writes an edition: built in a folder of its own, and put in its place as a whole or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.checks import CheckedFramework
from build_tools.exports.framework_json import framework_data
from build_tools.loading.editions import (
    ANCHORS,
    CHANGES,
    COMMENT_FORM,
    EDITION,
    EDITION_FORMAT,
    MODEL,
    PUBLICATIONS,
)
from build_tools.pdf import PrintedDocument
from build_tools.publish.anchors_file import Anchor, anchors_json, anchors_of
from build_tools.publish.changes_pages import ADDRESS as CHANGES_PAGE
from build_tools.publish.changes_pages import changes_document
from build_tools.publish.comparison import Comparison, compare
from build_tools.publish.documents import LivingDocument, dated, printed_stage
from build_tools.sphinx_ext.edition_builder import EditionOrder, PageAnchors, write_edition
from model.life_cycle import DocumentStage, edition_label

_SHORT = {
    DocumentStage.PUBLIC_COMMENT: "PC",
    DocumentStage.TRIAL_IMPLEMENTATION: "TI",
    DocumentStage.FINAL_TEXT: "FT",
}


@dataclass(frozen=True)
class EditionPlan:
    """What is to be published."""

    document: LivingDocument
    stage: DocumentStage
    revision: str
    date: str
    closes: str | None = None

    @property
    def label(self) -> str:
        """The edition's name: ``1.0-public-comment``."""
        return edition_label(self.revision, self.stage)

    @property
    def folder(self) -> str:
        """Where it is put, seen from the project: ``publications/ITI/MHD/1.0-public-comment``."""
        return f"{PUBLICATIONS}/{self.document.id}/{self.label}"

    @property
    def pdf(self) -> str:
        """The name of its PDF, as IHE names them: ``IHE_ITI_Suppl_MHD_Rev1-0_PC_2026-11-24.pdf``."""
        code, _, short = self.document.id.partition("/")
        kind = ["Suppl"] if self.document.kind == "supplement" else []
        parts = (
            "IHE",
            code,
            *kind,
            short,
            f"Rev{self.revision.replace('.', '-')}",
            _SHORT[self.stage],
            self.date,
        )
        return f"{'_'.join(filter(None, parts))}.pdf"

    def as_data(self, files: dict[str, str]) -> dict[str, Any]:
        """What ``edition.json`` says."""
        before = self.document.newest
        sealed = {"edition": before.edition, "sha256": _digest(before.folder / EDITION)} if before else None
        return {
            "format": EDITION_FORMAT,
            "document": self.document.id,
            "title": self.document.title,
            "edition": self.label,
            "revision": self.revision,
            "stage": self.stage.value,
            "date": self.date,
            "closes": self.closes,
            "previous": sealed,
            "start": f"html/{next(self.document.printed.pages).address}",
            "files": dict(sorted(files.items())),
        }


class DraftEdition:
    """An edition that is written, and not yet in its place."""

    def __init__(self, plan: EditionPlan, project: Path, folder: Path) -> None:
        """An edition of a project, written into an empty folder."""
        self.plan = plan
        self.anchors: list[Anchor] = []
        self.comparison: Comparison | None = None
        self.warnings = ""
        self.carried: dict[str, Any] = {}
        """What `framework.json` says."""
        self._project = project
        self.folder = folder

    def write(self, checked: CheckedFramework, *, pdf: bool) -> None:
        """Write pages, PDF, anchors, model and changes."""
        plan, document = self.plan, self.plan.document
        address = f"{document.id}/{plan.label}/{plan.pdf}"
        printed = dated(document.printed, address, plan.revision, plan.stage.value, plan.date)
        self.carried = data = _carried(framework_data(checked), document)
        before = document.newest

        def more(found: PageAnchors) -> tuple[PrintedDocument, ...]:
            self.anchors = anchors_of(document, checked, found, self._project)
            if before is None:
                return ()
            self.comparison = compare(before, self.anchors, data)
            return (changes_document(self.comparison, plan.label, printed),)

        order = EditionOrder(
            printed, self._frame(), plan.stage is not DocumentStage.FINAL_TEXT, more, pdf=pdf
        )
        self.warnings = write_edition(self._project, self.folder, checked, order).warnings
        self._write(ANCHORS, anchors_json(document.id, plan.label, self.anchors))
        self._write(MODEL, json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
        if self.comparison:
            found = self.comparison.as_data(document.id, plan.label)
            self._write(CHANGES, json.dumps(found, ensure_ascii=False, indent=1) + "\n")

    def _frame(self) -> dict[str, Any]:
        plan, document = self.plan, self.plan.document
        stage = printed_stage(plan.stage)
        pages = [{"title": page.title, "address": page.address} for page in document.printed.pages]
        up = "../" * (document.id.count("/") + 3)
        files = [{"title": "PDF", "address": f"../{plan.pdf}"}]
        if plan.stage is DocumentStage.PUBLIC_COMMENT:
            files.append({"title": "Comment form", "address": f"../{COMMENT_FORM}"})
        if document.newest:
            files.append({"title": "Changes", "address": CHANGES_PAGE})
            pages.append({"title": "Changes", "address": CHANGES_PAGE})
        files.append({"title": "All editions", "address": f"{up}{document.id}/history.html"})
        return {
            "document": document.id,
            "title": document.title,
            "edition": plan.label,
            "revision": plan.revision,
            "stage": plan.stage.value,
            "stage_label": stage,
            "shown": f"Revision {plan.revision}, {stage}",
            "date": plan.date,
            "closes": plan.closes,
            "up": up,
            "files": files,
            "pages": pages,
        }

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def put_in_place(self) -> Path:
        """Seal the edition with the checksums of its files, and put it where it belongs; its folder."""
        files = {
            file.relative_to(self.folder).as_posix(): _digest(file)
            for file in self.folder.rglob("*")
            if file.is_file()
        }
        self._write(EDITION, json.dumps(self.plan.as_data(files), ensure_ascii=False, indent=1) + "\n")
        target = self._project / self.plan.folder
        target.parent.mkdir(parents=True, exist_ok=True)
        self.folder.rename(target)
        return target


@contextmanager
def drafted(
    plan: EditionPlan,
    project: Path,
    checked: CheckedFramework,
    form: Callable[[Path], None] | None = None,
    *,
    pdf: bool = True,
) -> Iterator[DraftEdition]:
    """An edition as it would be; unless it is put in its place, nothing of it stays.

    ``form`` writes the comment form of a public comment to a file. Without ``pdf`` it is no whole edition, but all that
    its gate and a comparison need.
    """
    publications = project / PUBLICATIONS
    is_new = not publications.exists()
    publications.mkdir(exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".", dir=publications))
    try:
        folder = work / "edition"
        folder.mkdir()
        draft = DraftEdition(plan, project, folder)
        draft.write(checked, pdf=pdf)
        if form and plan.stage is DocumentStage.PUBLIC_COMMENT:
            form(folder / COMMENT_FORM)
        yield draft
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if is_new and not any(publications.iterdir()):
            publications.rmdir()


def _carried(data: dict[str, Any], document: LivingDocument) -> dict[str, Any]:
    """The model without what the document does not carry."""
    names = {
        kind: {key.name for key in document.keys if key.kind == kind} for kind in ("profile", "transaction")
    }
    modules = {key.name for key in document.keys if key.kind == "content_module"}
    profiles = [one for one in data["profiles"] if one["profile"] in names["profile"]]
    actors = {actor["actor"] for one in profiles for actor in one["actors"]}
    return {
        "format": data["format"],
        "document": document.id,
        "profiles": profiles,
        "transactions": [one for one in data["transactions"] if one["transaction"] in names["transaction"]],
        "content_modules": [one for one in data["content_modules"] if one["content_module"] in modules],
        "actors": [one for one in data["actors"] if one["actor"] in actors],
    }


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()

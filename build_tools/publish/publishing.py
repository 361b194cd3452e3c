"""From a wish to publish to a plan, to the answer of its gate, and to an edition."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_tools.checks import CheckedFramework, check
from build_tools.document import site
from build_tools.loading import load
from build_tools.loading.editions import editions
from build_tools.nearest import did_you_mean
from build_tools.publish.documents import LivingDocument, living_documents
from build_tools.publish.edition import DraftEdition, EditionPlan
from build_tools.publish.gates import Asked, GateItem, gate
from model.life_cycle import DocumentStage, next_revision

AskRegister = Callable[[LivingDocument, DraftEdition], tuple[GateItem, ...] | None]
"""What the register says of the comments on a document's last edition; None when it knows of none."""


class CannotPublishError(Exception):
    """What was asked for cannot even be tried; the message says why."""


@dataclass(frozen=True)
class Project:
    """A project with its checked frameworks and documents."""

    root: Path
    checked: CheckedFramework
    documents: tuple[LivingDocument, ...]

    def document(self, name: str) -> LivingDocument:
        """The document of that name, however it is written."""
        known = {document.id.casefold(): document for document in self.documents}
        found = known.get(name.casefold())
        if found is None:
            ids = [document.id for document in self.documents]
            hint = did_you_mean(name, ids) or "`tf status` lists the documents"
            raise CannotPublishError(f"there is no document `{name}`; {hint}")
        return found


def open_project(root: Path) -> Project:
    """The project in a folder."""
    frameworks = root / "frameworks"
    checked = check(load(frameworks), frameworks)
    return Project(root, checked, living_documents(site(checked), editions(root)))


def plan(
    project: Project, document: LivingDocument, stage: DocumentStage, day: str, closes: str | None
) -> EditionPlan:
    """The next edition of a document; refused when it is there already."""
    revision = next_revision(document.kind, stage, document.revisions)
    found = EditionPlan(document, stage, revision, day, closes)
    newest = document.newest
    if newest and newest.date > day:
        raise CannotPublishError(f"`{newest.edition}` was published on {newest.date}, after {day}")
    if (project.root / found.folder).exists():
        raise CannotPublishError(f"`{found.folder}` is there already; an edition is never written again")
    return found


def ask_gate(
    project: Project, draft: DraftEdition, register: AskRegister | None = None
) -> tuple[GateItem, ...]:
    """Every question of the gate, asked about an edition that is written but not in its place."""
    wanted = draft.plan
    comments = register(wanted.document, draft) if register else None
    texts = tuple(str(anchor["text"]) for anchor in draft.anchors)
    return gate(
        Asked(wanted.document, wanted.stage, project.checked, wanted.date, wanted.closes, texts, comments)
    )


def day_of_publication(root: Path, given: str | None) -> str:
    """The day that was given, else that of the commit; refused while the frameworks differ from it."""
    if given:
        return checked_day(given)
    committed = _git(root, "log", "-1", "--format=%cs")
    if not committed:
        raise CannotPublishError("this folder has no commit from which to take the day; say it with --date")
    return committed


def refuse_uncommitted(root: Path) -> None:
    """Refuse while files of the frameworks, theme or publications differ from the commit, so that it can be made again."""
    found = _git(root, "status", "--porcelain", "--", "frameworks", "themes", "conf.py", "publications")
    files = [line[3:] for line in found.splitlines()]
    if files:
        more = f" and {len(files) - 3} more" if len(files) > 3 else ""
        raise CannotPublishError(
            f"{', '.join(files[:3])}{more} differ from the last commit; commit first, so that the edition can be made again"
        )


def checked_day(text: str) -> str:
    """A day as people write it; refused when it is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise CannotPublishError(f"`{text}` is no day; write it as 2027-01-15") from None


def _git(root: Path, *arguments: str) -> str:
    """What git says, or nothing where there is no repository or no git."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own arguments
    except OSError:
        return ""
    return done.stdout.rstrip() if done.returncode == 0 else ""

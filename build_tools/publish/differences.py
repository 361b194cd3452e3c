"""Any two editions of a document compared, or one with the text as it is now."""

from __future__ import annotations

from typing import Any

from build_tools.loading.editions import Edition
from build_tools.nearest import did_you_mean
from build_tools.publish.comparison import Comparison, compare
from build_tools.publish.documents import LivingDocument
from build_tools.publish.edition import drafted
from build_tools.publish.publishing import CannotPublishError, Project, plan
from model.life_cycle import PUBLISHED, DocumentStage

NOW = "now"
"""What the text is called that is not published."""


def difference(
    project: Project, document: LivingDocument, old: str | None, new: str | None
) -> tuple[str, Comparison]:
    """The name of the newer state, and what differs in it from the older edition."""
    if not document.editions:
        raise CannotPublishError(f"nothing is published of {document.id} with which to compare it")
    before = _edition(document, old) if old else document.editions[-1]
    if new:
        after = _edition(document, new)
        return after.edition, compare(before, after.anchors(), _model(after))
    day = document.editions[-1].date
    stage = DocumentStage(before.stage) if before.stage in PUBLISHED else DocumentStage.PUBLIC_COMMENT
    with drafted(
        plan(project, document, stage, day, None), project.root, project.checked, pdf=False
    ) as draft:
        return NOW, compare(before, draft.anchors, draft.carried)


def _edition(document: LivingDocument, name: str) -> Edition:
    """The edition of that name, or the one whose name alone begins so."""
    found = [e for e in document.editions if e.edition == name] or [
        e for e in document.editions if e.edition.startswith(name)
    ]
    if len(found) == 1:
        return found[0]
    known = [edition.edition for edition in document.editions]
    hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
    raise CannotPublishError(f"{document.id} has no edition `{name}`; {hint}")


def _model(edition: Edition) -> dict[str, Any]:
    found = edition.model()
    if not found:
        raise CannotPublishError(f"`{edition.edition}` is damaged; see `tf verify`")
    return found

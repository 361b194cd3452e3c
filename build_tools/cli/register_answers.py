"""What the register of comments contributes to an edition: its comment form, and its part of the gate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.life_cycle import DocumentStage

if TYPE_CHECKING:
    from build_tools.publish.documents import LivingDocument
    from build_tools.publish.edition import DraftEdition, EditionPlan
    from build_tools.publish.gates import GateItem
    from build_tools.publish.publishing import AskRegister


def comment_form(found: EditionPlan) -> Callable[[Path], None]:
    """Writes the comment form of an edition."""

    def write(file: Path) -> None:
        from review.sheets.form import FormDocument, form_title, write_form

        closes = date.fromisoformat(found.closes) if found.closes else None
        document = FormDocument.of(found.document.id, found.document.title, closes)
        write_form(file, form_title(found.document.id), (document,))

    return write


def register_answers(base: Path) -> AskRegister:
    """Asks the register about the comments on a document's last edition for public comment."""

    def ask(document: LivingDocument, draft: DraftEdition) -> tuple[GateItem, ...] | None:
        from build_tools.publish.gates import GateItem

        newest = document.newest
        if newest is None or newest.stage != DocumentStage.PUBLIC_COMMENT:
            return None
        from build_tools.cli.comments.session import open_register
        from review import api

        open_register(base)
        about = (newest.document, newest.edition)
        period = next((one for one in api.periods() if (one.document, one.edition) == about), None)
        if period is None:
            return None
        return tuple(
            GateItem(
                item.question, item.holds, ": ".join(filter(None, (item.evidence, ", ".join(item.comments))))
            )
            for item in api.gate(period.name, draft.anchors, base)
        )

    return ask

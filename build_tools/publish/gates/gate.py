"""What every gate asks, and the values that gates are evaluated on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.checks import CheckedFramework
from build_tools.publish.documents import LivingDocument
from model.content_module import ContentModule
from model.entity import Entity
from model.life_cycle import DocumentStage, may_follow, next_stages, stage_of_document
from model.profile import Profile
from model.transaction import Transaction

_ELSEWHERE = " (what was published elsewhere is listed in documents.yaml under `revisions`)"
_SHOWN = 4
"""How many of many names an evidence lists."""


@dataclass(frozen=True)
class GateItem:
    """One question of a gate, and its answer."""

    question: str
    """As a statement that must hold: ``no error is left``."""
    holds: bool
    evidence: str

    def as_data(self) -> dict[str, object]:
        """The item as plain data."""
        return {"question": self.question, "holds": self.holds, "evidence": self.evidence}


@dataclass(frozen=True)
class Asked:
    """What a gate is asked about."""

    document: LivingDocument
    stage: DocumentStage
    checked: CheckedFramework
    date: str
    """The day of publication."""
    closes: str | None = None
    """The last day of the comment period."""
    texts: tuple[str, ...] = ()
    """The texts of all places of the document."""
    comments: tuple[GateItem, ...] | None = None
    """What the register says; None when it was not asked."""


def listed(names: list[str], none: str = "none") -> str:
    """Names in a row, the first few of many."""
    if len(names) <= _SHOWN:
        return ", ".join(names) or none
    return f"{', '.join(names[:_SHOWN])} and {len(names) - _SHOWN} more"


def of_every_stage(asked: Asked) -> Iterator[GateItem]:
    """The questions that every gate begins with."""
    document, stage = asked.document, asked.stage
    follows = may_follow(document.kind, document.past, stage)
    possible = " or ".join(s.label for s in next_stages(document.kind, document.past) if s.is_published)
    last = document.published_stage
    before = f"it was last published at {last.label}" if last else f"it is {document.past.label.lower()}"
    yield GateItem(
        f"{stage.label} may follow",
        follows,
        before if follows else f"{before}; next is {possible or 'nothing more'}{'' if last else _ELSEWHERE}",
    )
    errors = [str(problem.where) for problem in asked.checked.errors]
    yield GateItem("no error is left in the frameworks", not errors, listed(errors, "tf check finds none"))
    if document.kind == "supplement":
        others = [
            f"{entity.key.name}: {entity.stage.label}"
            for entity in carried(asked)
            if isinstance(entity, Profile) and stage_of_document(entity.stage) is not stage
        ]
        yield GateItem(f"its profiles say {stage.label}", not others, listed(others, "they do"))


def people(asked: Asked) -> Iterator[GateItem]:
    """Whether those are named who write and review it."""
    written = asked.document.written
    authors = written.authors if written else ()
    reviewers = tuple(dict.fromkeys(written.reviewers)) if written else ()
    enough = bool(authors) and len(reviewers) >= 2
    named = f"authors: {listed(list(authors))}; reviewers: {listed(list(reviewers))}"
    yield GateItem("an author and two reviewers are named", enough, named)


def carried(asked: Asked) -> Iterator[Entity]:
    """Everything that the document prints."""
    found = (asked.checked.framework.get(key) for key in asked.document.keys)
    return (entity for entity in found if entity)


_PLACEHOLDER = re.compile(r"(?:^|[.-])(?:[XYZ]+\d*)(?:$|[.-])")


def placeholders(asked: Asked) -> Iterator[GateItem]:
    """Whether every number is the final one."""
    found = [name for entity in carried(asked) for name in _unnumbered(entity)]
    yield GateItem(
        "section and transaction numbers are final", not found, listed(found, "no placeholder is left")
    )


def _unnumbered(entity: Entity) -> Iterator[str]:
    match entity:
        case Profile():
            if entity.chapter is None or not entity.chapter.isdigit():
                yield f"{entity.profile} has no chapter"
            yield from (
                f"{entity.profile}: {option.option} is in {option.section}"
                for option in entity.options
                if option.section and _PLACEHOLDER.search(option.section)
            )
        case Transaction():
            if not entity.number.isdigit() or _PLACEHOLDER.search(entity.section or ""):
                yield entity.transaction
        case ContentModule():
            if entity.section and _PLACEHOLDER.search(entity.section):
                yield f"{entity.content_module} is in {entity.section}"

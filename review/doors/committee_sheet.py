"""The committee's own sheet coming back: one row a comment, with the revision it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from review.doors.columns import plain_head
from review.doors.row import Decided, RowProblem
from review.doors.table import cell_text

SHEET_NAME = "Decisions"
"""The sheet's name, by which it is known again."""

FIELDS = {
    "Outcome": "outcome",
    "Refers to": "refers_to",
    "Response": "response",
    "Authority": "authority",
    "Decided on": "decided_on",
    "Minutes": "minutes",
    "Change": "change",
    "Changed at": "changed_at",
    "Carried by": "carried_by",
    "Commenter": "acceptance",
}
"""Head -> field of a disposition; these columns are the ones to fill in."""

ANSWERS_NAME = "Dispositions"
"""The sheet that goes to the public and to each commenter; one column of it may come back filled in."""

SATISFIED = "Are you satisfied? (satisfied / not-satisfied)"
"""The head of that column."""

_BY_HEAD = {
    SHEET_NAME: {plain_head(head): name for head, name in FIELDS.items()},
    ANSWERS_NAME: {plain_head(SATISFIED): "acceptance"},
}


@dataclass
class SheetDecisions:
    """What was found in the sheet."""

    decisions: list[Decided] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


def is_committee_sheet(name: str) -> bool:
    """Whether a sheet is one that was written here to come back."""
    return name in _BY_HEAD


def decisions_in(sheet: str, rows: Iterable[tuple[int, Sequence[Any]]]) -> SheetDecisions:
    """Every row that names a comment."""
    found = SheetDecisions()
    heads: dict[str, int] = {}
    for number, cells in rows:
        texts = [cell_text(cell) for cell in cells]
        if "comment" not in heads:
            heads = {plain_head(text): index for index, text in enumerate(texts) if text}
            continue
        if not any(texts):
            continue
        values = {head: texts[index] for head, index in heads.items() if index < len(texts) and texts[index]}
        if "comment" not in values:
            found.problems.append(RowProblem(sheet, number, "the row names no comment"))
            continue
        revision = values.get("revision", "") if sheet == SHEET_NAME else ""
        fields = {name: values[head] for head, name in _BY_HEAD[sheet].items() if head in values}
        found.decisions.append(
            Decided(
                sheet,
                number,
                values["comment"],
                int(revision) if revision.isdecimal() else None,
                fields,
                values.get("assigned to", ""),
            )
        )
    return found

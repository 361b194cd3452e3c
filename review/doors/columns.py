"""What the heads of columns mean, in every form that reviewers and committees have used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_REVIEWER = {
    "timestamp": "received",
    "date": "received",
    "received": "received",
    "submitter name": "submitter",
    "submitter": "submitter",
    "name": "submitter",
    "commenter": "submitter",
    "reviewer": "submitter",
    "submitter's email address": "email",
    "submitter email": "email",
    "email": "email",
    "email address": "email",
    "e-mail": "email",
    "contact details": "email",
    "submitter's organization": "organization",
    "organization": "organization",
    "organisation": "organization",
    "supplement name": "document",
    "document name": "document",
    "document": "document",
    "supplement": "document",
    "vol": "volume",
    "volume": "volume",
    "section #": "section",
    "section number": "section",
    "section": "section",
    "section no": "section",
    "line #": "line",
    "line number": "line",
    "line": "line",
    "lines": "line",
    "line no": "line",
    "anchor": "anchor",
    "quoted text": "quoted",
    "issue": "issue",
    "comment text": "issue",
    "what is wrong": "issue",
    "proposed change": "proposed_change",
    "proposed text": "proposed_change",
    "describe the solution you'd like": "proposed_change",
    "priority": "priority",
    "kind": "kind",
    "comment type": "kind",
}
"""Head -> field of a comment."""

OUTCOME_COLUMNS = (
    "disposition",
    "draft disposition",
    "decision",
    "resolution",
    "done no change",
    "status",
)
"""The committee's columns that may hold an outcome, the most telling first."""

TEXT_COLUMNS = (
    "discussion",
    "response",
    "comments",
    "comment",
    "notes",
    "discussion issue",
    "group",
    "decision",
    "disposition",
    "resolution",
    "commenter rebuttal",
)
"""The committee's columns that may hold its answer."""

_COMMITTEE = frozenset((*OUTCOME_COLUMNS, *TEXT_COLUMNS, "committee issue"))
_LAST_OF_FORM = "priority"


def plain_head(head: str) -> str:
    """A head without its remarks: ``Supplement Name (click cell and select from list)`` -> ``supplement name``."""
    without = re.sub(r"\([^)]*\)", " ", head.replace("\u2019", "'"))
    return " ".join(without.split()).casefold().rstrip(".:?")


@dataclass(frozen=True)
class Columns:
    """Which column holds what; -1 never occurs, absent fields are absent."""

    fields: dict[str, int]
    committee: dict[str, int]
    others: dict[str, int]
    """Columns with a head that nobody knows: their cells are kept as they are."""

    @property
    def is_form(self) -> bool:
        """Whether this is the head of a list of comments."""
        return "issue" in self.fields and len(self.fields) >= 3


def columns(heads: Sequence[str]) -> Columns:
    """The columns by their heads; a second *Issue*, after *Priority*, is the committee's."""
    fields: dict[str, int] = {}
    committee: dict[str, int] = {}
    others: dict[str, int] = {}
    for index, head in enumerate(heads):
        name = plain_head(head)
        if not name:
            continue
        field = _REVIEWER.get(name)
        if field and field not in fields:
            fields[field] = index
        elif name == "issue" or name in _COMMITTEE:
            committee.setdefault("committee issue" if name == "issue" else name, index)
        else:
            label = " ".join(head.split())
            others[label if label not in others else f"{label} {index + 1}"] = index
    return Columns(fields, committee, others)

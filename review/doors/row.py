"""What every door yields: comments as they were written, and what was not understood."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from model.comment_period import CommentKind, Priority
from review.addresses import without_addresses


@dataclass(frozen=True)
class RowProblem:
    """What was not understood in a row; the row is kept all the same."""

    sheet: str
    row: int
    reason: str


@dataclass(frozen=True)
class Proposed:
    """What the committee's own columns say about a row: a recommendation, never a decision."""

    outcome: str = ""
    response: str = ""
    duplicate_of_row: int | None = None
    refers_to: str = ""


@dataclass(frozen=True)
class WrittenComment:
    """One comment as it was written."""

    sheet: str
    row: int
    submitter: str = ""
    organization: str = ""
    email: str = ""
    received: datetime | None = None
    document: str = ""
    volume: str = ""
    section: str = ""
    section_was_number: bool = False
    """Whether the section's cell held a number, which has lost its last zero."""
    line: str = ""
    anchor: str = ""
    """The place chosen on a page, when the door knows one."""
    quoted: str = ""
    """The text chosen there."""
    issue: str = ""
    proposed_change: str = ""
    priority: Priority | None = None
    kind: CommentKind | None = None
    proposed: Proposed | None = None
    other_cells: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The same for the same comment by whatever door; priority, e-mail and the committee's cells do not count.

        Nor do addresses inside a text, which the public record leaves out: a restored comment is known again.
        """
        texts = (self.volume, self.section, self.line, self.issue, self.proposed_change)
        parts = (self.submitter, *map(without_addresses, texts))
        said = "\x1f".join(" ".join(part.split()).casefold() for part in parts)
        return hashlib.sha256(said.encode()).hexdigest()[:40]


@dataclass(frozen=True)
class Decided:
    """One row of the committee's own sheet, filled in: what is to be decided on which comment."""

    sheet: str
    row: int
    comment: str
    revision: int | None
    fields: Mapping[str, str]
    """Disposition field -> what the cell says; empty cells are left out."""
    assignee: str = ""


@dataclass(frozen=True)
class ReadFile:
    """All that a door found in a file."""

    door: str
    comments: tuple[WrittenComment, ...] = ()
    decisions: tuple[Decided, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    """Of the file and its sheets, beside those of the rows."""

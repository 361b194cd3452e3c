"""A public comment period: its comments and their dispositions, as the public may read them for good.

Who wrote to the committee by e-mail stays unnamed by it: no field of the record holds an address.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from model.entity import Entity, Name, Value

PeriodId = Annotated[str, Field(pattern=r"^[A-Za-z0-9.+]+(-[A-Za-z0-9.+]+)*-[0-9]{4}-[0-9]+$")]
"""A period's id: document, year, running number: ``ITI-MHD-2026-1``."""

CommentId = Annotated[str, Field(pattern=r"^[A-Za-z0-9.+]+(-[A-Za-z0-9.+]+)*-[0-9]{4}-[0-9]+-[0-9]{3,}$")]
"""A comment's id: its period's and its number in it: ``ITI-MHD-2026-1-017``."""

SHORTEST_PERIOD = 30
"""How many days a public comment period is open at least."""


class Priority(StrEnum):
    """What a comment asks of the committee."""

    HIGH = "high"
    """A major issue: discussion and debate."""
    MEDIUM = "medium"
    """A short discussion."""
    LOW = "low"
    """An editor alone."""


class CommentKind(StrEnum):
    """What a comment is about."""

    TECHNICAL = "technical"
    EDITORIAL = "editorial"
    QUESTION = "question"


class WorkState(StrEnum):
    """How far the committee has come with a comment."""

    NEW = "new"
    ASSIGNED = "assigned"
    PROPOSED = "proposed"
    DECIDED = "decided"
    IMPLEMENTED = "implemented"
    VERIFIED = "verified"

    @property
    def is_decided(self) -> bool:
        """Whether there is a decision."""
        return self in (WorkState.DECIDED, WorkState.IMPLEMENTED, WorkState.VERIFIED)


class Outcome(StrEnum):
    """What was decided."""

    ACCEPTED = "accepted"
    MODIFIED = "accepted-with-modification"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"
    DEFERRED = "deferred"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The outcome as it is printed: ``Accepted with modification``."""
        return self.value.replace("-", " ").capitalize()

    @property
    def is_accepted(self) -> bool:
        """Whether the text has to change."""
        return self in (Outcome.ACCEPTED, Outcome.MODIFIED)


class Authority(StrEnum):
    """By whose right it was decided."""

    EDITOR = "editor"
    COMMITTEE = "committee"


class Change(StrEnum):
    """What a decision changes in the text."""

    NONE = "none"
    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"


class Acceptance(StrEnum):
    """What the commenter says to the decision."""

    SATISFIED = "satisfied"
    NOT_SATISFIED = "not-satisfied"
    NO_ANSWER = "no-answer"


class PlaceKind(StrEnum):
    """What sort of place a reviewer cites."""

    LINES = "lines"
    SECTION = "section"
    TABLE = "table"
    FIGURE = "figure"
    CAPTION = "caption"
    """A table or figure, not said which: ``46.4.1-1``."""
    ISSUE = "issue"
    CHANGE_PROPOSAL = "change-proposal"
    TRANSACTION = "transaction"
    APPENDIX = "appendix"
    FRONT = "front"
    """A part before Volume 1: introduction, foreword, licences."""
    TITLE_PAGE = "title-page"
    PAGE = "page"
    GENERAL = "general"


class CitedPlace(Value):
    """One place that a reviewer cites, read from what was written."""

    kind: PlaceKind
    """What sort of place it is."""
    name: str = ""
    """Its number or name: ``704``, ``X.4.1``, ``3.83.4.1.2-1``, ``MHD_047``, ``Open Issue 4``."""
    through: str | None = None
    """The last line or section of a range."""
    approximate: bool = False
    """Whether the reviewer, or the way it was typed, leaves doubt: ``482-ish``, ``160ff.``."""
    or_else: tuple[str, ...] = ()
    """What else the name may have been before a spreadsheet took it for a number: ``3.20`` for ``3.2``."""


class CommentLocation(Value):
    """Where a comment points to."""

    volume: str | None = None
    """The volume, as written."""
    section: str | None = None
    """The section, as written."""
    line: str | None = None
    """The lines, as written."""
    places: tuple[CitedPlace, ...] = ()
    """What was read from them."""
    anchors: tuple[str, ...] = ()
    """The ids, in the edition, of the paragraphs, rows and headings meant."""
    section_number: str | None = None
    """The number of the section it lies in."""
    quoted: str | None = None
    """The text at that place, in the edition commented on."""


class CommentDisposition(Value):
    """What was decided on a comment, by whose right, what it changes and what the commenter says to it."""

    outcome: Outcome
    """The outcome."""
    refers_to: str | None = None
    """The comment it is a duplicate of, or the change proposal or issue it is deferred to."""
    response: str | None = None
    """The reason, or the answer to the commenter."""
    authority: Authority
    """By whose right."""
    decided_on: date | None = None
    """When."""
    minutes: str | None = None
    """Where the minutes are kept."""
    change: Change = Change.NONE
    """What it changes in the text."""
    changed_at: str | None = None
    """The section, table or figure that changes, when it is another than the comment's own place."""
    carried_by: str | None = None
    """The edition or commit that carries the change."""
    before: str | None = None
    """The text at the place before the change."""
    after: str | None = None
    """The text after it."""
    acceptance: Acceptance = Acceptance.NO_ANSWER
    """What the commenter says to it."""


class Comment(Value):
    """One public comment."""

    comment: CommentId
    """Its id."""
    received: date
    """The day it came."""
    door: Name
    """How it came: ``excel-form``, ``web-form``, ``csv``, ``json``."""
    submitter: str
    """Who wrote it."""
    organization: str | None = None
    """For which organization."""
    document: str | None = None
    """The document, as written."""
    location: CommentLocation = CommentLocation()
    """Where it points to."""
    priority: Priority | None = None
    """What it asks of the committee."""
    kind: CommentKind | None = None
    """What it is about."""
    issue: str
    """What is wrong."""
    proposed_change: str | None = None
    """What the commenter would write instead."""
    state: WorkState
    """How far the committee has come with it."""
    disposition: CommentDisposition | None = None
    """The decision, once there is one."""


class CommentPeriod(Entity):
    """The public record of a comment period, written by ``tf comments record``."""

    kind_name: ClassVar[str] = "comment_period"
    name_field: ClassVar[str] = "period"

    period: PeriodId
    """Its id."""
    document: Name
    """The document, as reviewers cite it: ``ITI/MHD``."""
    title: str | None = None
    """The document's title."""
    edition: Name
    """The edition commented on: ``1.0-public-comment``."""
    opens: date
    """The first day."""
    closes: date
    """The last day."""
    comments: tuple[Comment, ...] = ()
    """Every comment, by number."""

    @property
    def days(self) -> int:
        """How long it is open."""
        return (self.closes - self.opens).days

"""The sheets for the public: all dispositions of a period, and one reviewer's comments with their answers.

They are made from the public record, so nothing can stand in them that is not public.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from model.comment_period import Acceptance, Comment, CommentDisposition, CommentPeriod
from review.doors.committee_sheet import ANSWERS_NAME, SATISFIED
from review.sheets.cells import Column, new_book, save, write_list

_Cell = Callable[[Comment], str | None]


def _decided(read: Callable[[CommentDisposition], str | None]) -> _Cell:
    return lambda comment: read(comment.disposition) if comment.disposition else None


_PLACE: tuple[tuple[Column, _Cell], ...] = (
    (Column("Comment", 20), lambda c: c.comment),
    (Column("Submitter Name", 18), lambda c: c.submitter),
    (Column("Organization", 18), lambda c: c.organization),
    (Column("Vol", 6), lambda c: c.location.volume),
    (Column("Section #", 12), lambda c: c.location.section),
    (Column("Line #", 9), lambda c: c.location.line),
    (Column("Issue", 45), lambda c: c.issue),
    (Column("Proposed Change", 45), lambda c: c.proposed_change),
    (Column("Priority", 9), lambda c: c.priority.value.capitalize() if c.priority else None),
)
_ANSWER: tuple[tuple[Column, _Cell], ...] = (
    (
        Column("Disposition", 20),
        lambda c: c.disposition.outcome.label if c.disposition else "Not yet decided",
    ),
    (Column("Refers to", 20), _decided(lambda d: d.refers_to)),
    (Column("Response", 45), _decided(lambda d: d.response)),
    (Column("Decided by", 11), _decided(lambda d: d.authority.value)),
    (Column("Decided on", 12), _decided(lambda d: str(d.decided_on) if d.decided_on else None)),
    (Column("Minutes", 20), _decided(lambda d: d.minutes)),
    (Column("Change", 12), _decided(lambda d: d.change.value)),
    (Column("Carried by", 24), _decided(lambda d: d.carried_by)),
    (Column("Text before", 45), _decided(lambda d: d.before)),
    (Column("Text after", 45), _decided(lambda d: d.after)),
)
_COMMENTER = (
    Column("Commenter", 14),
    _decided(lambda d: None if d.acceptance is Acceptance.NO_ANSWER else d.acceptance.value),
)
_REPLY = (Column(SATISFIED, 20, fill_in=True), _COMMENTER[1])


def write_dispositions(file: Path, record: CommentPeriod) -> None:
    """Write the published disposition document as a sheet."""
    _write(file, f"Dispositions {record.period}", record.comments, (*_PLACE, *_ANSWER, _COMMENTER))


def write_reply(file: Path, record: CommentPeriod, submitter: str) -> int:
    """Write the sheet that answers one reviewer; how many comments it holds."""
    own = [c for c in record.comments if c.submitter.casefold() == submitter.casefold()]
    _write(file, f"Answers to {submitter}, {record.period}", own, (*_PLACE, *_ANSWER, _REPLY))
    return len(own)


def submitters(record: CommentPeriod) -> Iterator[str]:
    """Everybody who commented, each once, by name."""
    names = {comment.submitter.casefold(): comment.submitter for comment in reversed(record.comments)}
    yield from (names[key] for key in sorted(names) if key)


def _write(
    file: Path, title: str, comments: Sequence[Comment], parts: Sequence[tuple[Column, _Cell]]
) -> None:
    book, sheet = new_book(ANSWERS_NAME, {"title": title})
    rows = (tuple(read(comment) for _, read in parts) for comment in comments)
    write_list(sheet, tuple(column for column, _ in parts), rows)
    save(book, file)

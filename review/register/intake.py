"""What a door has read -> comments in the register, each once, all of a file or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from model.comment_period import CitedPlace, WorkState
from review.doors.row import WrittenComment
from review.garbage import without_collecting
from review.locations.edition import Edition
from review.locations.resolve import Placement, Resolution, resolve
from review.locations.written import cited_places, says_something
from review.register.models import Comment, Disposition, Period

_BATCH = 500

Progress = Callable[[int], None]
"""Called with how many more rows are done."""


@dataclass(frozen=True)
class Arrival:
    """Where and when comments come in."""

    door: str
    file: str
    at: datetime
    by: str
    edition: Edition | None = None
    progress: Progress = lambda _done: None


@dataclass(frozen=True)
class Taken:
    """What came of a file's comments."""

    new: int = 0
    known: int = 0
    unplaced: int = 0
    """Comments of the file whose location was not found, new or known."""


def take_in(period: Period, comments: Sequence[WrittenComment], arrival: Arrival) -> Taken:
    """Keep the comments that are not known yet, in one transaction; who comes second waits."""
    numbered = list(with_fingerprints(comments))
    with without_collecting(), transaction.atomic():
        locked = Period.objects.select_for_update().get(pk=period.pk)
        known = {
            mark: (pk, placement)
            for mark, pk, placement in Comment.objects.filter(period=locked).values_list(
                "fingerprint", "pk", "placement"
            )
        }
        fresh = [(mark, written) for mark, written in numbered if mark not in known]
        made = [
            _comment(locked, mark, written, locked.last_number + index, arrival)
            for index, (mark, written) in enumerate(fresh, 1)
        ]
        _store(locked, made, arrival)
        locked.last_number += len(made)
        locked.save(update_fields=("last_number",))
        known |= {comment.fingerprint: (comment.pk, comment.placement) for comment in made}
        _store_proposals(locked, numbered, {mark: pk for mark, (pk, _) in known.items()})
    unplaced = sum(known[mark][1] == Placement.UNPLACED.value for mark, _ in numbered)
    return Taken(len(made), len(numbered) - len(made), unplaced)


def with_fingerprints(comments: Sequence[WrittenComment]) -> Iterator[tuple[str, WrittenComment]]:
    """Each comment with what tells it from others; the second of two equal rows in one file is a second comment."""
    seen: Counter[str] = Counter()
    for comment in comments:
        mark = comment.fingerprint
        seen[mark] += 1
        yield (mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"), comment


def _comment(period: Period, mark: str, written: WrittenComment, number: int, arrival: Arrival) -> Comment:
    arrival.progress(1)
    places = cited_places(
        written.volume, written.section, written.line, from_number=written.section_was_number
    )
    is_given = says_something(written.section) or says_something(written.line)
    found = _chosen(written, arrival.edition) or resolve(places, arrival.edition, is_given=is_given)
    has_outcome = written.proposed is not None and bool(written.proposed.outcome)
    return Comment(
        period=period,
        number=number,
        fingerprint=mark,
        received_at=written.received or arrival.at,
        door=arrival.door,
        file=arrival.file,
        sheet=written.sheet,
        row=written.row,
        problems=list(written.problems),
        other_cells=dict(written.other_cells),
        submitter=written.submitter,
        organization=written.organization,
        email=written.email,
        document=written.document,
        volume=written.volume,
        section=written.section,
        line=written.line,
        places=[_as_data(place) for place in places],
        **_placed(found),
        issue=written.issue,
        proposed_change=written.proposed_change,
        priority=written.priority.value if written.priority else "",
        kind=written.kind.value if written.kind else "",
        state=(WorkState.PROPOSED if has_outcome else WorkState.NEW).value,
    )


def _chosen(written: WrittenComment, edition: Edition | None) -> Resolution | None:
    """The place that was chosen on a page, if this edition has it."""
    anchor = edition.get(written.anchor) if edition and written.anchor else None
    if anchor is None:
        return None
    return Resolution(Placement.RESOLVED, (anchor.id,), anchor.section, anchor.text)


def _placed(found: Resolution) -> dict[str, Any]:
    return {
        "placement": found.placement.value,
        "anchors": list(found.anchors),
        "section_number": found.section,
        "quoted": found.quoted,
        "quoted_before": found.before,
        "quoted_after": found.after,
    }


def place_again(period: Period, edition: Edition) -> int:
    """Look up in an edition what could not be looked up when it came; how many were placed."""
    waiting = Comment.objects.filter(
        period=period, placement__in=(Placement.CITED.value, Placement.UNPLACED.value)
    )
    changed = []
    for comment in waiting:
        is_given = says_something(comment.section) or says_something(comment.line)
        found = resolve(comment.cited_places, edition, is_given=is_given)
        if found.placement.value != comment.placement:
            for name, value in _placed(found).items():
                setattr(comment, name, value)
            changed.append(comment)
    if changed:
        Comment.objects.bulk_update(changed, [*_placed(Resolution(Placement.NONE))], batch_size=100)
    return len(changed)


_LOG_ARRIVALS = """
INSERT INTO register_logentry (period_id, comment_id, action, old, new, "by", at, why)
SELECT period_id, id, 'received', '', state, %s, %s, TRIM(file || ' ' || sheet) || ' row ' || CAST("row" AS text)
FROM register_comment WHERE period_id = %s AND number > %s ORDER BY number
"""
"""One statement for all new comments: the log would cost as much as they do, row by row."""


def _store(period: Period, made: Sequence[Comment], arrival: Arrival) -> None:
    Comment.objects.bulk_create(made, batch_size=_BATCH)
    with connection.cursor() as cursor:
        cursor.execute(_LOG_ARRIVALS, [arrival.by, arrival.at, period.pk, period.last_number])


def _as_data(place: CitedPlace) -> dict[str, Any]:
    """A place as it is kept: what it says, without what every place has."""
    data: dict[str, Any] = {"kind": place.kind.value, "name": place.name}
    if place.through:
        data["through"] = place.through
    if place.approximate:
        data["approximate"] = True
    if place.or_else:
        data["or_else"] = list(place.or_else)
    return data


def _store_proposals(
    period: Period, numbered: Sequence[tuple[str, WrittenComment]], pks: Mapping[str, int]
) -> None:
    """Keep what the committee's columns recommend, where nobody has recommended or decided anything."""
    recommended = [(pks[mark], written.proposed) for mark, written in numbered if written.proposed]
    if not recommended:
        return
    rows = {written.row: pks[mark] for mark, written in numbered}
    taken = set(Disposition.objects.filter(comment__period=period).values_list("comment_id", flat=True))
    numbers = dict(Comment.objects.filter(period=period).values_list("pk", "number"))
    made = []
    for pk, proposed in recommended:
        if pk in taken:
            continue
        other = rows.get(proposed.duplicate_of_row or -1)
        refers_to = f"{period.name}-{numbers[other]:03}" if other and other != pk else proposed.refers_to
        made.append(
            Disposition(
                comment_id=pk,
                standing=Disposition.PROPOSED,
                outcome=proposed.outcome,
                response=proposed.response,
                refers_to=refers_to,
                by="sheet",
            )
        )
    Disposition.objects.bulk_create(made, batch_size=_BATCH)

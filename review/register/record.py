"""The public record of a period, out of the register and back into an empty one."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.db import transaction
from django.db.models import Q

from model import comment_period as public
from review.addresses import without_addresses
from review.doors.row import WrittenComment
from review.locations.resolve import Placement
from review.refusals import NotEmptyError
from review.register.intake import with_fingerprints
from review.register.models import Comment, Disposition, LogEntry, Period


def public_record(period: Period) -> public.CommentPeriod:
    """Everything public about a period; the same register gives the same record."""
    comments = period.comments.select_related("period").prefetch_related("dispositions").order_by("number")  # type: ignore[attr-defined]  # Django adds it
    return public.CommentPeriod(
        period=period.name,
        document=period.document,
        title=_said(period.title),
        edition=period.edition,
        opens=period.opens,
        closes=period.closes,
        comments=tuple(public_comment(comment) for comment in comments),
    )


def public_comment(comment: Comment) -> public.Comment:
    """What the public may read of a comment."""
    return public.Comment(
        comment=comment.name,
        received=comment.received_at.astimezone(UTC).date(),
        door=comment.door,
        submitter=without_addresses(comment.submitter),
        organization=_said(comment.organization),
        document=_said(comment.document),
        location=_location(comment),
        priority=public.Priority(comment.priority) if comment.priority else None,
        kind=public.CommentKind(comment.kind) if comment.kind else None,
        issue=without_addresses(comment.issue),
        proposed_change=_said(comment.proposed_change),
        state=public.WorkState(comment.state),
        disposition=_disposition(comment, comment.decision) if comment.decision else None,
    )


def _said(text: str) -> str | None:
    return without_addresses(text) or None


def _location(comment: Comment) -> public.CommentLocation:
    return public.CommentLocation(
        volume=_said(comment.volume),
        section=_said(comment.section),
        line=_said(comment.line),
        places=comment.cited_places,
        anchors=tuple(comment.anchors),
        section_number=_said(comment.section_number),
        quoted=_said(comment.quoted),
    )


def _disposition(comment: Comment, decided: Disposition) -> public.CommentDisposition | None:
    if not decided.outcome:
        return None
    changes = decided.is_accepted and decided.change != public.Change.NONE.value
    return public.CommentDisposition(
        outcome=public.Outcome(decided.outcome),
        refers_to=_said(decided.refers_to),
        response=_said(decided.response),
        authority=public.Authority(decided.authority or public.Authority.EDITOR.value),
        decided_on=decided.decided_on,
        minutes=_said(decided.minutes),
        change=public.Change(decided.change),
        changed_at=_said(decided.changed_at),
        carried_by=_said(decided.carried_by),
        before=_said(decided.before or (comment.quoted if changes and not decided.after else "")),
        after=_said(decided.after),
        acceptance=public.Acceptance(decided.acceptance),
    )


def restore(record: public.CommentPeriod, at: datetime, by: str) -> Period:
    """Everything public of a record into a register that does not hold the period; all of it or nothing."""
    with transaction.atomic():
        same = Q(name=record.period) | Q(document=record.document, edition=record.edition)
        if Period.objects.filter(same).exists():
            raise NotEmptyError(
                f"the register holds {record.period} already; restore into an empty one (DATABASE_URL names it)"
            )
        period = Period.objects.create(
            name=record.period,
            document=record.document,
            title=record.title or "",
            edition=record.edition,
            opens=record.opens,
            closes=record.closes,
            last_number=max((_number(comment) for comment in record.comments), default=0),
        )
        made = Comment.objects.bulk_create(_restored(period, record), batch_size=500)
        Disposition.objects.bulk_create(
            [
                _restored_disposition(comment, written.disposition)
                for comment, written in zip(made, record.comments, strict=True)
                if written.disposition
            ],
            batch_size=500,
        )
        LogEntry.objects.create(
            period=period, action="restored", new=f"{len(made)} comments", by=by, at=at, why=record.period
        )
    return period


def _number(comment: public.Comment) -> int:
    return int(comment.comment.rpartition("-")[2])


def _restored(period: Period, record: public.CommentPeriod) -> list[Comment]:
    """The comments of a record, with the fingerprints that they had."""
    written = [_as_row(comment) for comment in record.comments]
    return [
        _restored_comment(period, comment, row, mark)
        for comment, (mark, row) in zip(record.comments, with_fingerprints(written), strict=True)
    ]


def _as_row(written: public.Comment) -> WrittenComment:
    place = written.location
    return WrittenComment(
        "",
        0,
        submitter=written.submitter,
        organization=written.organization or "",
        document=written.document or "",
        volume=place.volume or "",
        section=place.section or "",
        line=place.line or "",
        issue=written.issue,
        proposed_change=written.proposed_change or "",
    )


def _restored_comment(period: Period, written: public.Comment, row: WrittenComment, mark: str) -> Comment:
    place = written.location
    return Comment(
        period=period,
        number=_number(written),
        fingerprint=mark,
        received_at=datetime.combine(written.received, time(), UTC),
        door=written.door,
        file="public record",
        submitter=row.submitter,
        organization=row.organization,
        document=row.document,
        volume=row.volume,
        section=row.section,
        line=row.line,
        places=[one.model_dump(mode="json", exclude_defaults=True) for one in place.places],
        anchors=list(place.anchors),
        section_number=place.section_number or "",
        quoted=place.quoted or "",
        placement=_placement(place).value,
        issue=row.issue,
        proposed_change=row.proposed_change,
        priority=written.priority or "",
        kind=written.kind or "",
        state=written.state.value,
    )


def _placement(place: public.CommentLocation) -> Placement:
    if place.anchors:
        return Placement.RESOLVED
    if place.places:
        is_general = all(one.kind is public.PlaceKind.GENERAL for one in place.places)
        return Placement.GENERAL if is_general else Placement.CITED
    return Placement.UNPLACED if place.section or place.line else Placement.NONE


def _restored_disposition(comment: Comment, written: public.CommentDisposition) -> Disposition:
    values = {name: value for name, value in written.model_dump(mode="python").items() if value is not None}
    texts = {name: getattr(value, "value", value) for name, value in values.items()}
    return Disposition(comment=comment, standing=Disposition.DECIDED, by="public record", **texts)

"""The four tables: Period, Comment, Disposition, LogEntry."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models

from model.comment_period import Acceptance, Change, CitedPlace, Outcome, WorkState

_SHORT = 200


class Period(models.Model):
    """A comment period: a document, its edition, its first and last day."""

    pk: int
    name: models.CharField[str, str] = models.CharField(max_length=_SHORT, unique=True)
    document: models.CharField[str, str] = models.CharField(max_length=_SHORT)
    title: models.TextField[str, str] = models.TextField(default="", blank=True)
    edition: models.CharField[str, str] = models.CharField(max_length=_SHORT)
    opens: models.DateField[date, date] = models.DateField()
    closes: models.DateField[date, date] = models.DateField()
    folder: models.TextField[str, str] = models.TextField(default="", blank=True)
    """The edition's folder; empty for a document published elsewhere."""
    last_number: models.IntegerField[int, int] = models.IntegerField(default=0)
    """The number of the newest comment."""

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("document", "edition"), name="one_period_an_edition"),)

    def __str__(self) -> str:
        return self.name


class Comment(models.Model):
    """One comment, as it came and as far as the committee has come with it."""

    pk: int
    period_id: int
    period: models.ForeignKey[Period, Period] = models.ForeignKey(
        Period, on_delete=models.PROTECT, related_name="comments"
    )
    number: models.IntegerField[int, int] = models.IntegerField()
    fingerprint: models.CharField[str, str] = models.CharField(max_length=80)
    """What tells it from others: who says what about which place; equal rows of one file are counted."""

    received_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    door: models.CharField[str, str] = models.CharField(max_length=40)
    file: models.TextField[str, str] = models.TextField(default="", blank=True)
    sheet: models.TextField[str, str] = models.TextField(default="", blank=True)
    row: models.IntegerField[int, int] = models.IntegerField(default=0)
    problems: models.JSONField = models.JSONField(default=list, blank=True)
    """What was not understood in its row, in words."""
    other_cells: models.JSONField = models.JSONField(default=dict, blank=True)
    """Cells of its row that have no column of their own here, the committee's among them."""

    submitter: models.TextField[str, str] = models.TextField(default="", blank=True)
    organization: models.TextField[str, str] = models.TextField(default="", blank=True)
    email: models.TextField[str, str] = models.TextField(default="", blank=True)
    """Never published."""

    document: models.TextField[str, str] = models.TextField(default="", blank=True)
    volume: models.TextField[str, str] = models.TextField(default="", blank=True)
    section: models.TextField[str, str] = models.TextField(default="", blank=True)
    line: models.TextField[str, str] = models.TextField(default="", blank=True)
    places: models.JSONField = models.JSONField(default=list, blank=True)
    anchors: models.JSONField = models.JSONField(default=list, blank=True)
    section_number: models.TextField[str, str] = models.TextField(default="", blank=True)
    quoted: models.TextField[str, str] = models.TextField(default="", blank=True)
    quoted_before: models.TextField[str, str] = models.TextField(default="", blank=True)
    quoted_after: models.TextField[str, str] = models.TextField(default="", blank=True)
    placement: models.CharField[str, str] = models.CharField(max_length=20, default="unplaced")
    """``none`` (no location given), ``unplaced``, ``cited`` (read, no edition to look it up), ``resolved``, ``doubtful``."""

    issue: models.TextField[str, str] = models.TextField(default="", blank=True)
    proposed_change: models.TextField[str, str] = models.TextField(default="", blank=True)
    priority: models.CharField[str, str] = models.CharField(max_length=10, default="", blank=True)
    kind: models.CharField[str, str] = models.CharField(max_length=20, default="", blank=True)

    state: models.CharField[str, str] = models.CharField(max_length=20, default=WorkState.NEW.value)
    assignee: models.TextField[str, str] = models.TextField(default="", blank=True)
    revision: models.IntegerField[int, int] = models.IntegerField(default=1)
    """Grows with every change, so that an older sheet is noticed."""

    class Meta:
        ordering = ("period", "number")
        constraints = (
            models.UniqueConstraint(fields=("period", "fingerprint"), name="one_comment_once"),
            models.UniqueConstraint(fields=("period", "number"), name="one_number_once"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The id: ``ITI-MHD-2026-1-017``."""
        return f"{self.period.name}-{self.number:03}"

    @property
    def cited_places(self) -> tuple[CitedPlace, ...]:
        """The places read from what was written."""
        return tuple(CitedPlace.model_validate(place) for place in self.places)

    @property
    def decision(self) -> Disposition | None:
        """What was decided, if anything."""
        return self._of_standing(Disposition.DECIDED)

    @property
    def proposal(self) -> Disposition | None:
        """What somebody recommends to decide, if anybody does."""
        return self._of_standing(Disposition.PROPOSED)

    def _of_standing(self, standing: str) -> Disposition | None:
        found: Any = self.dispositions.all()  # type: ignore[attr-defined]  # Django adds it
        return next((one for one in found if one.standing == standing), None)


class Disposition(models.Model):
    """What is recommended, or decided, on a comment: outcome, authority, change and acceptance, each apart."""

    PROPOSED = "proposed"
    DECIDED = "decided"

    pk: int
    comment_id: int
    comment: models.ForeignKey[Comment, Comment] = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="dispositions"
    )
    standing: models.CharField[str, str] = models.CharField(max_length=10)
    """``proposed`` or ``decided``; a recommendation is never taken for a decision."""
    by: models.TextField[str, str] = models.TextField(default="", blank=True)

    outcome: models.CharField[str, str] = models.CharField(max_length=40, default="", blank=True)
    refers_to: models.TextField[str, str] = models.TextField(default="", blank=True)
    response: models.TextField[str, str] = models.TextField(default="", blank=True)

    authority: models.CharField[str, str] = models.CharField(max_length=20, default="", blank=True)
    decided_on: models.DateField[date | None, date | None] = models.DateField(null=True, blank=True)
    minutes: models.TextField[str, str] = models.TextField(default="", blank=True)

    change: models.CharField[str, str] = models.CharField(max_length=20, default=Change.NONE.value)
    changed_at: models.TextField[str, str] = models.TextField(default="", blank=True)
    carried_by: models.TextField[str, str] = models.TextField(default="", blank=True)
    before: models.TextField[str, str] = models.TextField(default="", blank=True)
    after: models.TextField[str, str] = models.TextField(default="", blank=True)

    acceptance: models.CharField[str, str] = models.CharField(
        max_length=20, default=Acceptance.NO_ANSWER.value
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=("comment", "standing"), name="one_of_each_standing"),)

    def __str__(self) -> str:
        return f"{self.standing}: {self.outcome}"

    @property
    def is_accepted(self) -> bool:
        """Whether the text has to change."""
        return bool(self.outcome) and Outcome(self.outcome).is_accepted


class AppendOnlyError(TypeError):
    """The log was about to be changed, which is a mistake in the program."""


class LogQuerySet(models.QuerySet["LogEntry"]):
    """Rows of the log: they can be read and added."""

    def update(self, **_changes: Any) -> int:
        """Refused."""
        raise AppendOnlyError("a log is only added to")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused."""
        raise AppendOnlyError("a log is only added to")


class LogEntry(models.Model):
    """One change: who, when, what, from which value to which, why."""

    pk: int
    period_id: int
    period: models.ForeignKey[Period, Period] = models.ForeignKey(
        Period, on_delete=models.PROTECT, related_name="log"
    )
    comment_id: int | None
    comment: models.ForeignKey[Comment | None, Comment | None] = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="log", null=True
    )
    action: models.CharField[str, str] = models.CharField(max_length=40)
    old: models.TextField[str, str] = models.TextField(default="", blank=True)
    new: models.TextField[str, str] = models.TextField(default="", blank=True)
    by: models.TextField[str, str] = models.TextField()
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    why: models.TextField[str, str] = models.TextField(default="", blank=True)

    objects = LogQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.by}: {self.action} {self.old} -> {self.new}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry; one that is there already is never written again."""
        if not self._state.adding:
            raise AppendOnlyError("a log is only added to")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused."""
        raise AppendOnlyError("a log is only added to")

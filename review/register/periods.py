"""Comment periods: opening one, finding one, telling to which a comment belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.utils import IntegrityError

from review.refusals import PeriodError
from review.register.models import LogEntry, Period

_UNFIT = re.compile(r"[^A-Za-z0-9.+]+")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")


@dataclass(frozen=True)
class Opening:
    """What is to be commented on, and when."""

    document: str
    edition: str
    opens: date
    closes: date
    title: str = ""
    folder: str = ""


def open_period(opening: Opening, by: str, at: datetime) -> Period:
    """Open a period, or find the one that is open already for this edition."""
    if opening.closes <= opening.opens:
        raise PeriodError(f"the period closes on {opening.closes}, before or as it opens on {opening.opens}")
    if not _UNFIT.sub("", opening.document):
        raise PeriodError(f"`{opening.document}` names no document; write it like ITI/MHD")
    prefix = f"{_UNFIT.sub('-', opening.document).strip('-')}-{opening.opens.year}"
    for _ in range(100):
        known = Period.objects.filter(document=opening.document, edition=opening.edition).first()
        if known:
            return _with_folder(known, opening.folder)
        name = f"{prefix}-{_next_number(prefix)}"
        try:
            with transaction.atomic():
                period = Period.objects.create(name=name, **vars(opening))
                LogEntry.objects.create(
                    period=period,
                    action="opened",
                    new=f"{opening.opens} to {opening.closes}",
                    by=by,
                    at=at,
                    why=opening.edition,
                )
        except IntegrityError:  # somebody opened it, or another one of this document, at the same moment
            continue
        return period
    raise PeriodError(f"no number is free for a period of {opening.document}")


def _with_folder(known: Period, folder: str) -> Period:
    """A period that was opened before its edition was here learns where it is."""
    if folder and folder != known.folder:
        known.folder = folder
        known.save(update_fields=("folder",))
    return known


def _next_number(prefix: str) -> int:
    names = Period.objects.filter(name__startswith=f"{prefix}-").values_list("name", flat=True)
    numbers = [int(last) for name in names if (last := name.removeprefix(f"{prefix}-")).isdecimal()]
    return max(numbers, default=0) + 1


def period(name: str) -> Period:
    """The period of that id, whatever its capitals; `PeriodError` names the nearest when there is none."""
    found = Period.objects.filter(name__iexact=name).first()
    if found:
        return found
    names = list(Period.objects.values_list("name", flat=True))
    if not names:
        raise PeriodError("the register holds no comment period; `tf comments open` opens one")
    from rapidfuzz import process

    nearest = process.extractOne(name.upper(), names)
    raise PeriodError(f"there is no comment period `{name}`; did you mean `{nearest[0]}`?")


def period_for(document: str, among: Iterable[Period]) -> Period | None:
    """The one period whose document a reviewer names: by acronym or by title."""
    words = {word.casefold() for word in _WORD.findall(document.partition("-comments due")[0])}
    title = _plain(document)
    found = [p for p in among if _acronym(p) in words or (p.title and _plain(p.title) == title)]
    return found[0] if len(found) == 1 else None


def _acronym(one: Period) -> str:
    return one.document.rpartition("/")[2].casefold()


def _plain(title: str) -> str:
    return " ".join(
        re.sub(r"\([^)]*\)", " ", title.partition("-comments due")[0].lstrip("*")).casefold().split()
    )

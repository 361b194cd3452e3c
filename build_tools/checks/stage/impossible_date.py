"""A date is no day of the calendar.

Wrong: `date: "2023-02-30"`

Right: the day on which the revision was published, or the proposal submitted, updated or voted on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from build_tools.checks.prose import texts_in
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def check(subject: Subject) -> Iterator[Finding]:
    """Dates of publications, of change proposals and of documents."""
    for part in subject.framework.domains:
        for index, publication in enumerate(part.domain.publications if part.domain else ()):
            if part.domain and publication.date and not _is_day(publication.date):
                yield Finding(
                    part.domain.key,
                    ("publications", index, "date"),
                    f"`{publication.date}` is no day of the calendar",
                )
        for entity in (*part.change_proposals, *part.documents):
            for path, text in texts_in(entity):
                if _DAY.fullmatch(text) and not _is_day(text):
                    yield Finding(entity.key, path, f"`{text}` is no day of the calendar")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


RULE = Rule(
    ProblemKind("TF703", "impossible-date", Severity.ERROR, __doc__, "General Introduction, section 8"), check
)

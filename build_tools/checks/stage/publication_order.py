"""The publications of a framework are not in order, newest first.

The first one is taken for the current revision and printed on every page.

Wrong: revision 19.0 above revision 20.0

Right: the newest revision first; dates fall with the revisions.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Publications of every domain."""
    for part in subject.framework.domains:
        publications = part.domain.publications if part.domain else ()
        for index in range(1, len(publications)):
            newer, older = publications[index - 1], publications[index]
            path = ("publications", index, "revision")
            if part.domain and _number(newer.revision) <= _number(older.revision):
                message = f"revision `{older.revision}` stands below `{newer.revision}`, which is not newer"
                yield Finding(part.domain.key, path, message, "list the newest revision first")
            elif part.domain and newer.date and older.date and newer.date < older.date:
                message = f"revision `{older.revision}` is dated after `{newer.revision}`"
                yield Finding(part.domain.key, (*path[:2], "date"), message)


def _number(revision: str) -> tuple[int, ...]:
    return tuple(int(part) for part in revision.split("."))


RULE = Rule(
    ProblemKind("TF702", "publication-order", Severity.WARNING, __doc__, "General Introduction, section 8"),
    check,
)

"""The revisions of a document do not follow each other, or have numbers that their stage does not have.

The first public comment is revision 1.0, its trial implementation 1.1, later ones 1.2 and so on; a second public
comment is 2.0. Volumes count in whole numbers.

Wrong: `{revision: "1.0", stage: trial-implementation}`

Right: `{revision: "1.1", stage: trial-implementation}`, above `{revision: "1.0", stage: public-comment}`
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.document import Document
from model.life_cycle import DocumentKind, is_revision_of, revision_order


def check(subject: Subject) -> Iterator[Finding]:
    """The revisions of every document, newest first."""
    for part in subject.framework.domains:
        for document in part.documents:
            volume = document.document.startswith(f"{part.code}/TF-")
            kind: DocumentKind = document.kind or ("volume" if volume else "supplement")
            yield from _numbers(document, kind)
            yield from _order(document)


def _numbers(document: Document, kind: DocumentKind) -> Iterator[Finding]:
    for index, revision in enumerate(document.revisions):
        if not revision.stage.is_published:
            message = f"no revision is published at the stage {revision.stage.label}"
            yield Finding(document.key, ("revisions", index, "stage"), message)
        elif not is_revision_of(kind, revision.stage, revision.revision):
            message = f"revision `{revision.revision}` cannot be at the stage {revision.stage.label}"
            hint = "a public comment begins a whole number, every other edition adds a tenth"
            yield Finding(document.key, ("revisions", index, "revision"), message, hint)


def _order(document: Document) -> Iterator[Finding]:
    for index in range(1, len(document.revisions)):
        newer, older = document.revisions[index - 1], document.revisions[index]
        if revision_order(newer.revision) <= revision_order(older.revision):
            message = f"revision `{older.revision}` stands below `{newer.revision}`, which is not newer"
            yield Finding(
                document.key, ("revisions", index, "revision"), message, "list the newest revision first"
            )
        elif newer.date and older.date and newer.date < older.date:
            message = f"revision `{older.revision}` is dated after `{newer.revision}`"
            yield Finding(document.key, ("revisions", index, "date"), message)


RULE = Rule(
    ProblemKind("TF713", "document-revisions", Severity.WARNING, __doc__, "General Introduction, section 8"),
    check,
)

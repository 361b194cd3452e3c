"""``tf status``: where every document stands, and what its next gate lacks."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from build_tools.cli.completed_names import PUBLISHED_DOCUMENTS
from build_tools.cli.gate_text import print_items
from build_tools.cli.places import project_root, root_option
from build_tools.cli.printing import format_option, print_json, print_table, shortened

if TYPE_CHECKING:
    from build_tools.publish.documents import LivingDocument
    from build_tools.publish.gates import GateItem
    from build_tools.publish.publishing import Project
    from model.life_cycle import DocumentStage

_UNRECORDED = "its published revisions are not in documents.yaml"

Standing = tuple["LivingDocument", "DocumentStage | None", "tuple[GateItem, ...]"]
"""A document, the stage at which it would be published next, and the gate to that."""


@click.command()
@click.argument("document", metavar="[DOCUMENT]", required=False, shell_complete=PUBLISHED_DOCUMENTS)
@format_option
@root_option
def command(document: str | None, form: str, root: Path | None) -> None:
    """Show where documents stand: stage, revision, and what the gate to the next stage lacks.

    For one document every question of that gate is shown with its evidence, those about its comments too.

    Example: tf status ITI/MHD
    """
    from build_tools.publish.publishing import CannotPublishError, open_project

    base = (root or project_root()).resolve()
    project = open_project(base)
    day = datetime.now(UTC).date().isoformat()
    try:
        found = [_one(project, project.document(document), day)] if document else list(_all(project, day))
    except CannotPublishError as error:
        raise click.UsageError(str(error)) from None
    if form == "json":
        print_json([_data(*standing) for standing in found])
    elif document:
        _print_one(*found[0])
    else:
        heads = ("document", "stage", "revision", "date", "next", "lacks")
        print_table(heads, (_row(*standing) for standing in found))
        if not found:
            click.echo("there are no documents yet", err=True)


def _next_stage(document: LivingDocument) -> DocumentStage | None:
    """The stage at which a document would be published next, the usual way."""
    from model.life_cycle import PUBLISHED, may_follow

    order = sorted(PUBLISHED, key=lambda stage: (stage is document.past, PUBLISHED.index(stage)))
    later = [
        s
        for s in order
        if document.past not in PUBLISHED or PUBLISHED.index(s) >= PUBLISHED.index(document.past)
    ]
    return next((stage for stage in later if may_follow(document.kind, document.past, stage)), None)


def _all(project: Project, day: str) -> Any:
    from build_tools.publish.gates import Asked, gate

    for document in project.documents:
        stage = _next_stage(document)
        yield document, stage, gate(Asked(document, stage, project.checked, day)) if stage else ()


def _one(project: Project, document: LivingDocument, day: str) -> Standing:
    """One document, whose text as it is now is built for the questions that need it."""
    from build_tools.cli.register_answers import register_answers
    from build_tools.publish.edition import drafted
    from build_tools.publish.publishing import ask_gate, plan

    stage = _next_stage(document)
    if stage is None:
        return document, None, ()
    newest = document.newest
    later = max(day, newest.date) if newest else day
    with (
        click.progressbar(length=1, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()),
        drafted(
            plan(project, document, stage, later, None), project.root, project.checked, pdf=False
        ) as draft,
    ):
        return document, stage, ask_gate(project, draft, register_answers(project.root))


def _row(
    document: LivingDocument, stage: DocumentStage | None, items: tuple[GateItem, ...]
) -> tuple[str, ...]:
    lacks = [item for item in items if not item.holds]
    first = f"{lacks[0].question}: {lacks[0].evidence}" if lacks else ""
    more = f" (+{len(lacks) - 1} more)" if len(lacks) > 1 else ""
    told = f"{shortened(first, 70)}{more}" if lacks else "nothing" if stage else "-"
    revision, date = _last(document)
    return (
        document.id,
        document.stage.label,
        revision or "-",
        date or "-",
        stage.label if stage and document.is_recorded else "-",
        told if document.is_recorded else _UNRECORDED,
    )


def _last(document: LivingDocument) -> tuple[str, str]:
    """Number and date of the newest revision; empty where they are not known."""
    if document.newest:
        return document.newest.revision, document.newest.date
    return (document.earlier[-1][0], document.earlier[-1][2]) if document.earlier else ("", "")


def _data(
    document: LivingDocument, stage: DocumentStage | None, items: tuple[GateItem, ...]
) -> dict[str, Any]:
    revision, date = _last(document)
    return {
        "document": document.id,
        "title": document.title,
        "kind": document.kind,
        "stage": document.stage.value,
        "revision": revision or None,
        "date": date or None,
        "recorded": document.is_recorded,
        "editions": [edition.edition for edition in document.editions],
        "next": stage.value if stage else None,
        "holds": bool(items) and all(item.holds for item in items),
        "gate": [item.as_data() for item in items],
    }


def _print_one(document: LivingDocument, stage: DocumentStage | None, items: tuple[GateItem, ...]) -> None:
    revision, date = _last(document)
    known = ", ".join(filter(None, (document.stage.label, revision and f"revision {revision}", date)))
    click.echo(f"{document.id}: {document.title}\n{known}")
    for edition in document.editions:
        closes = f", comments until {edition.closes}" if edition.closes else ""
        click.echo(f"  published {edition.date}: {edition.edition}{closes}")
    if not document.is_recorded:
        click.echo(f"{_UNRECORDED}; until they are, this counts as its first publication".capitalize())
    if stage:
        click.echo(f"To be published for {stage.label.lower()}:")
        print_items(items)

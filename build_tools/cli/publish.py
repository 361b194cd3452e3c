"""``tf publish``: an immutable edition of a document, when its gate holds."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.comments.session import person_options
from build_tools.cli.completed_names import PUBLISHED_DOCUMENTS
from build_tools.cli.gate_text import print_items
from build_tools.cli.places import project_root, root_option
from build_tools.cli.printing import format_option, print_json
from model.life_cycle import PUBLISHED, DocumentStage

if TYPE_CHECKING:
    from build_tools.publish.edition import EditionPlan
    from build_tools.publish.gates import GateItem


@click.command()
@click.argument("document", metavar="DOCUMENT", shell_complete=PUBLISHED_DOCUMENTS)
@click.option(
    "--stage",
    required=True,
    type=click.Choice([stage.value for stage in PUBLISHED]),
    help="The stage at which it is published.",
)
@click.option("--closes", metavar="DAY", default=None, help="The last day of its comment period, 2027-01-15.")
@click.option(
    "--date", "day", metavar="DAY", default=None, help="The day of publication [default: that of the commit]."
)
@click.option("--draft", is_flag=True, help="Publish nothing; say what the gate would say.")
@person_options
@format_option
@root_option
def command(
    document: str,
    stage: str,
    closes: str | None,
    day: str | None,
    by: str,
    roles: tuple[str, ...],  # noqa: ARG001  # who may publish is decided by who may commit
    form: str,
    root: Path | None,
    *,
    draft: bool,
) -> None:
    """Publish an edition of a document, and open its comment period.

    DOCUMENT is what reviewers cite: a supplement `ITI/MHD`, a volume `ITI/TF-1`, or `GeneralIntro`. The edition is a
    folder under `publications/` that is never written again: HTML, PDF, model, anchors, comment form, checksums. Commit
    it. It is refused while a question of its gate is not answered.

    Example: tf publish ITI/MHD --stage public-comment --closes 2027-01-15
    """
    from build_tools.publish.publishing import CannotPublishError

    base = (root or project_root()).resolve()
    try:
        found, items, made = _publish(base, document, DocumentStage(stage), (day, closes), draft=draft)
    except CannotPublishError as error:
        raise click.UsageError(str(error)) from None
    holds = all(item.holds for item in items)
    if form == "json":
        listed = [item.as_data() for item in items]
        print_json(
            {
                "document": found.document.id,
                "edition": found.label,
                "holds": holds,
                "gate": listed,
                "folder": made,
            }
        )
    else:
        click.echo(f"{found.document.id} {found.label}, {found.date}")
        print_items(items)
    if made and found.stage is DocumentStage.PUBLIC_COMMENT and found.closes:
        _open_period(base, found, by)
    _say_what_came_of_it(found, made, holds=holds, draft=draft)


def _publish(
    base: Path, name: str, stage: DocumentStage, days: tuple[str | None, str | None], *, draft: bool
) -> tuple[EditionPlan, tuple[GateItem, ...], str | None]:
    """Build the edition, ask its gate, and put it in its place; its folder, or None."""
    from build_tools.cli.register_answers import comment_form, register_answers
    from build_tools.publish.edition import drafted
    from build_tools.publish.publishing import (
        ask_gate,
        checked_day,
        day_of_publication,
        open_project,
        plan,
        refuse_uncommitted,
    )

    if not draft:
        refuse_uncommitted(base)
    day = day_of_publication(base, days[0])
    closes = checked_day(days[1]) if days[1] else None
    with click.progressbar(
        length=3, label="Publishing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        project = open_project(base)
        bar.update(1)
        found = plan(project, project.document(name), stage, day, closes)
        with drafted(found, base, project.checked, comment_form(found), pdf=not draft) as made:
            bar.update(1)
            items = ask_gate(project, made, register_answers(base))
            for warning in made.warnings.splitlines():
                click.echo(warning, err=True)
            if draft or not all(item.holds for item in items):
                return found, items, None
            folder = made.put_in_place().relative_to(base).as_posix()
            bar.update(1)
    return found, items, folder


def _open_period(base: Path, found: EditionPlan, by: str) -> None:
    """Open the comment period of an edition that was published for comment."""
    from build_tools.cli.comments.session import open_register
    from review import api
    from review.refusals import RefusedError

    assert found.closes is not None
    try:
        open_register(base)
        period = api.open_period(
            found.document.id,
            found.label,
            date.fromisoformat(found.date),
            date.fromisoformat(found.closes),
            folder=Path(found.folder),
            title=found.document.title,
            by=by,
        )
    except (click.UsageError, RefusedError) as error:
        words = error.format_message() if isinstance(error, click.ClickException) else str(error)
        again = f"tf comments open {found.document.id} --edition {found.label} --opens {found.date} --closes {found.closes}"
        click.echo(
            f"the edition is published, but its comment period could not be opened: {words}; try `{again}`",
            err=True,
        )
        sys.exit(1)
    click.echo(f"comment period {period.name}, {period.opens} to {period.closes}", err=True)


def _say_what_came_of_it(found: EditionPlan, made: str | None, *, holds: bool, draft: bool) -> None:
    if made:
        click.echo(f"{made} published; commit it, and `tf build` shows it on the site", err=True)
        return
    if draft:
        click.echo("the gate holds; nothing was published" if holds else "the gate does not hold", err=True)
    else:
        click.echo(f"refused: {found.document.id} is not published for {found.stage.label.lower()}", err=True)
    if not holds:
        sys.exit(1)

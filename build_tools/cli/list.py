"""``tf list``: what there is, a line each."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.completed_names import DOMAINS, STAGES
from build_tools.cli.places import FOLDER, project_root, root_option
from build_tools.cli.printing import format_option, print_json

_KINDS = {
    "profiles": "profile",
    "transactions": "transaction",
    "actors": "actor",
    "content-modules": "content_module",
    "standards": "standard",
    "terms": "term",
    "cps": "change_proposal",
}


@click.command()
@click.argument("kind", type=click.Choice(list(_KINDS)), default="profiles")
@click.option(
    "--framework",
    "only",
    metavar="DOMAIN",
    shell_complete=DOMAINS,
    help="Only those of one domain, such as `iti`.",
)
@click.option("--stage", shell_complete=STAGES, help="Only those of one stage, such as `final-text`.")
@format_option
@root_option
def command(kind: str, only: str | None, stage: str | None, form: str, root: Path | None) -> None:
    """List profiles, transactions, actors, content modules, standards, terms or change proposals (cps).

    Example: tf list transactions --framework radiology --stage final-text
    """
    from build_tools.loading import load
    from build_tools.outline.profile_outline import section_order
    from model.change_proposal import ProposalState
    from model.entity import Stage

    stages = tuple(ProposalState) if kind == "cps" else tuple(Stage)
    if stage and stage not in stages:
        raise click.BadParameter(f"`{stage}` is not a stage; use {', '.join(stages)}", param_hint="--stage")
    framework = load((root or project_root()) / FOLDER).framework
    if only and not any(
        only.lower() in (part.folder.lower(), part.code.lower()) for part in framework.domains
    ):
        known = ", ".join(f"`{part.folder}`" for part in framework.domains)
        raise click.BadParameter(
            f"there is no framework `{only}`; known are {known}", param_hint="--framework"
        )
    rows = []
    for entity in framework.entities():
        part = framework.part(entity.key)
        own_stage = getattr(entity, "stage", None) or getattr(entity, "state", None)
        if entity.kind_name != _KINDS[kind] or (stage and own_stage != stage):
            continue
        if only and not (part and only.lower() in (part.folder.lower(), part.code.lower())):
            continue
        title = (
            getattr(entity, "title", None)
            or getattr(entity, "definition", None)
            or getattr(entity, "name", "")
        )
        rows.append((entity.key.name, str(own_stage or ""), " ".join(str(title).split())))
    rows.sort(key=lambda row: section_order(row[0].replace("-", ".")))
    _print(rows, kind, form)


def _print(rows: list[tuple[str, str, str]], kind: str, form: str) -> None:
    """Print name, stage and title of each, in columns or as JSON."""
    if form == "json":
        names = ("name", "stage", "title")
        print_json([dict(zip(names, row, strict=True)) for row in rows])
        return
    width = max((len(row[0]) for row in rows), default=0)
    for name, own_stage, title in rows:
        click.echo(
            f"{name:<{width}}  {own_stage:<20}  {title}"
            if any(r[1] for r in rows)
            else f"{name:<{width}}  {title}"
        )
    click.echo(f"{len(rows)} {kind.replace('-', ' ')}", err=True)

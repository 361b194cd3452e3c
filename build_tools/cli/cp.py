"""``tf cp``: the steps in the life of a change proposal."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.completed_names import PROPOSAL_STATES, PROPOSALS
from build_tools.cli.places import FOLDER, project_root, root_option


@click.group()
def command() -> None:
    """Move a change proposal from one state to the next.

    Example: tf cp move CP-ITI-1206 integrated --in "ITI TF-2, Revision 17.0"
    """


@command.command()
@click.argument("proposal", shell_complete=PROPOSALS)
@click.argument("state", shell_complete=PROPOSAL_STATES)
@click.option("--reason", default="", help="Why, in one sentence; needed to reject or cancel it.")
@click.option("--in", "integrated_in", default="", help="The document and revision that carries it.")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day; by default today."
)
@root_option
def move(proposal: str, state: str, reason: str, integrated_in: str, day: object, root: Path | None) -> None:
    """Set the state of a proposal and add the step to its history; what the process forbids is refused.

    Example: tf cp move CP-ITI-1207 rejected --reason "duplicate of CP-ITI-1197"
    """
    from datetime import date, datetime

    from build_tools.cli.targets import find_entity
    from build_tools.editing.edits import apply_edits
    from build_tools.editing.proposal_moves import Move, moved, refusal
    from build_tools.loading import load
    from build_tools.reading.disk import read_source
    from model.change_proposal import ChangeProposal, ProposalState

    if state not in tuple(ProposalState):
        from build_tools.nearest import did_you_mean

        hint = did_you_mean(state, ProposalState) or f"use {', '.join(ProposalState)}"
        raise click.UsageError(f"`{state}` is not a state; {hint}")
    home = root or project_root()
    loaded = load(home / FOLDER)
    found = find_entity(loaded.framework, proposal)
    if not isinstance(found, ChangeProposal):
        raise click.UsageError(f"`{proposal}` is not a change proposal")
    on = day.date() if isinstance(day, datetime) else date.today()  # noqa: DTZ011 -- the day where the editor is
    step = Move(ProposalState(state), on.isoformat(), reason, integrated_in)
    if fault := refusal(found, step):
        raise click.UsageError(fault)
    path = loaded.sources.path(found.key) or ""
    source = read_source(path, home / path)
    changed = apply_edits({path: source.text}, moved(source, found, step))
    (home / path).write_bytes(changed[path].encode())
    click.echo(f"{path}: {found.state.label} -> {step.state.label}; `tf check {path}` checks it")

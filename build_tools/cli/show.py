"""``tf show``: the facts of one entity and everything that depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.completed_names import ENTITIES
from build_tools.cli.places import FOLDER, project_root, root_option
from build_tools.cli.printing import format_option, print_json

if TYPE_CHECKING:
    from build_tools.checks import CheckedFramework
    from model.actor import Actor
    from model.change_proposal import ChangeProposal
    from model.entity import Entity
    from model.profile import Profile
    from model.transaction import Transaction


@click.command()
@click.argument("name", shell_complete=ENTITIES)
@format_option
@root_option
def command(name: str, form: str, root: Path | None) -> None:
    """Show the facts of a profile, transaction, actor, ... and every place that refers to it.

    Example: tf show "Document Registry"
    """
    from build_tools.checks import check
    from build_tools.cli.targets import find_entity
    from build_tools.loading import load
    from build_tools.relations import References

    frameworks = (root or project_root()) / FOLDER
    checked = check(load(frameworks), frameworks)
    entity = find_entity(checked.framework, name)
    references = References(checked)
    found = [
        (str(references.where(one)), one.source.kind, one.source.name, bool(one.prose))
        for one in references.to(entity.key)
    ]
    if form == "json":
        data = {
            "kind": entity.key.kind,
            "name": entity.key.name,
            "written_in": str(checked.sources.where(entity.key)),
            "page": checked.places.page(entity.key),
            "facts": list(facts(checked, entity)),
            "references": [
                {"where": where, "kind": kind, "name": source, "in_prose": prose}
                for where, kind, source, prose in found
            ],
        }
        print_json(data)
        return
    click.echo(click.style(f"{entity.key.kind.replace('_', ' ')} {entity.key.name}", bold=True))
    click.echo(f"  written in {checked.sources.where(entity.key)}")
    click.echo(f"  published at {checked.places.page(entity.key)}")
    for line in facts(checked, entity):
        click.echo(f"  {line}")
    click.echo(f"\n{len(found)} reference{'s' if len(found) != 1 else ''} to it")
    for where, kind, source, prose in found:
        click.echo(f"  {where}: {kind.replace('_', ' ')} {source}{' (in prose)' if prose else ''}")


def facts(checked: CheckedFramework, entity: Entity) -> Iterator[str]:
    """The facts of an entity, a line each."""
    from model.actor import Actor
    from model.change_proposal import ChangeProposal
    from model.profile import Profile
    from model.transaction import Transaction

    match entity:
        case Profile():
            yield from _of_profile(checked, entity)
        case Transaction():
            yield from _of_transaction(checked, entity)
        case Actor():
            yield from _of_actor(checked, entity)
        case ChangeProposal():
            yield from _of_proposal(entity)


def _of_profile(checked: CheckedFramework, profile: Profile) -> Iterator[str]:
    from build_tools.document.phrases import direction, optionality

    yield f"{profile.title}; {profile.stage.label}; chapter {profile.chapter or 'none'}"
    for actor in profile.actors:
        yield f"{actor.actor}"
        for use in actor.transactions:
            transaction = checked.framework.transaction(use.transaction)
            title = transaction.title if transaction else use.transaction
            yield f"    {optionality(use.optionality):<2} {title} ({direction(checked.framework, actor.actor, use).lower()})"
        for module in actor.content_modules:
            yield f"    {optionality(module.optionality):<2} {module.content_module}"
        for option in profile.options_of(actor.actor):
            yield f"    option {option.option}"
        for grouping in profile.groupings:
            if grouping.actor == actor.actor:
                names = (
                    f"{g.profile or f'any {g.any_profile}'} / {g.actor}" for g in grouping.grouped_actors
                )
                yield f"    grouped with {', '.join(names)} ({grouping.choose.replace('_', ' ')})"


def _of_transaction(checked: CheckedFramework, transaction: Transaction) -> Iterator[str]:
    from build_tools.document.phrases import optionality

    yield f"{transaction.name}; {transaction.stage.label}; section {transaction.section or 'none'}"
    for role in transaction.roles:
        yield f"{role.role or 'role not stated'}: {role.actor}"
    for standard in transaction.standards:
        yield f"rests on {standard.label}"
    for profile, actor, use in checked.framework.uses.get(transaction.transaction, ()):
        yield f"used by {profile.profile} / {actor.actor}: {optionality(use.optionality)}"


def _of_actor(checked: CheckedFramework, actor: Actor) -> Iterator[str]:
    yield actor.definition.strip()
    for profile, used in checked.framework.appearances.get(actor.actor, ()):
        names = ", ".join(f"{use.transaction} {use.optionality or '?'}" for use in used.transactions)
        yield f"in {profile.profile}: {names or 'no transaction'}"


def _of_proposal(proposal: ChangeProposal) -> Iterator[str]:
    from build_tools.document.proposal_ballots import tally
    from model.change_proposal import next_states

    yield f"{proposal.title or 'title not known'}; {proposal.state.label}"
    following = next_states(proposal.state, editorial=proposal.editorial)
    yield f"what may follow: {', '.join(following) or 'nothing'}"
    for label, names in (
        ("changes", proposal.documents),
        ("affects", (*proposal.profiles, *proposal.actors)),
    ):
        if names:
            yield f"{label} {', '.join(names)}"
    for change in proposal.changes:
        yield f"    {change.kind} {change.place}"
    for ballot in proposal.ballots:
        yield f"{ballot.ballot}: {tally(ballot)}"
    for words in (proposal.reason, proposal.integrated_in and f"integrated in {proposal.integrated_in}"):
        if words:
            yield words

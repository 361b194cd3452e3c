"""``tf graph``: who depends on whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.completed_names import ACTORS, ENTITIES, PROFILES, TRANSACTIONS
from build_tools.cli.places import FOLDER, project_root, root_option

if TYPE_CHECKING:
    from model.framework import Framework


@click.group()
def command() -> None:
    """Ask who depends on whom.

    Example: tf graph withdraw ITI-18
    """


def _framework(root: Path | None) -> Framework:
    from build_tools.loading import load

    return load((root or project_root()) / FOLDER).framework


@command.command()
@click.argument("name", shell_complete=ENTITIES)
@root_option
def needs(name: str, root: Path | None) -> None:
    """What an entity depends on, directly or through others.

    Example: tf graph needs XDS.b
    """
    from build_tools.cli.targets import find_entity
    from build_tools.relations import graph

    framework = _framework(root)
    for key in graph.needs(framework, find_entity(framework, name).key):
        click.echo(f"{key.kind.replace('_', ' '):<15} {key.name}")


@command.command("needed-by")
@click.argument("name", shell_complete=ENTITIES)
@root_option
def needed_by(name: str, root: Path | None) -> None:
    """What depends on an entity, directly or through others.

    Example: tf graph needed-by ATNA
    """
    from build_tools.cli.targets import find_entity
    from build_tools.relations import graph

    framework = _framework(root)
    for key in graph.needed_by(framework, find_entity(framework, name).key):
        click.echo(f"{key.kind.replace('_', ' '):<15} {key.name}")


@command.command()
@click.argument("transaction", shell_complete=TRANSACTIONS)
@root_option
def withdraw(transaction: str, root: Path | None) -> None:
    """What breaks when a transaction is withdrawn.

    Example: tf graph withdraw ITI-18
    """
    from build_tools.cli.targets import find_entity
    from build_tools.relations import graph

    framework = _framework(root)
    entity = find_entity(framework, transaction)
    if entity.kind_name != "transaction":
        raise click.UsageError(
            f"`{transaction}` is a {entity.kind_name.replace('_', ' ')}, not a transaction"
        )
    rows = graph.broken_without(framework, entity.key.name)
    for profile, actor, words in rows:
        click.echo(f"{profile} / {actor}: {words}")
    click.echo(
        f"{len(rows)} rows of {len({row[0] for row in rows})} profiles use {entity.key.name}", err=True
    )


@command.command()
@click.argument("profile", shell_complete=PROFILES)
@click.argument("actor", shell_complete=ACTORS)
@root_option
def grouped(profile: str, actor: str, root: Path | None) -> None:
    """Every actor with which an actor has to live in the same system, in the end.

    Example: tf graph grouped XDS.b "Document Registry"
    """
    from build_tools.cli.targets import find_entity
    from build_tools.relations import graph
    from model.profile import Profile

    framework = _framework(root)
    found = find_entity(framework, profile)
    if not isinstance(found, Profile):
        raise click.UsageError(f"`{profile}` is not a profile")
    if not found.actor(actor):
        from build_tools.nearest import did_you_mean

        hint = did_you_mean(actor, (one.actor for one in found.actors))
        raise click.UsageError(f"{found.profile} has no actor `{actor}`; {hint or '`tf show` lists them'}")
    for (other, name), alternative in graph.grouping_closure(framework, found.profile, actor):
        click.echo(f"{other} / {name}{' (one of several)' if alternative else ''}")


@command.command()
@root_option
def cycles(root: Path | None) -> None:
    """Required groupings that lead back to where they start.

    Example: tf graph cycles
    """
    from build_tools.relations import graph

    found = graph.grouping_cycles(_framework(root))
    for circle in found:
        click.echo(" -> ".join(f"{profile} / {actor}" for profile, actor in circle))
    click.echo(f"{len(found)} circle{'s' if len(found) != 1 else ''}", err=True)

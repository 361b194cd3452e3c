"""``tf new cp``: begin a change proposal."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.cli.completed_names import ACTORS, DOMAINS, PROFILES
from build_tools.cli.places import FOLDER, known_root_option


@click.command()
@click.option("--domain", shell_complete=DOMAINS, help="The domain's folder, such as `iti`.")
@click.option("--title", prompt="Title", help="One line on what it changes.")
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    shell_complete=PROFILES,
    help="A profile affected; may be given several times.",
)
@click.option(
    "--actor",
    "actors",
    multiple=True,
    shell_complete=ACTORS,
    help="An actor affected; may be given several times.",
)
@click.option("--submitter", prompt="Submitted by", help="A name, without an e-mail address.")
@known_root_option
def cp(
    domain: str | None,
    title: str,
    profiles: tuple[str, ...],
    actors: tuple[str, ...],
    submitter: str,
    root: Path,
) -> None:
    """Begin a change proposal with the next free number.

    Example: tf new cp --domain iti --title "Say what an empty answer is" --profile XDS.b
    """
    from build_tools.cli.new import loaded_project, meant_part, write_new
    from build_tools.editing.new_files import ProposalSeed, new_proposal
    from build_tools.editing.numbers import next_proposal

    if "@" in submitter:
        raise click.UsageError("name the submitter without an e-mail address; everything here is published")
    part = meant_part(loaded_project(root), domain)
    number = next_proposal(part)
    text = new_proposal(ProposalSeed(number, title, submitter, profiles, actors, part.code))
    write_new(root, f"{FOLDER}/{part.folder}/change_proposals/{number.lower()}.yaml", text)

"""``tf new``: begin a profile, transaction, actor, option or change proposal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.completed_names import ACTORS, DOMAINS, PROFILES
from build_tools.cli.new_proposal import cp
from build_tools.cli.places import FOLDER, known_root_option

if TYPE_CHECKING:
    from build_tools.loading import LoadedFramework
    from model.framework import DomainFramework

_KINDS = ("infrastructure", "workflow", "content", "integration")


@click.group()
def command() -> None:
    """Begin a profile, transaction, actor, option or change proposal; asks for what is not given.

    Example: tf new profile
    """


command.add_command(cp)


def loaded_project(root: Path) -> LoadedFramework:
    """The frameworks of a project."""
    from build_tools.loading import load

    return load(root / FOLDER)


def meant_part(loaded: LoadedFramework, domain: str | None) -> DomainFramework:
    """The domain that is meant; asks when there are several and none is named."""
    parts = [part for part in loaded.framework.domains if part.domain]
    names = [part.folder for part in parts]
    if not parts:
        raise click.UsageError(f"there is no domain yet; begin with {FOLDER}/NAME/framework.yaml")
    if domain is None:
        domain = names[0] if len(names) == 1 else click.prompt("Domain", type=click.Choice(names))
    found = next((part for part in parts if domain.lower() in (part.folder.lower(), part.code.lower())), None)
    if found is None:
        raise click.UsageError(f"there is no domain `{domain}`; known are {', '.join(names)}")
    return found


def write_new(root: Path, path: str, text: str) -> None:
    """Write a new file; one that is there already is left alone."""
    file = root / path
    if file.exists():
        raise click.UsageError(f"{path} exists already")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    click.echo(f"{path} written; `tf serve` shows it, `tf check {path}` checks it")


def _actor_names(loaded: LoadedFramework, names: tuple[str, ...], prompt: str) -> list[str]:
    """The actors that are meant; asks when none is given, and warns of names nobody defined."""
    from build_tools.nearest import did_you_mean

    chosen = list(names) or [
        name.strip() for name in click.prompt(prompt, default="", show_default=False).split(",")
    ]
    chosen = [name for name in chosen if name]
    known = {actor.actor for actor in loaded.framework.actors}
    for name in chosen:
        if name not in known:
            hint = did_you_mean(name, known) or f'`tf new actor "{name}"` defines it'
            click.echo(f"note: there is no actor `{name}` yet; {hint}", err=True)
    return chosen


@command.command()
@click.option("--domain", shell_complete=DOMAINS, help="The domain's folder, such as `iti`.")
@click.option("--acronym", prompt="Acronym", help="The acronym, such as `MHD`.")
@click.option("--title", prompt="Title", help="The title without the acronym.")
@click.option("--capsule", prompt="One sentence on what it does", help="One sentence for lists of profiles.")
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    prompt="Kind",
    default="infrastructure",
    help="What sort of profile it is.",
)
@click.option(
    "--actor",
    "actors",
    multiple=True,
    shell_complete=ACTORS,
    help="An actor of the profile; may be given several times.",
)
@known_root_option
def profile(
    domain: str | None,
    acronym: str,
    title: str,
    capsule: str,
    kind: str,
    actors: tuple[str, ...],
    root: Path,
) -> None:
    """Begin a profile with the next free chapter.

    Example: tf new profile --domain iti --acronym ABC --title "A Better Cure"
    """
    from build_tools.editing.new_files import ProfileSeed, new_profile
    from build_tools.editing.numbers import next_chapter
    from build_tools.outline import slug

    loaded = loaded_project(root)
    part = meant_part(loaded, domain)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.+-]*", acronym):
        raise click.UsageError(
            f"`{acronym}` is no acronym; it is one word of letters and digits, such as `XDS.b`"
        )
    if loaded.framework.exists("profile", acronym):
        raise click.UsageError(f"there is a profile `{acronym}` already")
    names = _actor_names(loaded, actors, "Actors, with commas between them")
    text = new_profile(ProfileSeed(acronym, title, next_chapter(part), capsule, kind, names))
    write_new(root, f"{FOLDER}/{part.folder}/profiles/{slug(acronym).replace('.', '-')}.yaml", text)


@command.command()
@click.option("--domain", shell_complete=DOMAINS, help="The domain's folder, such as `iti`.")
@click.option("--name", prompt="Name", help="The name without the number.")
@click.option("--initiator", shell_complete=ACTORS, prompt="Initiator", help="The actor that starts it.")
@click.option("--responder", shell_complete=ACTORS, prompt="Responder", help="The actor that answers.")
@known_root_option
def transaction(domain: str | None, name: str, initiator: str, responder: str, root: Path) -> None:
    """Begin a transaction with the next free number.

    Example: tf new transaction --domain iti --name "Retrieve Something"
    """
    from build_tools.editing.new_files import new_transaction
    from build_tools.editing.numbers import next_transaction

    loaded = loaded_project(root)
    part = meant_part(loaded, domain)
    names = _actor_names(loaded, (initiator, responder), "")
    number = next_transaction(part)
    volume = part.domain.volume("transactions") if part.domain else None
    section = f"{volume.section if volume and volume.section else '3'}.{number.rpartition('-')[2]}"
    text = new_transaction(name, number, section, ((names[0], "initiator"), (names[1], "responder")))
    write_new(root, f"{FOLDER}/{part.folder}/transactions/{number.lower()}.yaml", text)


@command.command()
@click.argument("name")
@click.option("--domain", shell_complete=DOMAINS, help="The domain's folder, such as `iti`.")
@click.option("--definition", prompt="Definition", help="One short sentence.")
@known_root_option
def actor(name: str, domain: str | None, definition: str, root: Path) -> None:
    """Define an actor, in its place in the alphabet.

    Example: tf new actor "Document Keeper" --domain iti
    """
    from build_tools.editing.insertion import insert_item
    from build_tools.editing.new_files import new_actor
    from build_tools.reading.disk import read_source

    loaded = loaded_project(root)
    part = meant_part(loaded, domain)
    if loaded.framework.exists("actor", name):
        raise click.UsageError(f"there is an actor `{name}` already")
    path = f"{FOLDER}/{part.folder}/actors.yaml"
    if not (root / path).exists():
        (root / path).write_text(
            "# yaml-language-server: $schema=../../model/schema/actors.schema.json\nactors: []\n",
            encoding="utf-8",
        )
    after = [index for index, one in enumerate(part.actors) if one.actor.casefold() > name.casefold()]
    edit = insert_item(
        read_source(path, root / path), ("actors",), new_actor(name, definition), after[0] if after else None
    )
    _apply(root, path, edit.start, edit.end, edit.text)


@command.command()
@click.argument("profile", shell_complete=PROFILES)
@click.argument("name")
@click.option(
    "--actor",
    "actors",
    multiple=True,
    shell_complete=ACTORS,
    help="An actor that may declare it; may be given several times.",
)
@known_root_option
def option(profile: str, name: str, actors: tuple[str, ...], root: Path) -> None:
    """Add an option to a profile, with the next free section.

    Example: tf new option XDS.b "Document Erasure" --actor "Document Registry"
    """
    from build_tools.cli.targets import find_entity
    from build_tools.editing.insertion import insert_item
    from build_tools.editing.new_files import new_option
    from build_tools.editing.numbers import next_option_section
    from build_tools.reading.disk import read_source
    from model.profile import Profile

    loaded = loaded_project(root)
    found = find_entity(loaded.framework, profile)
    if not isinstance(found, Profile):
        raise click.UsageError(f"`{profile}` is not a profile")
    if any(one.option == name for one in found.options):
        raise click.UsageError(f"{found.profile} has an option `{name}` already")
    path = loaded.sources.path(found.key) or ""
    names = _actor_names(
        loaded, actors, f"Actors of {found.profile} that may declare it, with commas between them"
    )
    item = new_option(name, next_option_section(found), names)
    edit = insert_item(read_source(path, root / path), ("options",), item)
    _apply(root, path, edit.start, edit.end, edit.text)


def _apply(root: Path, path: str, start: int, end: int, text: str) -> None:
    before = (root / path).read_bytes().decode("utf-8")
    (root / path).write_bytes((before[:start] + text + before[end:]).encode())
    line = before.count("\n", 0, start) + 1
    click.echo(f"{path}:{line}: added; `tf check {path}` checks it")

"""What a command is about: an entity named the way people name it."""

from __future__ import annotations

import click

from model.entity import Entity, Key
from model.framework import Framework

KINDS = (
    "profile",
    "transaction",
    "actor",
    "content_module",
    "change_proposal",
    "standard",
    "term",
    "chapter",
    "domain",
)


def find_entity(framework: Framework, name: str) -> Entity:
    """The entity of that name, whatever its kind; a usage error with suggestions when there is none."""
    wanted = name.strip()
    for candidate in (wanted, wanted.upper(), wanted.strip("[]")):
        for kind in KINDS:
            found = framework.get(Key(kind, candidate))
            if found:
                return found
    folded = wanted.casefold()
    for entity in framework.entities():
        if entity.key.name.casefold() == folded:
            return entity
    from build_tools.nearest import did_you_mean

    hint = did_you_mean(wanted, (entity.key.name for entity in framework.entities()))
    raise click.UsageError(f"nothing is called `{name}`; {hint or '`tf list` shows what there is'}")

"""The at-least-one rules of an actor as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.document.links import Linker
from build_tools.document.phrases import any_of, option_names
from model.profile import Profile, ProfileActor


def actor_rules(linker: Linker, profile: Profile, actor: ProfileActor) -> Iterator[str]:
    """A sentence for each rule over the actor's transactions, content modules and options."""
    for rule in actor.rules:
        if rule.at_least_one_of:
            names = [_title(linker, name) for name in rule.at_least_one_of]
            yield f"The {actor.actor} shall support at least one of {any_of(names)}."
        if rule.at_least_one_option_of:
            options = option_names(profile, rule.at_least_one_option_of)
            names = [f"{name.removesuffix(' Option')} Option" for name in options]
            yield f"The {actor.actor} shall support at least one of the {any_of(names)}."


def _title(linker: Linker, name: str) -> str:
    transaction = linker.framework.transaction(name)
    return transaction.title if transaction else name

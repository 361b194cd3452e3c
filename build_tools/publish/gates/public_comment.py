"""The gate to public comment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.publish.gates.gate import Asked, GateItem, carried, listed, of_every_stage, people
from model.comment_period import SHORTEST_PERIOD
from model.profile import Profile
from model.transaction import Transaction


def public_comment(asked: Asked) -> Iterator[GateItem]:
    """No errors, people named, what is new listed, and at least thirty days to comment."""
    yield from of_every_stage(asked)
    yield from people(asked)
    yield from _new_names(asked)
    yield _open_long_enough(asked)


def _new_names(asked: Asked) -> Iterator[GateItem]:
    """What is new is listed, so that it can be approved at the same time; this holds by itself."""
    framework = asked.checked.framework
    profiles = {entity.profile for entity in carried(asked) if isinstance(entity, Profile)}
    actors = [
        name
        for name, uses in framework.appearances.items()
        if {profile.profile for profile, _ in uses} <= profiles
    ]
    transactions = [
        e.transaction for e in carried(asked) if isinstance(e, Transaction) and not e.stage.in_volume
    ]
    words = {word.rstrip(".,;:)") for text in asked.texts for word in text.split()}
    elsewhere = {name for name in profiles if (found := framework.profile(name)) and found.stage.in_volume}
    terms = (
        [] if elsewhere else [t.term for t in framework.terms if t.term in profiles or t.acronym in profiles]
    )
    identifiers = [entry.value for entry in framework.registry if entry.value in words]
    for what, names in (
        ("new actors", sorted(actors)),
        ("new transactions", transactions),
        ("glossary terms of its own", terms),
        ("OIDs, URNs and codes in its text", identifiers),
    ):
        yield GateItem(f"{what} are listed", holds=True, evidence=listed_whole(names))


def listed_whole(names: list[str]) -> str:
    """All names: they are handed on for approval."""
    return ", ".join(names) or listed([])


def _open_long_enough(asked: Asked) -> GateItem:
    question = f"comments are welcome for at least {SHORTEST_PERIOD} days"
    if not asked.closes:
        return GateItem(question, holds=False, evidence="no closing day is given; name one with --closes")
    days = (date.fromisoformat(asked.closes) - date.fromisoformat(asked.date)).days
    return GateItem(question, days >= SHORTEST_PERIOD, f"{days} days, from {asked.date} to {asked.closes}")

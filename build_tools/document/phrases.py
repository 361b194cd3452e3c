"""Facts as words: optionality, direction, conditions, alternatives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.entity import Direction, Optionality
from model.framework import Framework
from model.grouping import Condition
from model.profile import ContentModuleUse, Profile, ProfileActor, TransactionUse

NOT_STATED = "Not stated"
NO_ACTORS = "The actors of this profile are not yet written."
NOT_WRITTEN = "The narrative of this section is not yet written."

DIRECTIONS: dict[Direction, str] = {
    "initiator": "Initiator",
    "responder": "Responder",
    "receiver": "Receiver",
    "performer": "Not applicable",
}


def optionality(value: Optionality | None) -> str:
    """R, O or C, or a word that says that the source does not tell."""
    return value or NOT_STATED


def direction(framework: Framework, actor: str, use: TransactionUse) -> str:
    """What the actor does in the transaction: ``Initiator``, ``Initiator / Responder``, ..."""
    if use.direction:
        return DIRECTIONS[use.direction]
    transaction = framework.transaction(use.transaction)
    found = transaction.directions(actor) if transaction else ()
    return " / ".join(dict.fromkeys(DIRECTIONS[one] for one in found)) or NOT_STATED


def condition(when: Condition) -> str:
    """A condition as a phrase: ``With the On-Demand Documents Option``."""
    options = [f"{name.removesuffix(' Option')} Option" for name in when.options]
    words = f"With the {any_of(options)}" if options else ""
    text = " ".join((when.text or "").split())
    return f"{words}; {text}" if words and text else words or text


def row_condition(use: TransactionUse | ContentModuleUse) -> str:
    """The condition beside an optionality: ``R with the X Option``, or ``only with the X Option``."""
    assert use.when is not None
    words = condition(use.when)
    lowered = words if words[1:2].isupper() else words[:1].lower() + words[1:]
    return (
        f"R {lowered}" if use.optionality == "O" else f"Only {lowered}" if use.optionality == "R" else words
    )


def any_of(names: Sequence[str]) -> str:
    """Names joined by commas and *or*."""
    return _joined(names, "or")


def all_of(names: Sequence[str]) -> str:
    """Names joined by commas and *and*."""
    return _joined(names, "and")


def _joined(names: Sequence[str], word: str) -> str:
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {word} {names[-1]}"


def option_names(profile: Profile, wanted: Iterable[str]) -> list[str]:
    """The options named, with every name of a family replaced by its members."""
    found: list[str] = []
    for name in wanted:
        family = [option.option for option in profile.options if option.family == name]
        found.extend(family or [name])
    return found


def is_unknown(profile: Profile, table: str, actor: ProfileActor | None = None) -> bool:
    """Whether the rows of a table are not publicly known, for the profile or for one actor."""
    return table in profile.unknown or (actor is not None and table in actor.unknown)

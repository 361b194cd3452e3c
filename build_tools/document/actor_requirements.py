"""What an actor must support, profile by profile: transactions, content modules, options, groupings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from build_tools.document.actor_rules import actor_rules
from build_tools.document.blocks import Badge, Block, Break, Bullets, Cell, Inline, Row, Section, Table
from build_tools.document.groupings_table import grouped_parts, grouping_condition
from build_tools.document.links import Linker
from build_tools.document.phrases import direction, optionality, row_condition
from build_tools.document.profile_tables import option_reference
from build_tools.document.sections import line
from model.profile import Profile, ProfileActor

Appearance = tuple[Profile, ProfileActor]
Lines = Callable[[Linker, Profile, ProfileActor], Iterator[tuple[Cell, ...]]]
"""The cells of every row that one profile adds to a table, without the profile's own."""


@dataclass(frozen=True)
class _Part:
    """One table of an actor's page."""

    title: str
    caption: str
    anchor: str
    columns: tuple[str, ...]
    lines: Lines


def actor_requirements(linker: Linker, name: str, found: tuple[Appearance, ...]) -> Iterator[Block]:
    """The sections of an actor's page that say what it must support."""
    for part in _PARTS:
        blocks: tuple[Block, ...] = _table(linker, name, found, part)
        if part.anchor == "transactions":
            blocks += _rules(linker, found)
        if blocks:
            yield Section("", part.title, part.anchor, blocks)


def _rules(linker: Linker, found: tuple[Appearance, ...]) -> tuple[Bullets, ...]:
    """The at-least-one rules of every profile."""
    items = [
        (linker.link("profile", profile.profile), f": {sentence}")
        for profile, actor in found
        for sentence in actor_rules(linker, profile, actor)
    ]
    return (Bullets(tuple(items)),) if items else ()


def _table(linker: Linker, name: str, found: Iterable[Appearance], part: _Part) -> tuple[Table, ...]:
    """The table whose rows are the lines of each profile under one heading cell; none when it has no row."""
    rows: list[Row] = []
    for profile, actor in found:
        rests = list(part.lines(linker, profile, actor))
        head = Cell((linker.link("profile", profile.profile),), len(rests), "rows")
        rows += [Row((head, *rest) if index == 0 else rest) for index, rest in enumerate(rests)]
    caption, anchor = part.caption.format(name), f"{part.anchor}-table"
    return (Table(part.columns, tuple(rows), caption, anchor, "actors-transactions"),) if rows else ()


def _supported(linker: Linker, _profile: Profile, actor: ProfileActor) -> Iterator[tuple[Cell, ...]]:
    for use in actor.transactions:
        transaction = linker.framework.transaction(use.transaction)
        title = transaction.title if transaction else use.transaction
        when: tuple[Inline, ...] = (Break(), Badge(row_condition(use), "condition")) if use.when else ()
        yield (
            line(linker.link("transaction", use.transaction, title)),
            line(direction(linker.framework, actor.actor, use)),
            line(optionality(use.optionality), *when),
        )
    for module in actor.content_modules:
        name = linker.link("content_module", module.content_module)
        yield (line(name), line("--"), line(optionality(module.optionality)))


def _options(linker: Linker, profile: Profile, actor: ProfileActor) -> Iterator[tuple[Cell, ...]]:
    part = linker.framework.part(profile.key)
    code = part.code if part else ""
    for option in profile.options_of(actor.actor):
        row = next(one for one in option.actors if one.actor == actor.actor)
        mandatory = " (mandatory)" if option.mandatory else ""
        reference = linker.citation(option_reference(option, row, code), code, "1")
        yield (line(f"{option.option}{mandatory}"), line(*reference))


def _groupings(linker: Linker, profile: Profile, actor: ProfileActor) -> Iterator[tuple[Cell, ...]]:
    for grouping in profile.groupings:
        if grouping.actor == actor.actor:
            yield (line(grouping_condition(grouping)), line(*grouped_parts(linker, grouping)))


_PARTS = (
    _Part(
        "Transactions and content modules",
        "What the {} supports",
        "transactions",
        ("Profile", "Transaction or Content Module", "Initiator or Responder", "Optionality"),
        _supported,
    ),
    _Part("Options", "Options of the {}", "options", ("Profile", "Option", "Reference"), _options),
    _Part(
        "Required groupings",
        "Groupings of the {}",
        "groupings",
        ("Profile", "Grouping Condition", "Actor(s) to be grouped with"),
        _groupings,
    ),
)
"""The tables in the order in which they are printed."""

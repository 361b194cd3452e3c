"""What an actor must support, profile by profile: transactions, content modules, options, groupings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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


def actor_requirements(linker: Linker, name: str, found: tuple[Appearance, ...]) -> Iterator[Block]:
    """The sections of an actor's page that say what it must support."""
    rules = [
        (linker.link("profile", profile.profile), f": {sentence}")
        for profile, actor in found
        for sentence in actor_rules(linker, profile, actor)
    ]
    supports = _table(
        linker,
        found,
        _supported,
        f"What the {name} supports",
        "requirements",
        ("Profile", "Transaction or Content Module", "Initiator or Responder", "Optionality"),
    )
    if supports or rules:
        blocks = (*supports, *((Bullets(tuple(rules)),) if rules else ()))
        yield Section("", "Transactions and content modules", "transactions", blocks)
    options = _table(
        linker, found, _options, f"Options of the {name}", "options", ("Profile", "Option", "Reference")
    )
    if options:
        yield Section("", "Options", "options", options)
    groupings = _table(
        linker,
        found,
        _groupings,
        f"Groupings of the {name}",
        "groupings",
        ("Profile", "Grouping Condition", "Actor(s) to be grouped with"),
    )
    if groupings:
        yield Section("", "Required groupings", "groupings", groupings)


def _table(  # noqa: PLR0913 -- a table is its rows and four words
    linker: Linker,
    found: Iterable[Appearance],
    lines: Lines,
    caption: str,
    anchor: str,
    columns: tuple[str, ...],
) -> tuple[Table, ...]:
    """The table whose rows are the lines of each profile under one heading cell; none when it has no row."""
    rows: list[Row] = []
    for profile, actor in found:
        rests = list(lines(linker, profile, actor))
        head = Cell((linker.link("profile", profile.profile),), len(rests), "rows")
        rows += [Row((head, *rest) if index == 0 else rest) for index, rest in enumerate(rests)]
    return (Table(columns, tuple(rows), caption, f"{anchor}-table", "actors-transactions"),) if rows else ()


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

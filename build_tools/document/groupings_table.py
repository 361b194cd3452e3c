"""Table X.3-1: which actors of other profiles an actor is grouped with."""

from __future__ import annotations

from build_tools.document.blocks import Badge, Break, Cell, Inline, Link, Row, Table
from build_tools.document.links import Linker
from build_tools.document.notes import NoteNumbers
from build_tools.document.phrases import all_of, any_of, condition, is_unknown
from build_tools.document.sections import line
from build_tools.outline import Caption
from model.grouping import GroupedActor, GroupedBundle, Grouping
from model.profile import Profile

_CHOICES = {"all": "", "one": "One of:", "at_least_one": "At least one of:"}
_JOINS = {"all": "and", "one": "or", "at_least_one": "or"}


def groupings_table(linker: Linker, profile: Profile, caption: Caption) -> Table:
    """The table in IHE's second form when groupings have conditions, otherwise in its first."""
    notes = NoteNumbers(profile)
    conditional = any(g.when or g.optionality != "R" for g in profile.groupings)
    cells = _conditional_cells if conditional else _plain_cells
    rows: list[Row] = []
    for actor in profile.actors:
        found = [g for g in profile.groupings if g.actor == actor.actor]
        head = Cell((linker.link("actor", actor.actor),), max(len(found), 1), "rows")
        none = line("Not known" if is_unknown(profile, "groupings", actor) else "None")
        empty = (line("--"), none, line("--")) if conditional else (none, line("--"), line("--"))
        rests = [cells(linker, profile, notes, grouping) for grouping in found] or [empty]
        rows += [Row((head, *rest) if index == 0 else rest) for index, rest in enumerate(rests)]
    first = f"{profile.profile} Actor"
    columns = (
        (first, "Grouping Condition", "Actor(s) to be grouped with", "Reference")
        if conditional
        else (first, "Actor(s) to be grouped with", "Reference", "Content Bindings Reference")
    )
    return Table(columns, tuple(rows), caption.label, caption.anchor, "groupings", notes.notes())


def _plain_cells(
    linker: Linker, profile: Profile, notes: NoteNumbers, grouping: Grouping
) -> tuple[Cell, ...]:
    """What IHE's first form prints of a grouping: grouped actors, reference, content bindings."""
    part = linker.framework.part(profile.key)
    bindings = (
        linker.citation(grouping.bindings, part.code if part else "", "3") if grouping.bindings else ("--",)
    )
    grouped = line(*grouped_parts(linker, grouping), notes.mark(grouping.notes))
    return (grouped, line(*_references(linker, grouping)), line(*bindings))


def _conditional_cells(
    linker: Linker, _profile: Profile, notes: NoteNumbers, grouping: Grouping
) -> tuple[Cell, ...]:
    """What IHE's second form prints of a grouping: condition, grouped actors, reference."""
    grouped = line(*grouped_parts(linker, grouping), notes.mark(grouping.notes))
    return (line(grouping_condition(grouping)), grouped, line(*_references(linker, grouping)))


def grouping_condition(grouping: Grouping) -> str:
    """When the grouping applies: ``Required``, ``Optional`` or the condition in words."""
    word = {"R": "Required", "O": "Optional", "C": "Conditional", None: "Not stated"}[grouping.optionality]
    if not grouping.when:
        return word
    return (
        condition(grouping.when)
        if grouping.optionality in ("R", "C")
        else f"{word}. {condition(grouping.when)}"
    )


def grouped_parts(linker: Linker, grouping: Grouping) -> tuple[Inline, ...]:
    """The grouped actors as a cell prints them, one a line, with how to choose between them."""
    parts: list[Inline] = []
    if len(grouping.grouped_with) > 1 and _CHOICES[grouping.choose]:
        parts += [_CHOICES[grouping.choose], Break()]
    for index, item in enumerate(grouping.grouped_with):
        if index:
            parts += [f" {_JOINS[grouping.choose]}", Break()]
        if isinstance(item, GroupedBundle):
            parts += _bundle(linker, item)
        else:
            parts += _grouped(linker, item)
    return tuple(parts)


def _bundle(linker: Linker, bundle: GroupedBundle) -> list[Inline]:
    parts: list[Inline] = [Badge(f"{bundle.bundle}:", "bundle"), " "]
    for index, actor in enumerate(bundle.all):
        if index:
            parts.append(" and ")
        parts += _grouped(linker, actor)
    return parts


def _grouped(linker: Linker, grouped: GroupedActor) -> list[Inline]:
    """``ATNA / Secure Node``, with the options it must support."""
    if grouped.profile:
        profile: Inline = Link(
            _with_domain(linker, grouped.profile), linker.address("profile", grouped.profile)
        )
    else:
        profile = f"Any {grouped.any_profile} profile"
    parts: list[Inline] = [profile, " / ", linker.link("actor", grouped.actor)]
    if grouped.options:
        names = all_of(grouped.options) if grouped.choose_options == "all" else any_of(grouped.options)
        parts.append(
            f" with the {names} Option{'s' if len(grouped.options) > 1 and grouped.choose_options == 'all' else ''}"
        )
    if grouped.without:
        parts.append(f", without the {any_of(grouped.without)} Option")
    return parts


def _with_domain(linker: Linker, profile: str) -> str:
    """The acronym with its domain's code before it, as IHE prints it: ``ITI CT``."""
    found = linker.framework.profile(profile)
    part = linker.framework.part(found.key) if found else None
    if part:
        return f"{part.code} {profile}"
    cited = linker.framework.cited_profiles.get(profile)
    return f"{cited[0].domain} {profile}" if cited else profile


def _references(linker: Linker, grouping: Grouping) -> tuple[Inline, ...]:
    """Where the grouped profiles are specified, each once."""
    parts: list[Inline] = []
    for name in dict.fromkeys(actor.profile for actor in grouping.grouped_actors if actor.profile):
        if parts:
            parts.append(Break())
        found = linker.framework.profile(name)
        part = linker.framework.part(found.key) if found else None
        text = (
            f"{part.code} TF-1: {found.chapter}"
            if part and found and found.chapter
            else f"{_with_domain(linker, name)}"
        )
        parts.append(Link(text, linker.address("profile", name)))
    return tuple(parts) or ("--",)

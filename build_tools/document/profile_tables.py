"""The tables of a profile's chapter: actors and transactions, content modules, options."""

from __future__ import annotations

from build_tools.document.blocks import Badge, Break, Cell, Inline, Link, Row, Table
from build_tools.document.links import Linker, transaction_volume
from build_tools.document.notes import NoteNumbers
from build_tools.document.phrases import direction, is_unknown, optionality, row_condition
from build_tools.document.sections import line
from build_tools.outline import Caption, slug
from model.content_module import ContentModule
from model.option import Option, OptionActor
from model.profile import ContentModuleUse, Profile, ProfileActor, TransactionUse


def transactions_table(linker: Linker, profile: Profile, caption: Caption) -> Table:
    """Table X.1-1: a row for every transaction of every actor."""
    notes = NoteNumbers(profile)
    rows: list[Row] = []
    for actor in profile.actors:
        if not actor.transactions and actor.content_modules:
            continue
        head = _actor_cell(linker, notes, actor, max(len(actor.transactions), 1))
        cells = [_transaction_cells(linker, notes, actor, use) for use in actor.transactions]
        for index, rest in enumerate(cells or [(line("None"), line("--"), line("--"), line("--"))]):
            anchor = _row_anchor(actor.actor, actor.transactions[index].transaction) if cells else ""
            rows.append(Row((head, *rest) if index == 0 else rest, anchor))
    columns = ("Actors", "Transactions", "Initiator or Responder", "Optionality", "Reference")
    return Table(
        columns, unique_anchors(rows), caption.label, caption.anchor, "actors-transactions", notes.notes()
    )


def _actor_cell(linker: Linker, notes: NoteNumbers, actor: ProfileActor, rows: int) -> Cell:
    mark = notes.mark(actor.notes)
    parts = (linker.link("actor", actor.actor), *([mark] if mark else []), *_added_by(actor.added_by))
    return Cell(parts, rows, "rows")


def _transaction_cells(
    linker: Linker, notes: NoteNumbers, actor: ProfileActor, use: TransactionUse
) -> tuple[Cell, ...]:
    transaction = linker.framework.transaction(use.transaction)
    title = transaction.title if transaction else use.transaction
    reference = (
        f"{transaction.domain} TF-{transaction_volume(linker, transaction.domain)}: {transaction.section}"
        if transaction and transaction.section
        else "--"
    )
    return (
        line(linker.link("transaction", use.transaction, title), *_added_by(use.added_by)),
        line(direction(linker.framework, actor.actor, use)),
        line(*_optionality(notes, use)),
        line(linker.link("transaction", use.transaction, reference)),
    )


def _optionality(notes: NoteNumbers, use: TransactionUse | ContentModuleUse) -> tuple[Inline, ...]:
    """The code with the mark of its notes; the condition in words where no note tells it."""
    code = optionality(use.optionality) + notes.mark(use.notes)
    if use.when and not notes.tell(use.notes, use.when):
        return (code, Break(), Badge(row_condition(use), "condition"))
    return (code,)


def _added_by(supplement: str | None) -> tuple[Inline, ...]:
    return (Break(), Badge(f"Added by the {supplement} supplement", "added-by")) if supplement else ()


def content_modules_table(linker: Linker, profile: Profile, caption: Caption) -> Table:
    """The table of actors and content modules."""
    notes = NoteNumbers(profile)
    part = linker.framework.part(profile.key)
    code = part.code if part else ""
    rows: list[Row] = []
    for actor in profile.actors:
        for index, use in enumerate(actor.content_modules):
            module = linker.framework.content_module(use.content_module)
            reference = use.reference or (_module_reference(module) if module else "--")
            rest = (
                line(linker.link("content_module", use.content_module), *_added_by(use.added_by)),
                line(*_optionality(notes, use)),
                line(*linker.citation(reference, code, "1")),
            )
            head = (_actor_cell(linker, notes, actor, len(actor.content_modules)),) if index == 0 else ()
            rows.append(Row((*head, *rest), _row_anchor(actor.actor, use.content_module)))
    columns = ("Actors", "Content Modules", "Optionality", "Reference")
    return Table(
        columns, unique_anchors(rows), caption.label, caption.anchor, "actors-transactions", notes.notes()
    )


def _module_reference(module: ContentModule) -> str:
    return f"{module.domain} TF-3: {module.section}" if module.section else module.reference or "--"


def options_table(linker: Linker, profile: Profile, caption: Caption) -> Table:
    """Table X.2-1: a row for every option of every actor; IHE's phrases where there is none."""
    notes = NoteNumbers(profile)
    rows: list[Row] = []
    for actor in profile.actors:
        declared = profile.options_of(actor.actor)
        head = Cell((linker.link("actor", actor.actor),), max(len(declared), 1), "rows")
        cells = [_option_cells(linker, notes, profile, option, actor.actor) for option in declared]
        nothing = "Not known" if is_unknown(profile, "options", actor) else "No options defined"
        for index, rest in enumerate(cells or [(line(nothing), line("--"))]):
            anchor = _row_anchor(actor.actor, f"{declared[index].option} option") if cells else ""
            rows.append(Row((head, *rest) if index == 0 else rest, anchor))
    columns = ("Actor", "Option Name", "Reference")
    return Table(
        columns, unique_anchors(rows), caption.label, caption.anchor, "actors-options", notes.notes()
    )


def _option_cells(
    linker: Linker, notes: NoteNumbers, profile: Profile, option: Option, actor: str
) -> tuple[Cell, ...]:
    row = next(a for a in option.actors if a.actor == actor)
    mark = notes.mark(dict.fromkeys((*option.notes, *row.notes)))
    part = linker.framework.part(profile.key)
    code = part.code if part else ""
    return (
        line(
            _option_name(linker, profile, option), mark or None, *_added_by(row.added_by or option.added_by)
        ),
        line(*linker.citation(option_reference(option, row, code), code, "1")),
    )


def _option_name(linker: Linker, profile: Profile, option: Option) -> Inline:
    if not option.section:
        return option.option
    root = linker.places.outline(profile)
    heading = root.find(f"option:{option.option}") if root else None
    page = linker.address("profile", profile.profile)
    return Link(option.option, f"{page}#{heading.anchor}") if heading and page else option.option


def option_reference(option: Option, row: OptionActor, code: str) -> str:
    """Where the option is specified: ``ITI TF-1: 10.2.1``, or the section alone while it has no number."""
    if row.reference or option.reference:
        return row.reference or option.reference or ""
    if not option.section:
        return "--"
    return f"{code} TF-1: {option.section}" if option.section[0].isdigit() else f"Section {option.section}"


def _row_anchor(actor: str, what: str) -> str:
    return f"{slug(actor)}.{slug(what)}"


def unique_anchors(rows: list[Row]) -> tuple[Row, ...]:
    """The rows with every anchor once; a second row of the same name gets a number."""
    seen: dict[str, int] = {}
    found: list[Row] = []
    for row in rows:
        count = seen[row.anchor] = seen.get(row.anchor, 0) + 1
        found.append(Row(row.cells, f"{row.anchor}.{count}" if row.anchor and count > 1 else row.anchor))
    return tuple(found)

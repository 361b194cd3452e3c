"""Changes to published text as IHE prints them: under the volume they change, each below its boxed instruction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.document.blocks import Block, Box, Inline, Link, Paragraph, Prose, Section, Title
from build_tools.document.links import Linker
from build_tools.outline import slug
from build_tools.outline.changes import WrittenChange, changed_place
from model.change import Change, CitedPlace

_SHARED = "General Introduction and Shared Appendices"
_DASH = "\N{EN DASH}"


def changes_section(linker: Linker, written: Sequence[WrittenChange], domain: str) -> Iterator[Section]:
    """The section that holds the changes; none without changes. ``domain`` is the one whose document it is."""
    if not written:
        return
    documents: dict[tuple[str, str], list[tuple[int, WrittenChange]]] = {}
    for number, one in enumerate(written, 1):
        target = one.change.target
        documents.setdefault((target.domain, target.volume), []).append((number, one))
    inner = tuple(
        Section(
            "",
            _heading(linker, inside[0][1].change.target, domain),
            f"changes-{slug(inside[0][1].change.target.document)}",
            tuple(_change(linker, number, one) for number, one in inside),
        )
        for _, inside in sorted(documents.items(), key=lambda item: (item[0][0] not in ("", domain), item[0]))
    )
    yield Section("", "Changes to Existing Sections", "changes", inner, written[0].entity.key)


def change_anchor(number: int) -> str:
    """The id of a change on its page, counted from 1."""
    return f"change-{number}"


def _heading(linker: Linker, target: CitedPlace, domain: str) -> str:
    """The heading of a volume, such as ``Volume 2 - Transactions`` with IHE's dash."""
    if not target.domain:
        return _SHARED
    part = linker.framework.by_code(target.domain)
    volumes = part.domain.volumes if part and part.domain else ()
    title = next((f" {_DASH} {v.title}" for v in volumes if v.volume == target.volume), "")
    return f"{'' if target.domain == domain else f'{target.domain} '}Volume {target.volume}{title}"


def _change(linker: Linker, number: int, written: WrittenChange) -> Box:
    change = written.change
    instruction = Box(
        (Paragraph(_instruction(linker, change)),),
        "instruction",
        "div",
        (("role", "note"), ("aria-label", "Instruction to the editor")),
    )
    blocks: list[Block] = [instruction]
    title = _title(linker, change)
    if title and change.text:
        blocks.append(Title((title,), 4))
    if change.text:
        path, target = (*written.path, "text"), change.target
        volume = (target.domain, target.volume)
        blocks.append(Prose(change.text, written.entity.key, path, change_in=volume))
    return Box(tuple(blocks), "change", "div", (("id", change_anchor(number)),))


def _title(linker: Linker, change: Change) -> str:
    """The heading of the section that is changed or added."""
    if change.new_section:
        return f"{change.new_section} {change.title}"
    target = change.target
    title = linker.places.title(target.domain, target.volume, target.number)
    return f"{target.number} {title}" if title else ""


def _instruction(linker: Linker, change: Change) -> tuple[Inline, ...]:
    """What the editor of the volume is told, with a link to the place."""
    place = changed_place(linker.places, change.target)
    label = Link(change.target.label, str(place) if place else None)
    if change.instruction:
        return _linked(change.instruction, label)
    if change.new_section:
        return (f"Add Section {change.new_section} after ", label, ":")
    before, after = _WORDS[change.kind]
    if change.kind == "amend" and change.target.kind != "section":
        before, after = "Update ", " as shown:"
    title = linker.places.title(change.target.domain, change.target.volume, change.target.number)
    return (before, label, after if change.text else f" {title}".rstrip() + ".")


def _linked(instruction: str, label: Link) -> tuple[Inline, ...]:
    """An instruction in the editor's own words, with the place linked where it is named."""
    before, found, after = instruction.partition(label.text)
    return (before, label, after) if found else (instruction,)


_WORDS = {
    "add": ("Add the following to ", ":"),
    "amend": ("Amend ", " by the following:"),
    "replace": ("Replace ", " by the following:"),
    "delete": ("Delete ", ":"),
}
"""For each kind of change what stands before and after the place."""

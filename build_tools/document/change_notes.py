"""On published text, where a supplement or a change proposal changes it: a line that says so and leads there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from build_tools.document.blocks import Block, Link, Page, Paragraph, Section
from build_tools.document.change_blocks import change_anchor
from build_tools.document.links import Linker
from build_tools.outline.addresses import supplement_page
from build_tools.outline.changes import WrittenChange, changed_place, written_changes
from model.change_proposal import ChangeProposal, ProposalState


class ChangeNotes:
    """Puts the notes on pages."""

    def __init__(self, linker: Linker) -> None:
        """Notes about every change that is not yet made in the published text."""
        self._linker = linker
        self._links: dict[str, dict[str, list[tuple[str, Paragraph]]]] = {}
        counts: dict[str, int] = {}
        for written in written_changes(linker.framework):
            page = self._page(written) or ""
            counts[page] = counts.get(page, 0) + 1
            place = changed_place(linker.places, written.change.target)
            if place and written.is_pending and page != place.address:
                link = f"{page}#{change_anchor(counts[page])}" if page else None
                self._add(place.address, written, link)

    def _page(self, written: WrittenChange) -> str | None:
        """The page on which the change is printed."""
        if written.supplement:
            part = next((p for p in self._linker.framework.domains if p.domain is written.entity), None)
            return supplement_page(part.code, written.supplement) if part else None
        return self._linker.places.page(written.entity.key)

    def _add(self, address: str, written: WrittenChange, link: str | None) -> None:
        target = written.change.target
        waiting = self._links.setdefault(address, {}).setdefault(target.label, [])
        if written.source not in (known for known, _ in waiting):
            waiting.append((written.source, _note(written, link)))

    def on(self, page: Page) -> Page:
        """The page with a note at every section, table or figure that is changed."""
        found = self._links.get(page.address)
        if not found:
            return page
        there = {section.number for section in _sections(page.blocks)}
        notes: dict[str, list[Paragraph]] = {}
        for label, waiting in found.items():
            number = label.split()[-1].partition("-")[0]
            while number not in there and "." in number:
                number = number.rpartition(".")[0]
            is_exact = label == f"Section {number}"
            notes.setdefault(number, []).extend(
                note if is_exact else replace(note, parts=(f"{label}: ", *note.parts)) for _, note in waiting
            )
        return replace(page, blocks=tuple(_noted(page.blocks, notes)))


def _sections(blocks: Iterable[Block]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from _sections(block.blocks)


def _noted(blocks: Iterable[Block], notes: Mapping[str, list[Paragraph]]) -> Iterator[Block]:
    """The blocks with notes at the beginning of their sections; a number that stands twice has them once."""
    left = dict(notes)
    for block in blocks:
        if isinstance(block, Section):
            mine = left.pop(block.number, []) if block.number else []
            yield replace(block, blocks=(*mine, *_noted(block.blocks, left)))
        else:
            yield block


def _note(written: WrittenChange, link: str | None) -> Paragraph:
    """Who changes the place: *Changed by the supplement MHD (Trial Implementation).* as a line."""
    begin, stage = "Changed by the supplement ", written.stage
    if isinstance(written.entity, ChangeProposal):
        is_final = written.entity.state is ProposalState.FINAL_TEXT
        begin = "Changed by " if is_final else "A change is proposed by "
        stage = f"{stage}, not yet integrated" if is_final else stage
    return Paragraph((begin, Link(written.source, link), f" ({stage})."), "note change-note")

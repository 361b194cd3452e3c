"""The page of a content module: its section in Volume 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.document.blocks import Block, Bullets, Cell, Page, Paragraph, Prose, Row, Section, Table
from build_tools.document.links import Linker
from build_tools.document.phrases import NOT_WRITTEN, optionality
from build_tools.document.provenance import entity_provenance
from build_tools.document.sections import fixed_phrase, line, prose, sections
from build_tools.document.transaction_sections import prose_with_tables, standard_row
from build_tools.outline import Heading
from model.content_module import ContentModule
from model.framework import DomainFramework


def content_module_page(linker: Linker, part: DomainFramework, module: ContentModule) -> Page:
    """The whole section of a content module."""
    outline = linker.places.outline(module)
    assert outline is not None
    root = sections(outline, _ModuleSection(linker, module).fill, module.key)
    front: tuple[Block, ...] = ()
    if module.reference:
        front = (Paragraph(("Specified in ", *linker.citation(module.reference, part.code, "3"), ".")),)
    blocks = (*front, *root.blocks, *entity_provenance(("Content module", module.provenance)))
    return Page(
        linker.address("content_module", module.content_module) or "",
        module.content_module,
        "content-module",
        (Section(root.number, root.title, root.anchor, blocks, module.key),),
        (module.scope or "").strip(),
        part.code,
        "3",
        module.stage.value,
        f"{part.code} TF-3: {module.section}" if module.section else "",
        keys=(module.key,),
        nav=f"{part.code}-3",
    )


class _ModuleSection:
    """Fills the sections of one content module."""

    def __init__(self, linker: Linker, module: ContentModule) -> None:
        self._linker = linker
        self._module = module

    def fill(self, heading: Heading) -> Iterable[Block]:
        module = self._module
        if heading.slot.startswith("section:"):
            return self._own(heading, int(heading.slot.removeprefix("section:")))
        match heading.slot:
            case "scope":
                return prose(module, "scope", module.scope, NOT_WRITTEN)
            case "format_codes":
                return self._format_codes(heading)
            case "standards":
                return self._standards(heading)
            case "used_by":
                return self._used_by()
        return ()

    def _format_codes(self, heading: Heading) -> Iterator[Block]:
        if not self._module.format_codes:
            yield fixed_phrase("Not applicable.")
            return
        rows = []
        for code in self._module.format_codes:
            entry = next((e for e in self._linker.framework.registry if e.value == code), None)
            rows.append(
                Row(
                    (
                        Cell((self._linker.link("registry_entry", code),), heads="row"),
                        line((entry.media_type if entry else None) or "--"),
                        line(entry.meaning.strip() if entry else "--"),
                    )
                )
            )
        caption = heading.caption("format_codes")
        yield Table(
            ("Format Code", "Media Type", "Meaning"),
            tuple(rows),
            caption.label,
            caption.anchor,
            "plain",
        )

    def _standards(self, heading: Heading) -> Iterator[Block]:
        if not self._module.standards:
            yield fixed_phrase("Not stated.")
            return
        caption = heading.caption("standards")
        rows = tuple(standard_row(self._linker, use) for use in self._module.standards)
        yield Table(
            ("Standard", "Title"),
            rows,
            caption.label,
            caption.anchor,
            "standards",
        )

    def _used_by(self) -> Iterator[Block]:
        items = tuple(
            (
                self._linker.link("profile", profile.profile),
                f": {actor.actor} ({optionality(use.optionality)})",
            )
            for profile in self._linker.framework.profiles
            for actor in profile.actors
            for use in actor.content_modules
            if use.content_module == self._module.content_module
        )
        yield Bullets(items) if items else fixed_phrase("None.")

    def _own(self, heading: Heading, index: int) -> Iterator[Block]:
        section = self._module.sections[index]
        path = ("sections", index)
        text = Prose(section.text or "", self._module.key, (*path, "text"))
        yield from prose_with_tables(heading, text, (*path, "tables"), section.tables)

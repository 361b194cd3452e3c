"""The page of a supplement that changes published text and brings no profile page of its own."""

from __future__ import annotations

from build_tools.document.blocks import Block, Inline, Page, Paragraph, Section
from build_tools.document.change_blocks import changes_section
from build_tools.document.links import Linker
from build_tools.document.provenance import entity_provenance
from build_tools.outline.addresses import supplement_page
from build_tools.outline.changes import WrittenChange
from model.domain import Supplement
from model.framework import DomainFramework


def changes_page(linker: Linker, part: DomainFramework, supplement: Supplement) -> Page:
    """The changes of a supplement, with what it amends and introduces."""
    domain = part.domain
    assert domain is not None
    number = domain.supplements.index(supplement)
    written = [
        WrittenChange(domain, ("supplements", number, "changes", index), change, supplement)
        for index, change in enumerate(supplement.changes)
    ]
    blocks: tuple[Block, ...] = (
        Paragraph(tuple(_about(linker, supplement)), "lead"),
        *changes_section(linker, written, part.code),
        *entity_provenance(("Supplement", supplement.provenance)),
    )
    return Page(
        supplement_page(part.code, supplement),
        supplement.title,
        "supplement",
        (Section("", supplement.title, "supplement", blocks, domain.key),),
        f"What the supplement {supplement.title} changes.",
        part.code,
        stage=supplement.stage.value,
        citation=f"{part.code} TF supplement {supplement.supplement}",
        nav=f"{part.code}-1",
    )


def _about(linker: Linker, supplement: Supplement) -> list[Inline]:
    parts: list[Inline] = []
    for label, names in (("Amends ", supplement.amends), ("Introduces ", supplement.introduces)):
        for index, name in enumerate(names):
            begin = f"{' ' if parts else ''}{label}" if index == 0 else ", "
            parts += [begin, linker.link("profile", name)]
        parts += ["."] if names else []
    return parts or ["A supplement to the Technical Framework."]

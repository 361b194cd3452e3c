"""The outline of a content module (Volume 3)."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import replace

from build_tools.outline.headings import Heading, captions
from build_tools.outline.prose_outline import captions_after, prose_outline
from model.content_module import ContentModule, ContentSection


def content_module_outline(module: ContentModule) -> Heading:
    """The section: scope, format codes, referenced standards, users, then the module's own sections.

    Where these carry numbers of their own, after the plan of an older volume, the parts before them have none.
    """
    number = module.section or ""
    has_plan = any(section.section for section in module.sections)

    def below(n: int) -> str:
        return f"{number}.{n}" if number and not has_plan else ""

    def table(n: int, slot: str, text: str, rows: Sized) -> Heading:
        return Heading(
            below(n), text, slot, captions=captions(below(n), ("table", slot, text) if rows else None)
        )

    fixed = (
        Heading(below(1), "Scope", "scope", prose_outline(module.scope, below(1))),
        *(
            ()
            if has_plan and not module.format_codes
            else (table(2, "format_codes", "Format Codes", module.format_codes),)
        ),
        *(
            ()
            if has_plan and not module.standards
            else (table(3, "standards", "Referenced Standards", module.standards),)
        ),
        *(() if has_plan else (Heading(below(4), "Profiles That Use It", "used_by"),)),
    )
    own = [
        _section(section, section.section or below(n), n - 5) for n, section in enumerate(module.sections, 5)
    ]
    return Heading(number, module.content_module, "content_module", (*fixed, *_nested(own)))


def _section(section: ContentSection, number: str, index: int) -> Heading:
    return Heading(
        number,
        section.title,
        f"section:{index}",
        prose_outline(section.text, number, section.tables),
        captions_after(section.text, number, section.tables),
    )


def _nested(headings: list[Heading]) -> tuple[Heading, ...]:
    """The headings as a tree: 4.2.3.2 stands in the section 4.2.3 before it."""
    found: list[Heading] = []
    for heading in reversed(headings):
        inside = [one for one in found if heading.number and one.number.startswith(f"{heading.number}.")]
        found = [one for one in found if one not in inside]
        found.insert(0, replace(heading, children=(*heading.children, *inside)))
    return tuple(found)

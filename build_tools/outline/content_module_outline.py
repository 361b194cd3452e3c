"""The outline of a content module (Volume 3)."""

from __future__ import annotations

from build_tools.outline.headings import Heading, captions
from model.content_module import ContentModule, ContentSection


def content_module_outline(module: ContentModule) -> Heading:
    """The section: scope, format codes, referenced standards, then the module's own sections."""
    number = module.section or ""

    def below(n: int) -> str:
        return f"{number}.{n}" if number else ""

    def table(n: int, slot: str, text: str) -> Heading:
        caps = captions(below(n) or "", ("table", slot, text)) if number else ()
        return Heading(below(n), text, slot, captions=caps)

    fixed = (
        Heading(below(1), "Scope", "scope"),
        table(2, "format_codes", "Format Codes"),
        table(3, "standards", "Referenced Standards"),
        Heading(below(4), "Profiles That Use It", "used_by"),
    )
    own = tuple(_section(s, below(n), n - 5) for n, s in enumerate(module.sections, 5))
    return Heading(number, module.content_module, "content_module", (*fixed, *own))


def _section(section: ContentSection, number: str, index: int) -> Heading:
    slot = f"section:{index}"
    caps = captions(number, *(("table", f"table:{i}", t.caption) for i, t in enumerate(section.tables)))
    return Heading(number, section.title, slot, captions=caps)

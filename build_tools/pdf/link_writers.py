"""Links and footnotes -> Typst."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes

from build_tools.pdf.links import label_of
from build_tools.pdf.typst_text import breakable, label, markup, quoted

if TYPE_CHECKING:
    from build_tools.pdf.translator import Translator

_CITATION = re.compile(r"(Section|Table|Figure|Appendix|Chapter|Sections|TF-\w+:)\s*[\dA-Z]")
_LONGEST_OF_ADDRESS = 24
_PAGE_NUMBER = 7
"""Characters that a page number takes, which is set smaller."""


def _reference(to: Translator, node: nodes.Element) -> str:
    """A link: inside the document with its page, to the site, or to an address, which is printed."""
    uri = node.get("refuri") or f"#{node.get('refid', '')}"
    text = to.all(node.children)
    if uri.startswith(("http:", "https:", "mailto:")):
        return _outside(to, node, uri, text)
    address = to.address(uri)
    page = address.partition("#")[0]
    cited = "true" if _CITATION.search(node.astext()) else "false"
    name = label_of(address.removesuffix("#"))
    return f'#to("{name}", "{label_of(page)}", {quoted(to.from_here(address))}, {cited})[{text}];'


def _outside(to: Translator, node: nodes.Element, uri: str, text: str) -> str:
    shown = uri.removeprefix("mailto:")
    link = f"#link({quoted(uri)})[{text}];"
    if node.astext() in (uri, shown):
        return link
    return f"{link}#address[{markup(breakable(shown, min(to.longest, _LONGEST_OF_ADDRESS)))}];"


def page_numbers(to: Translator, node: nodes.Element) -> int:
    """How many characters the page numbers take that are printed behind the citations in a node."""
    cited = (
        to.address(link.get("refuri", "")).partition("#")[0] in to.inside and _CITATION.search(link.astext())
        for link in node.findall(nodes.reference)
    )
    return _PAGE_NUMBER if any(cited) else 0


def _footnote_reference(to: Translator, node: nodes.Element) -> str:
    """The footnote itself where it is first referred to, its number after that."""
    name = node.get("refid", "")
    tag = label(f"{to.label()}:{name}")
    note = to.footnotes.get(name)
    if note is None:
        return to.text(node.astext())
    if name in to.noted:
        return f"#footnote(<{tag}>);"
    to.noted.add(name)
    return f"#footnote[{_note(to, note)}]<{tag}>"


def _footnote(to: Translator, node: nodes.Element) -> str:
    """Nothing where the note is referred to; else it is printed here, as on the site."""
    if node["ids"][0] in to.noted or node.get("backrefs"):
        return ""
    return f"\n#remark[{to.text(node[0].astext())} {_note(to, node)}]\n"


def _note(to: Translator, note: nodes.Element) -> str:
    inside = [child for child in note.children if not isinstance(child, nodes.label)]
    before = (to.anchor, to.lasting)
    to.stand_under(note.attributes)
    text = to.aside(lambda: to.all(inside))
    to.anchor, to.lasting = before
    return text


LINKS: Mapping[str, Callable[[Translator, Any], str]] = {
    "reference": _reference,
    "footnote_reference": _footnote_reference,
    "footnote": _footnote,
}
"""The writers of nodes that lead elsewhere."""

"""Lists and definitions -> Typst."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes

from build_tools.pdf.typst_text import quoted

if TYPE_CHECKING:
    from build_tools.pdf.translator import Translator

_ENUMERATIONS = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}


def _bullet_list(to: Translator, node: nodes.Element) -> str:
    items = ", ".join(map(to.write, node.children))
    return f"\n#list(tight: {_tight(node)}, {items})\n" if items else ""


def _enumerated_list(to: Translator, node: nodes.Element) -> str:
    """A numbered list, from the number with which it starts."""
    items = ", ".join(map(to.write, node.children))
    pattern = _ENUMERATIONS.get(node.get("enumtype", ""), "1") + (node.get("suffix") or ".")
    start = node.get("start", 1)
    return f"\n#enum(tight: {_tight(node)}, start: {start}, numbering: {quoted(pattern)}, {items})\n"


def _list_item(to: Translator, node: nodes.Element) -> str:
    return f"[{to.place(node)}{to.all(node.children).strip()}]"


def _tight(node: nodes.Element) -> str:
    """Whether the items of a list are so short that no space stands between them."""
    single = all(len(item.children) <= 1 for item in node.children)
    return "true" if single else "false"


def _definition_list(to: Translator, node: nodes.Element) -> str:
    items = ", ".join(map(to.write, node.children))
    return f"\n#terms(tight: false, {items})\n" if items else ""


def _definition_list_item(to: Translator, node: nodes.Element) -> str:
    """One term, or several, with what they mean, which stands under the term's id too."""
    terms = [child for child in node.children if isinstance(child, nodes.term | nodes.classifier)]
    others = [child for child in node.children if not isinstance(child, nodes.term | nodes.classifier)]
    place = to.place(node)
    term = ", ".join(map(to.write, terms))
    before = (to.anchor, to.lasting)
    for one in terms[:1]:
        to.stand_under(one.attributes)
    text = to.all(others).strip()
    to.anchor, to.lasting = before
    return f"terms.item([{place}{term}], [{text}])"


def _term(to: Translator, node: nodes.Element) -> str:
    place = to.place(node)
    to.begin()
    return to.ended(place + to.all(node.children))


def _definition(to: Translator, node: nodes.Element) -> str:
    return to.all(node.children)


LISTS: Mapping[str, Callable[[Translator, Any], str]] = {
    "bullet_list": _bullet_list,
    "enumerated_list": _enumerated_list,
    "list_item": _list_item,
    "definition_list": _definition_list,
    "definition_list_item": _definition_list_item,
    "term": _term,
    "classifier": _term,
    "definition": _definition,
}
"""The writers of lists and what is in them."""

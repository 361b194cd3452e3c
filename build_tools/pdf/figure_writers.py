"""Diagrams, images and tables -> Typst."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes

from build_tools.pdf.tables import TableWriter

if TYPE_CHECKING:
    from build_tools.pdf.translator import Translator


def _diagram(to: Translator, node: nodes.Element) -> str:
    """A generated diagram over its caption."""
    to.begin()
    shown = to.ended(to.text(node["caption"]))
    alternative = f"{node['label']}. {' '.join(node['alternative'])}"
    return to.figures.diagram(node["svg"], alternative, shown, to.define(to.anchor))


def _image(to: Translator, node: nodes.Element) -> str:
    """An image from the framework; one that cannot be read leaves its words."""
    address = to.address(node["uri"])
    name = posixpath.basename(address)
    words = node.get("alt", "").strip() or name  # that it has none is what a check says
    fault, shown = to.figures.image(address, words, alone=len(node.parent.children) == 1)
    if fault:
        line = int(node.line or getattr(node.parent, "line", None) or 1)
        to.problem(line, f"the image `{name}` cannot be printed: {fault}")
        return to.text(f"[{words}]")
    return shown


def _figure(to: Translator, node: nodes.Element) -> str:
    """An image with what is written under it."""
    return to.all(node.children)


def _caption(to: Translator, node: nodes.Element) -> str:
    to.begin()
    return f"\n#align(center)[{to.all(node.children)}]\n"


def _table(to: Translator, node: nodes.Element) -> str:
    """A table with its caption."""
    before = to.prose
    if "label" in node or any(isinstance(child, nodes.title) for child in node.children):
        to.prose = None  # it is no table of Markdown, and may only stand among prose
    text = TableWriter(to, node, has_notes=_has_notes(node)).text()
    to.prose = before
    return text


def _has_notes(node: nodes.Element) -> bool:
    """Whether notes stand under a table."""
    following = node.next_node(descend=False, siblings=True)
    return isinstance(following, nodes.Element) and "notes" in following["classes"]


FIGURES: Mapping[str, Callable[[Translator, Any], str]] = {
    "diagram": _diagram,
    "image": _image,
    "figure": _figure,
    "caption": _caption,
    "table": _table,
}
"""The writers of figures and tables."""

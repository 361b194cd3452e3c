"""What stands inside a line -> Typst."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from docutils import nodes

from build_tools.pdf.typst_text import breakable, quoted

if TYPE_CHECKING:
    from build_tools.pdf.translator import Translator

_NEW_LINE = "#linebreak();"
_LONGEST_OF_CODE = 30
_STYLES = {"issue-id": "issue", "stage": "badge", "inserted": "inserted", "deleted": "deleted"}
"""The style of a stretch of text, by its class."""
_HTML = {"<s>": "#strike[", "</s>": "];", "<br />": _NEW_LINE, "<br/>": _NEW_LINE}


def _styled(style: str, to: Translator, node: nodes.Element) -> str:
    return f"#{style}[{to.all(node.children)}];"


def _literal(to: Translator, node: nodes.Element) -> str:
    """Code in a line."""
    text = node.astext()
    mark = to.code(text)
    words = [breakable(word, min(to.longest, _LONGEST_OF_CODE)) for word in to.clean(text).split(" ")]
    return f"{mark}#raw({quoted(' '.join(words))});"


def _line_break(to: Translator, _node: nodes.Element) -> str:
    to.broken()
    return _NEW_LINE


def _raw(to: Translator, node: nodes.Element) -> str:
    """The few marks that MyST writes as HTML: a line break, struck-out words."""
    if "html" not in node.get("format", "").split():
        return ""
    text = node.astext().strip()
    if text not in _HTML:
        raise NotImplementedError(f"no Typst for the HTML {text!r}")
    if _HTML[text] == _NEW_LINE:
        to.broken()
    return _HTML[text]


def _inline(to: Translator, node: nodes.Element) -> str:
    """A short label, words that a supplement inserts or deletes, or a stretch without a style of its own."""
    style = next((_STYLES[name] for name in node["classes"] if name in _STYLES), "")
    return _styled(style, to, node) if style else to.all(node.children)


INLINES: Mapping[str, Callable[[Translator, Any], str]] = {
    "emphasis": partial(_styled, "emph"),
    "title_reference": partial(_styled, "emph"),
    "strong": partial(_styled, "strong"),
    "superscript": partial(_styled, "super"),
    "subscript": partial(_styled, "sub"),
    "literal": _literal,
    "line_break": _line_break,
    "raw": _raw,
    "inline": _inline,
}
"""The writers of nodes inside a line."""

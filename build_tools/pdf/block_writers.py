"""Sections, paragraphs, code and boxes -> Typst."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes

from build_tools.pdf.marked_text import WORD
from build_tools.pdf.tables import ACROSS
from build_tools.pdf.typst_text import breakable, markup, quoted

if TYPE_CHECKING:
    from build_tools.pdf.translator import Translator

_PARAGRAPHS = {
    "lead": "lead",
    "note": "remark",
    "fixed-phrase": "phrase",
    "resolution": "head-line",
    "provenance-title": "head-line",
    "admonition-title": "head-line",
    "instruction": "instruction",
}
"""The style of a paragraph, by its class."""
_BOXES = {
    "notes": "notes",
    "provenance": "aside",
    "admonition": "warning",
    "instruction": "instruction",
    "inserted": "inserted",
    "deleted": "deleted",
}
"""The style of a box, by its class."""
_WHOLE = frozenset({"aside", "warning", "instruction"})
"""The boxes that stand on one page, unless they are long: what is higher than a page would run off its foot."""
_LONGEST_WHOLE = 1600
_HEADING = "\n#heading("
_LANGUAGE = re.compile(r"[a-z]{1,12}")
_LONGEST_OF_CODE = 70


def _style(node: nodes.Element, styles: Mapping[str, str]) -> str:
    return next((styles[name] for name in node["classes"] if name in styles), "")


def _section(to: Translator, node: nodes.Element) -> str:
    """A section under its heading."""
    before = (to.level, to.section)
    to.level += 1
    text = ""
    for written in reversed([to.write(child) for child in node.children]):
        # a page on its side begins with the heading of what stands on it, which would be left alone before it
        is_turned = text.startswith(ACROSS) and written.startswith(_HEADING)
        text = f"{ACROSS}{written}{text.removeprefix(ACROSS)}" if is_turned else written + text
    to.level, to.section = before
    return text


def _title(to: Translator, node: nodes.Element) -> str:
    """A heading with its number and the label of its section; the first of a page stands for the page."""
    to.headings[to.level] += 1
    number = node.get("number", "")
    to.section = number or to.section
    to.begin()
    shown = f"#num[{markup(number)}];" if number else ""
    body = to.ended(shown + to.all(node.children))
    defined = to.define(to.anchor) if to.anchor else ""
    if defined:
        to.labels.setdefault(to.label(), to.label(to.anchor))
    return f"{_HEADING}level: {to.level})[{body}]{defined}\n"


def _box_title(to: Translator, node: nodes.Element) -> str:
    """A heading outside the outline."""
    to.begin()
    return f"\n#head-line[{to.all(node.children)}]\n"


def _paragraph(to: Translator, node: nodes.Element) -> str:
    """A paragraph, in the style that its class asks for."""
    place = to.place(node)
    to.begin()
    body = to.ended(place + to.all(node.children))
    if not body:
        return ""
    style = _style(node, _PARAGRAPHS) or ("issue-line" if _begins_issue(node) else "")
    return f"\n#{_applied(style, node)}[{body}]\n" if style else f"\n{body}\n"


def _begins_issue(node: nodes.Element) -> bool:
    """Whether a paragraph begins with the id of an issue, and so heads the paragraphs that follow."""
    first = node.children[0] if node.children else None
    return isinstance(first, nodes.Element) and "issue-id" in first["classes"]


def _block_quote(to: Translator, node: nodes.Element) -> str:
    return f"\n#quote(block: true)[{to.all(node.children)}]\n"


def _attribution(to: Translator, node: nodes.Element) -> str:
    """Who is quoted."""
    to.begin()
    return f"\n— {to.all(node.children)}\n"


def _transition(_to: Translator, _node: nodes.Element) -> str:
    """A rule between paragraphs."""
    return "\n#rule()\n"


def _literal_block(to: Translator, node: nodes.Element) -> str:
    """Code; a line that is too long is broken at words, a word that is too long anywhere."""
    to.begin()
    text = to.clean(node.astext()).rstrip("\n")
    lines = [
        WORD.sub(lambda word: breakable(word[0], _LONGEST_OF_CODE), line)
        for line in text.expandtabs(4).split("\n")
    ]
    numbers = [to.mark(line.split()) for line in text.split("\n")] if to.marked else [-1]
    language = node.get("language") or ""
    language = language if _LANGUAGE.fullmatch(language) else "txt"
    shown = "\n".join(lines)
    return f"\n{to.place(node)}#code({numbers[0]}, {quoted(language)}, {quoted(shown)})\n"


def _box(to: Translator, node: nodes.Element) -> str:
    """A container: notes under a table, an aside, a warning, or its content alone."""
    text = to.place(node) + to.all(node.children)
    style = _style(node, _BOXES)
    return f"\n#{_applied(style, node)}[{text}]\n" if style and text.strip() else text


def _applied(style: str, node: nodes.Element) -> str:
    """A style as it is called for a node: long boxes go on on the next page."""
    return f"{style}(breaks: true)" if style in _WHOLE and len(node.astext()) > _LONGEST_WHOLE else style


def _filter_form(_to: Translator, _node: nodes.Element) -> str:
    """Nothing: paper has no controls."""
    return ""


BLOCKS: Mapping[str, Callable[[Translator, Any], str]] = {
    "section": _section,
    "title": _title,
    "box_title": _box_title,
    "paragraph": _paragraph,
    "block_quote": _block_quote,
    "attribution": _attribution,
    "transition": _transition,
    "literal_block": _literal_block,
    "doctest_block": _literal_block,
    "box": _box,
    "filter_form": _filter_form,
}
"""The writers of blocks."""

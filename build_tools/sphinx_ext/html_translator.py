"""Nodes -> HTML where the site prints more than docutils does: numbered headings, captioned tables, cells."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from build_tools.sphinx_ext.html_nodes import attributes
from build_tools.sphinx_ext.page_anchors import LASTING

_METHOD_NAMES: dict[type[nodes.Node], tuple[str, str]] = {}
"""The names of the methods for each class of nodes, found once a process."""


_CHANGED = {"inserted": "ins", "deleted": "del"}
"""The element of words that a change marks, by their class."""


class SiteTranslator(HTML5Translator):
    """Sphinx's HTML with IHE's headings and tables."""

    def walk(self, node: nodes.Node) -> None:
        """Print a node with everything inside it.

        Does what ``node.walkabout(translator)`` of docutils does in a third of its time: that one words a
        message for the debugger at every step and looks for the methods by their names again and again.
        """
        visit, depart = self._methods(type(node))
        try:
            visit(node)
            for child in node.children:
                self.walk(child)
        except nodes.SkipNode:
            return
        except nodes.SkipChildren:
            pass
        depart(node)

    def _methods(self, kind: type[nodes.Node]) -> tuple[Callable[[Any], None], Callable[[Any], None]]:
        """The methods that print the beginning and the end of a class of nodes."""
        if kind not in _METHOD_NAMES:
            names = [parent.__name__ for parent in kind.__mro__]
            _METHOD_NAMES[kind] = (
                next((n for n in (f"visit_{name}" for name in names) if hasattr(self, n)), "unknown_visit"),
                next(
                    (n for n in (f"depart_{name}" for name in names) if hasattr(self, n)), "unknown_departure"
                ),
            )
        visit, depart = _METHOD_NAMES[kind]
        return getattr(self, visit), getattr(self, depart)

    def visit_section(self, node: nodes.Element) -> None:
        """Open a section under its anchor."""
        self.section_level += 1
        self.body.append(f'<section id="{escape(node["ids"][0])}">\n' if node["ids"] else "<section>\n")

    def depart_section(self, _node: nodes.Element) -> None:
        """Close the section."""
        self.section_level -= 1
        self.body.append("</section>\n")

    def visit_title(self, node: nodes.Element) -> None:
        """Open a heading with its number, or a table's caption."""
        if isinstance(node.parent, nodes.table):
            self.body.append(f'<caption id="{escape(node["ids"][0])}">' if node["ids"] else "<caption>")
            return
        number = node.get("number", "")
        shown = f'<span class="number">{escape(number)}</span> ' if number else ""
        self.body.append(f"<h{self._level()}{_lasting(node)}>{shown}")

    def depart_title(self, node: nodes.Element) -> None:
        """Close the heading with the link to itself, or the caption."""
        if isinstance(node.parent, nodes.table):
            self.body.append("</caption>\n")
            return
        anchor = node.parent["ids"][0] if node.parent["ids"] else ""
        name = node.get("number") or node.astext()
        label = f"Link to section {name}"
        if anchor and self._level() > 1:
            self.body.append(
                f' <a class="headerlink" href="#{escape(anchor)}" aria-label="{escape(label)}">§</a>'
            )
        self.body.append(f"</h{self._level()}>\n")

    def _level(self) -> int:
        return min(max(self.section_level, 1), 6)

    def visit_table(self, node: nodes.Element) -> None:
        """Open a table inside the region in which it scrolls."""
        caption = next((child for child in node if isinstance(child, nodes.title)), None)
        anchor = node["ids"][0] if node["ids"] else ""
        if caption is not None and anchor:
            caption["ids"] = [f"{anchor}-caption"]
            label = f'aria-labelledby="{escape(anchor)}-caption"'
        else:
            label = f'aria-label="{escape(node.get("label", "Table"))}"'
        shown = f' id="{escape(anchor)}"' if anchor else ""
        style = " ".join(node["classes"]) or "plain"
        self.body.append(
            f'<div class="table-wrap"{shown} tabindex="0" role="region" {label}>\n'
            f'<table{_lasting(node)} class="{escape(style)}">\n'
        )

    def depart_table(self, _node: nodes.Element) -> None:
        """Close the table and its region."""
        self.body.append("</table>\n</div>\n")

    def visit_tgroup(self, _node: nodes.Element) -> None:
        """Print no column widths."""

    def depart_tgroup(self, _node: nodes.Element) -> None:
        """Nothing to close."""

    def visit_colspec(self, _node: nodes.Element) -> None:
        """Print no column widths."""
        raise nodes.SkipNode

    def visit_thead(self, _node: nodes.Element) -> None:
        """Open the row of headings."""
        self.body.append("<thead>\n")

    def visit_tbody(self, _node: nodes.Element) -> None:
        """Open the rows."""
        self.body.append("<tbody>\n")

    def visit_row(self, node: nodes.Element) -> None:
        """Open a row under its anchor, with what a filter asks of it."""
        anchor = f' id="{escape(node["ids"][0])}"' if node["ids"] else _lasting(node)
        self.body.append(f"<tr{anchor}{attributes(dict(node.get('data', ())))}>")

    def depart_row(self, _node: nodes.Element) -> None:
        """Close the row."""
        self.body.append("</tr>\n")

    def visit_entry(self, node: nodes.Element) -> None:
        """Open a cell: a heading of its column or row, or a cell that names its column."""
        spans = f' rowspan="{node["morerows"] + 1}"' if node.get("morerows") else ""
        spans += f' colspan="{node["morecols"] + 1}"' if node.get("morecols") else ""
        if node.parent["ids"] and node.parent.children[0] is node:
            spans = f"{_lasting(node.parent)}{spans}"  # the row itself has the id of its name
        if isinstance(node.parent.parent, nodes.thead):
            self.body.append(f'<th scope="col"{spans}>')
        elif node.get("heads"):
            self.body.append(f'<th scope="{"rowgroup" if node["heads"] == "rows" else "row"}"{spans}>')
        else:
            self.body.append(f"<td{self._column(node)}{spans}>")
        self.context.append(
            "</th>\n" if node.get("heads") or isinstance(node.parent.parent, nodes.thead) else "</td>\n"
        )

    def _column(self, node: nodes.Element) -> str:
        name = node.get("column", "")
        return f' data-label="{escape(name)}"' if name else ""

    def depart_entry(self, _node: nodes.Element) -> None:
        """Close the cell."""
        self.body.append(self.context.pop())

    def visit_paragraph(self, node: nodes.Element) -> None:
        """Open a paragraph; a cell's or item's only paragraph needs no element of its own."""
        if isinstance(node.parent, nodes.entry | nodes.list_item) and _is_only_text(node):
            self.context.append("")
            return
        attributes = f' id="{escape(node["ids"][0])}"' if node["ids"] else _lasting(node)
        if node["classes"]:
            attributes += f' class="{escape(" ".join(node["classes"]))}"'
        self.body.append(f"<p{attributes}>")
        self.context.append("</p>\n")

    def depart_paragraph(self, _node: nodes.Element) -> None:
        """Close the paragraph."""
        self.body.append(self.context.pop())

    def visit_reference(self, node: nodes.Element) -> None:
        """Open a link; one that leaves the site says so to its style sheet."""
        uri = node.get("refuri") or f"#{node.get('refid', '')}"
        outside = ' class="external"' if uri.startswith(("http:", "https:", "mailto:")) else ""
        self.body.append(f'<a{outside} href="{escape(uri)}">')

    def depart_reference(self, _node: nodes.Element) -> None:
        """Close the link."""
        self.body.append("</a>")

    def visit_bullet_list(self, node: nodes.Element) -> None:
        """Open a list."""
        style = " ".join(node["classes"])
        self.body.append(f'<ul class="{escape(style)}">\n' if style else "<ul>\n")

    def depart_bullet_list(self, _node: nodes.Element) -> None:
        """Close the list."""
        self.body.append("</ul>\n")

    def visit_list_item(self, node: nodes.Element) -> None:
        """Open an item under its id."""
        self.body.append(f"<li{_lasting(node)}>")

    def depart_list_item(self, _node: nodes.Element) -> None:
        """Close the item."""
        self.body.append("</li>\n")

    def visit_inline(self, node: nodes.Element) -> None:
        """Open a styled stretch of text; inserted and deleted words have elements of their own."""
        style = " ".join(node["classes"])
        element = _CHANGED.get(style, "span")
        shown = f' class="{escape(style)}"' if style and element == "span" else ""
        self.body.append(f"<{element}{shown}>")

    def depart_inline(self, node: nodes.Element) -> None:
        """Close it."""
        self.body.append(f"</{_CHANGED.get(' '.join(node['classes']), 'span')}>")

    def unknown_visit(self, node: Any) -> None:
        """An unhandled node is a fault of ours, never a silent loss."""
        raise NotImplementedError(f"no HTML for the node {type(node).__name__}")


def _lasting(node: nodes.Element) -> str:
    """The attribute with the id that outlives numbers, where the node has one."""
    found = node.attributes.get(LASTING)
    return f' id="{escape(found)}"' if found else ""


def _is_only_text(node: nodes.Element) -> bool:
    """Whether the paragraph is the only one in its parent (sub-lists may follow it in an item)."""
    first, *others = node.parent.children
    return (
        first is node and not node["ids"] and not any(isinstance(other, nodes.paragraph) for other in others)
    )

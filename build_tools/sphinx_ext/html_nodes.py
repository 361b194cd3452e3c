"""Nodes that docutils does not have, and their HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class box(nodes.General, nodes.Element):  # noqa: N801
    """A container: ``element`` is its HTML element, ``data`` its further attributes."""


class diagram(nodes.General, nodes.Element):  # noqa: N801
    """A figure with an SVG: ``svg``, ``caption``, ``label`` and ``alternative`` (a list of sentences)."""


class filter_form(nodes.General, nodes.Element):  # noqa: N801
    """Controls that narrow a list of cards: ``target``, ``groups``, ``noun`` and ``count``."""


class line_break(nodes.Inline, nodes.Element):  # noqa: N801
    """A line break inside a cell."""


class box_title(nodes.General, nodes.TextElement):  # noqa: N801
    """A heading outside the outline: ``level`` from 2 to 6."""


def attributes(pairs: dict[str, str]) -> str:
    """Attributes of an element; those without a value are left out."""
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs.items() if value)


def visit_box(self: HTML5Translator, node: box) -> None:
    """Open the container."""
    pairs = {"class": " ".join(node["classes"]), **dict(node.get("data", ()))}
    self.body.append(f"<{node['element']}{attributes(pairs)}>\n")


def depart_box(self: HTML5Translator, node: box) -> None:
    """Close the container."""
    self.body.append(f"</{node['element']}>\n")


def visit_diagram(self: HTML5Translator, node: diagram) -> None:
    """Print the figure whole: picture, caption, text alternative."""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in node["alternative"])
    self.body.append(
        f'<figure class="diagram"{attributes({"id": node["ids"][0]})}>\n'
        f'<div class="diagram-scroll" tabindex="0" role="region" aria-label="{escape(node["label"])}">{node["svg"]}</div>\n'
        f"<figcaption{attributes({'id': node.get('lasting', '')})}>{escape(node['caption'])}\n"
        f'<details class="alternative"><summary>Text alternative</summary><ul>{items}</ul></details>\n'
        "</figcaption>\n</figure>\n"
    )
    raise nodes.SkipNode


def visit_filter_form(self: HTML5Translator, node: filter_form) -> None:
    """Print the filter whole."""
    target = escape(node["target"])
    groups = "".join(
        f"<fieldset><legend>{escape(label)}</legend>"
        + "".join(
            f'<label><input type="checkbox" name="{escape(name)}" value="{escape(value)}"> {escape(text)}</label>'
            for value, text in choices
        )
        + "</fieldset>"
        for name, label, choices in node["groups"]
    )
    self.body.append(
        f'<form class="filter" data-filter-for="{target}" role="search" aria-label="Filter {target}">{groups}'
        f'<label class="filter-text">Words <input type="search" name="text" autocomplete="off"></label>'
        f'<output aria-live="polite">{node["count"]} {escape(node["noun"])}</output></form>\n'
    )
    raise nodes.SkipNode


def visit_line_break(self: HTML5Translator, _node: line_break) -> None:
    """Print the break."""
    self.body.append("<br>")
    raise nodes.SkipNode


def visit_box_title(self: HTML5Translator, node: box_title) -> None:
    """Open the heading."""
    self.body.append(f"<h{node['level']}>")


def depart_box_title(self: HTML5Translator, node: box_title) -> None:
    """Close the heading."""
    self.body.append(f"</h{node['level']}>\n")


def setup_nodes(app: Sphinx) -> None:
    """Register the nodes with their HTML."""
    app.add_node(box, html=(visit_box, depart_box))
    app.add_node(diagram, html=(visit_diagram, None))
    app.add_node(filter_form, html=(visit_filter_form, None))
    app.add_node(line_break, html=(visit_line_break, None))
    app.add_node(box_title, html=(visit_box_title, depart_box_title))

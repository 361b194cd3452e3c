"""Every class of shape and text with its look: plain attributes for print, custom properties for pages.

The attributes alone give the printed look, in programs that know no custom properties too. A style sheet inside each
SVG replaces the colours by ``var(--diagram-...)``, which a page may set, for example for a dark theme. It stands in
``@media all`` because the SVG reader of Typst would take an unknown ``var()`` for black, but skips at-rules.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

FONT_FAMILY = "'DejaVu Sans', 'Helvetica Neue', Arial, sans-serif"

COLOURS = {
    "ink": "#1b2733",
    "paper": "#ffffff",
    "accent": "#0b5cad",
    "muted": "#5b6b7b",
    "actor": "#eef4fb",
}
"""The custom properties ``--diagram-<name>`` and what they are when a page does not set them."""

_DASHED = {"stroke-dasharray": "6 4"}

LOOKS: dict[str, dict[str, str]] = {
    "label-bg": {"fill": "paper", "stroke": "none"},
    "frame": {"fill": "none", "stroke": "muted", "stroke-width": "1"},
    "actor": {"fill": "actor", "stroke": "accent", "stroke-width": "1.3"},
    "actor other": {"fill": "paper", "stroke": "muted", "stroke-width": "1.3", **_DASHED},
    "module": {"fill": "paper", "stroke": "accent", "stroke-width": "1.3", **_DASHED},
    "note": {"fill": "paper", "stroke": "muted", "stroke-width": "1"},
    "edge": {"fill": "none", "stroke": "ink", "stroke-width": "1.3"},
    "lane": {"fill": "none", "stroke": "muted", "stroke-width": "1", **_DASHED},
    "message": {"fill": "none", "stroke": "ink", "stroke-width": "1.3"},
    "response": {"fill": "none", "stroke": "ink", "stroke-width": "1.3", **_DASHED},
    "head": {"fill": "ink", "stroke": "ink", "stroke-width": "1.3", "stroke-linejoin": "round"},
    "head open": {"fill": "none", "stroke": "ink", "stroke-width": "1.3", "stroke-linejoin": "round"},
    "arrow": {"fill": "none", "stroke": "accent", "stroke-width": "1.5", "stroke-linecap": "round"},
    "name": {"fill": "ink", "font-size": "14"},
    "label": {"fill": "ink", "font-size": "13"},
    "step": {"fill": "ink", "font-size": "13", "font-style": "italic"},
    "remark": {"fill": "muted", "font-size": "12"},
    "id": {"fill": "accent"},
}
"""The look of elements with exactly these classes."""


def size_of(css_class: str) -> float:
    """The font size of a class of text, in pixels."""
    return float(LOOKS[css_class]["font-size"])


@lru_cache(maxsize=64)
def attributes(classes: str) -> str:
    """The class attribute and the presentation attributes of an element with these classes."""
    printed = "".join(f' {name}="{COLOURS.get(value, value)}"' for name, value in LOOKS[classes].items())
    return f'class="{classes}"{printed}'


def style_sheet(used: Collection[str]) -> str:
    """The rules by which the colours of these looks follow the page.

    A page can hold several diagrams, and the rules of each hold for all: none rests on standing after another.
    """
    rules = []
    for classes in (classes for classes in LOOKS if classes in used):
        values = [
            f"{what}:{f'var(--diagram-{value},{COLOURS[value]})' if value in COLOURS else value}"
            for what, value in LOOKS[classes].items()
            if what in ("fill", "stroke")
        ]
        rules.append(f"svg.diagram .{classes.replace(' ', '.')}{{{';'.join(values)}}}")
    return f"@media all{{{''.join(rules)}svg.diagram a:hover text{{text-decoration:underline}}}}"

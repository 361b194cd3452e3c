"""Headings inside prose: numbered from the section in which the prose stands."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from build_tools.outline import slug


def number_sections(found: Iterable[nodes.Node], number: str) -> None:
    """Give every section among the nodes its number and anchor, such as ``3.1`` in chapter 3."""
    count = 0
    for node in found:
        if isinstance(node, nodes.section):
            count += 1
            own = f"{number}.{count}" if number else ""
            title = node.next_node(nodes.title)
            if title is not None:
                title["number"] = own
            node["ids"] = [own or slug(title.astext() if title is not None else f"section-{count}")]
            number_sections(node.children, own)


def contents(found: Iterable[nodes.Node]) -> list[dict[str, object]]:
    """The table of contents of a page: ``{number, title, id, children}`` of every section."""
    entries: list[dict[str, object]] = []
    for node in found:
        if isinstance(node, nodes.section):
            title = node.next_node(nodes.title)
            entries.append(
                {
                    "number": title.get("number", "") if title is not None else "",
                    "title": title.astext() if title is not None else "",
                    "id": node["ids"][0] if node["ids"] else "",
                    "children": contents(node.children),
                }
            )
    return entries

"""Headings inside prose: numbered from the section in which the prose stands."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from build_tools.outline import free, slug


def number_sections(found: Iterable[nodes.Node], number: str, taken: set[str]) -> None:
    """Give every section among the nodes its number and anchor, such as ``3.1`` in chapter 3.

    ``taken`` holds the ids that the page has already. Where a number is among them, as in the text before the
    first section of a chapter, the heading has none.
    """
    count = 0
    for node in found:
        if isinstance(node, nodes.section):
            count += 1
            own = f"{number}.{count}" if number and f"{number}.{count}" not in taken else ""
            title = node.next_node(nodes.title)
            if title is not None:
                title["number"] = own
            words = slug(title.astext()) if title is not None else ""
            node["ids"] = [free(own or words or f"section-{count}", taken)]
            number_sections(node.children, own, taken)


def put_under(found: list[nodes.Node], title: str, added: list[nodes.Node]) -> None:
    """Put nodes at the end of the section with that title, before the sections inside it; without one, at the top."""
    if not title:
        first = next((i for i, node in enumerate(found) if isinstance(node, nodes.section)), len(found))
        found[first:first] = added
        return
    for section in (section for node in found for section in node.findall(nodes.section)):
        heading = section.next_node(nodes.title)
        if heading is not None and heading.astext() == title:
            index = next(
                (i for i, child in enumerate(section.children) if isinstance(child, nodes.section)),
                len(section),
            )
            section.insert(index, added)
            return


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

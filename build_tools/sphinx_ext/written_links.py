"""Links that an author writes in prose to pages of the site, as ``../ITI/TF/Volume1/ch-10.html``, or to places on the page."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from docutils import nodes

Report = Callable[[nodes.reference, str], None]
"""Takes a link that leads nowhere, and what to say of it."""


def may_have_links(text: str) -> bool:
    """Whether a text may have links that are written out."""
    return "](" in text or "]: " in text


def lead_to_pages(found: Iterable[nodes.Node], own: str, addresses: AbstractSet[str], report: Report) -> None:
    """Lead links to other pages, which are written as seen from the page at ``own``; others lose their link."""
    for link in list(_links(found)):
        if "refuri" not in link:
            name = link.get("refname", "")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(own), name.partition("#")[0]))
            if page in addresses:
                link["refuri"] = name
            else:
                report(link, f"`{name}` leads nowhere: cite the section, or write a whole address")
                link.parent.replace(link, link.children)


def to_own_page(found: Iterable[nodes.Node]) -> list[nodes.reference]:
    """The links to places on the same page."""
    return [link for link in _links(found) if link.get("id_link")]


def drop_broken(links: Iterable[nodes.reference], ids: AbstractSet[str], report: Report) -> None:
    """Take the link from words that lead to a place which the page does not have."""
    for link in links:
        name = link["refuri"]
        if name.removeprefix("#") not in ids:
            report(link, f"`{name}` leads nowhere: there is no such place on the page")
            link.parent.replace(link, link.children)


def _links(found: Iterable[nodes.Node]) -> Iterator[nodes.reference]:
    return (link for node in found for link in node.findall(nodes.reference))

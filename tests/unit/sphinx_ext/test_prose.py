"""Markdown prose and the links in it."""

from __future__ import annotations

import re

from docutils import nodes

from build_tools.document.links import ProseLink
from build_tools.sphinx_ext.prose import ProseReader


def _links(text: str) -> list[ProseLink]:
    return [ProseLink(m.start(), m.end(), "#source") for m in re.finditer(r"Document\sSource", text)]


def test_a_name_is_linked_where_it_runs_over_the_end_of_a_line() -> None:
    """In a paragraph, in emphasis and in a list; code stays as it is."""
    text = "The Document\nSource **is a Document\nSource**, `Document Source`.\n\n- A Document\n  Source."
    read = ProseReader().read(text, _links, lambda _line, _message: None)
    linked = [node.astext() for part in read for node in part.findall(nodes.reference)]
    assert linked == ["Document\nSource"] * 3

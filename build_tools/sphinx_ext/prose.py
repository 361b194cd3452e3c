"""Markdown prose -> nodes, with IHE's citations turned into links."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser as RstParser
from docutils.utils import Reporter
from markdown_it import MarkdownIt

from build_tools.document.links import ProseLink
from build_tools.sphinx_ext.markdown import SUPPRESSED, markdown, markdown_of_changes

FindLinks = Callable[[str], Sequence[ProseLink]]
"""The links in a stretch of plain text."""
Report = Callable[[int, str], None]
"""Takes a warning: the line in the text, from 1, and what is wrong."""

_KIND = re.compile(r" \[[\w.]+\]$")
_PLAIN = re.compile(r"[^*_`\[\]<>\\&#|~:$^{}!\n-]*\Z")


class ProseReader:
    """Reads Markdown; one reader serves a whole build, since setting one up costs more than a page."""

    def __init__(self) -> None:
        """Set up the Markdown parser once."""
        self._markdown = markdown()
        self._settings = get_default_settings(RstParser)
        self._settings.report_level = 2
        self._settings.halt_level = 5
        self._settings.warning_stream = False
        self._settings.raw_enabled = False
        self._settings.file_insertion_enabled = False
        self._settings.myst_suppress_warnings = SUPPRESSED

    def read(
        self, text: str, find_links: FindLinks, report: Report, *, is_change: bool = False
    ) -> list[nodes.Node]:
        """The nodes of a text; headings in it become sections, in a change its marks insertions and deletions."""
        stripped = text.strip()
        if _PLAIN.match(stripped) and not (is_change and "++" in stripped):
            return [nodes.paragraph("", "", *linked_text(stripped, find_links))]
        document = self._document(report)
        parser = self._of_changes if is_change else self._markdown
        parser.options["document"] = document
        parser.render(text)
        _remove_messages(document)
        _link_texts(document, find_links)
        return list(document.children)

    @cached_property
    def _of_changes(self) -> MarkdownIt:
        return markdown_of_changes()

    def _document(self, report: Report) -> nodes.document:
        reporter = Reporter("", self._settings.report_level, self._settings.halt_level, stream=False)

        def observe(message: nodes.Element) -> None:
            if message["level"] >= Reporter.WARNING_LEVEL:
                report(int(message.get("line") or 1), _first_line(message))

        reporter.attach_observer(observe)
        document = nodes.document(self._settings, reporter, source="")
        document.note_source("", -1)
        return document


def _first_line(message: nodes.Element) -> str:
    return _KIND.sub("", message[0].astext().partition("\n")[0])


def _remove_messages(document: nodes.document) -> None:
    """Take out what the parser complains of: it is reported, and no reader needs it on the page."""
    for message in list(document.findall(nodes.system_message)):
        message.parent.remove(message)


def linked_text(text: str, find_links: FindLinks) -> list[nodes.Node]:
    """Text nodes and references for a stretch of plain text."""
    parts: list[nodes.Node] = []
    last = 0
    for link in find_links(text):
        if link.start > last:
            parts.append(nodes.Text(text[last : link.start]))
        parts.append(nodes.reference("", text[link.start : link.end], refuri=link.address, internal=True))
        last = link.end
    if last < len(text):
        parts.append(nodes.Text(text[last:]))
    return parts


def _link_texts(document: nodes.document, find_links: FindLinks) -> None:
    """Replace citations in every text that is not code, a link or a heading."""
    _join_lines(document)
    for text in list(document.findall(nodes.Text)):
        if _is_fixed(text):
            continue
        parts = linked_text(str(text), find_links)
        if len(parts) > 1 or (parts and not isinstance(parts[0], nodes.Text)):
            text.parent.replace(text, parts)


def _join_lines(document: nodes.document) -> None:
    """Make one text of the lines of a paragraph, so that a name may run over a line's end."""
    for parent in {text.parent for text in document.findall(nodes.Text)}:
        joined: list[nodes.Node] = []
        for child in parent.children:
            if joined and isinstance(child, nodes.Text) and isinstance(joined[-1], nodes.Text):
                joined[-1] = nodes.Text(f"{joined[-1]}{child}")
            else:
                joined.append(child)
        if len(joined) < len(parent.children):
            parent.children = []
            parent.extend(joined)


def _is_fixed(text: nodes.Text) -> bool:
    node = text.parent
    while node is not None:
        if isinstance(
            node, nodes.reference | nodes.literal | nodes.literal_block | nodes.title | nodes.system_message
        ):
            return True
        node = node.parent
    return False

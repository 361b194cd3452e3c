"""docutils nodes -> Typst, one method for each kind of node; what has no method is a fault of ours, never lost."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from docutils import nodes

from build_tools.document import Page
from build_tools.document.blocks import Prose
from build_tools.pdf.figures import Figures
from build_tools.pdf.marks import Mark, Piece
from build_tools.pdf.tables import TableWriter
from build_tools.pdf.typst_text import breakable, label, markup, quoted, spelled_out
from model.entity import Key

Report = Callable[[Prose | None, str, int, str], None]
"""Takes a problem: the text it is in or None, the file it is in otherwise, the line from 1, and what is wrong."""


@dataclass(frozen=True)
class Trouble:
    """What an attempt to print a document could not cope with."""

    broken: frozenset[str] = frozenset()
    """Addresses of images that cannot be read."""
    unprintable: frozenset[str] = frozenset()
    """Characters that no font has."""

    def __or__(self, other: Trouble) -> Trouble:
        return Trouble(self.broken | other.broken, self.unprintable | other.unprintable)


_WORD = re.compile(r"\S+")
_CITATION = re.compile(r"(Section|Table|Figure|Appendix|Chapter|Sections|TF-\w+:)\s*[\dA-Z]")
_WORDS_OF_BODY = 8
"""From one mark to the next in running text: somewhat less than a printed line."""
LONGEST = 34
"""Characters after which a word of running text may be broken."""
_PAGE_NUMBER = 7
"""Characters that a page number takes, which is set smaller."""
_DRAWN_AS_ONE = ("Th", "fi", "fl", "ff", "fj", "tt")
UNMARKED = "\x01"
"""Stands before a word without a mark until its paragraph is at its end."""
_NEW_LINE = "#linebreak();"
_ENUMERATIONS = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}
_PARAGRAPHS = {
    "lead": "lead",
    "note": "remark",
    "fixed-phrase": "phrase",
    "resolution": "head-line",
    "provenance-title": "head-line",
    "admonition-title": "head-line",
}
_BOXES = {"notes": "notes", "provenance": "aside", "admonition": "warning"}


class Translator:
    """Writes the nodes of pages as Typst; one translator serves a whole document."""

    def __init__(self, folder: str, figures: Figures, report: Report, *, marked: bool) -> None:
        """A translator for a document in a folder of the site; ``marked`` ones can be mapped line by line."""
        self.marks: list[Mark] = []
        self.labels: dict[str, str] = {}
        """The label that stands in the text for every place that links lead to: a page is its first heading."""
        self.figures = figures
        self.unprintable = figures.unprintable
        self.inside: frozenset[str] = frozenset()
        """The addresses of the pages in the document."""
        self.report = report
        self.marked = marked
        self._folder = folder
        self._page: Page | None = None
        self._level = 0
        self._section = ""
        self._anchor = ""
        self._key: Key | None = None
        self.prose: Prose | None = None
        self.context = ""
        self.longest = LONGEST
        self.step = _WORDS_OF_BODY
        self._since = 0
        self._piece = self._new_piece()
        self._footnotes: dict[str, nodes.Element] = {}
        self._printed: set[str] = set()

    # --- pages ---------------------------------------------------------------------------------------------------

    def page(self, page: Page, found: Iterable[nodes.Node], level: int) -> str:
        """The text of a page, whose outermost sections have headings of that level."""
        self._page, self._level, self._anchor, self._section = page, level - 1, "", ""
        self._key = page.keys[0] if page.keys else None
        self.prose = None
        self._printed = set()
        found = list(found)
        self._footnotes = {note["ids"][0]: note for node in found for note in node.findall(nodes.footnote)}
        reset = "#counter(footnote).update(0)\n" if self._footnotes else ""
        return f"{reset}{self.all(found)}\n"

    def line(self, text: str, source: str) -> str:
        """A line of the document's own, such as its title."""
        self._page, self.prose, self._key, self._section, self._anchor = None, None, None, "", ""
        self._piece = Piece("", "", "", source, None, None)
        self._since = self.step
        return self.ended(self._text(text))

    def all(self, found: Iterable[nodes.Node]) -> str:
        """The nodes one after the other."""
        return "".join(map(self.write, found))

    def write(self, node: nodes.Node) -> str:
        """One node with everything inside it."""
        if isinstance(node, nodes.Text):
            return self._text(str(node))
        method = _METHODS.get(type(node)) or self._method(type(node))
        element = cast("nodes.Element", node)
        prose = element.attributes.get("prose")
        if prose is None:
            return method(self, element)
        before, self.prose = self.prose, prose
        try:
            return method(self, element)
        finally:
            self.prose = before

    def _method(self, kind: type[nodes.Node]) -> Callable[[Translator, Any], str]:
        for parent in kind.__mro__:
            method = getattr(type(self), f"write_{parent.__name__}", None)
            if method:
                _METHODS[kind] = method
                return cast("Callable[[Translator, Any], str]", method)
        raise NotImplementedError(f"no Typst for the node {kind.__name__}")

    # --- marks and labels ------------------------------------------------------------------------------------------

    def _new_piece(self) -> Piece:
        page = self._page
        address, source = (page.address, page.source) if page else ("", "")
        return Piece(address, self._anchor, self._section, source, self._key, self.prose, self.context)

    def begin(self) -> None:
        """Begin a paragraph, heading or cell: its first word gets a mark."""
        if self.marked:
            self._piece = self._new_piece()
            self._since = self.step

    def ended(self, body: str) -> str:
        """A paragraph, heading or cell at its end: its last word has a mark, so that its last line has one."""
        before, unmarked, word = body.rpartition(UNMARKED)
        if not unmarked:
            return body
        before = before.replace(UNMARKED, "")
        if not self._since:
            return before + word
        self.marks.append(Mark(self._piece, len(self._piece.words) - 1))
        return before + _with_mark(word, len(self.marks) - 1)

    def mark(self, words: Iterable[str]) -> int:
        """A mark before words that are printed some other way; its number."""
        self.marks.append(Mark(self._piece, len(self._piece.words)))
        self._piece.words.extend(words)
        return len(self.marks) - 1

    def clean(self, text: str) -> str:
        """The text, in which the code of a character stands for one that no font has; each is reported."""
        if self.unprintable.isdisjoint(text):
            return text
        for char in sorted(self.unprintable.intersection(text)):
            name = unicodedata.name(char, "a character without a name").lower()
            line = self.prose.text.partition(char)[0].count("\n") + 1 if self.prose else 1
            self.problem(line, f"no font has `{char}` ({name}); its code is printed")
        return spelled_out(text, self.unprintable)

    def problem(self, line: int, text: str) -> None:
        """Report what is wrong in the text at hand."""
        source = self._page.source if self._page else ""
        self.report(self.prose, source, line, text)

    def _text(self, text: str) -> str:
        text = self.clean(text)
        if not self.marked:
            longest = self.longest
            if any(len(word) > longest for word in text.split()):
                text = _WORD.sub(lambda found: breakable(found[0], longest), text)
            return markup(text)
        return _WORD.sub(self._word, text.replace("\n", " "))

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        shown = markup(breakable(word, self.longest))
        if not any(map(str.isalnum, word)):
            return shown
        self._since += 1
        if self._since >= self.step:
            self._since = 0
            number = self.mark((word,))
            return _with_mark(shown, number)
        self._piece.words.append(word)
        return UNMARKED + shown

    def label(self, anchor: str = "") -> str:
        """The label of a place on the page; an empty anchor stands for the page."""
        page = self._page
        assert page is not None
        return label_of(f"{page.address}#{anchor}" if anchor else page.address)

    def define(self, anchor: str) -> str:
        """The label, which is known from now on, as it is set behind an element."""
        name = self.label(anchor)
        if name in self.labels:
            return ""
        self.labels[name] = name
        return f"<{name}>"

    def place(self, node: nodes.Element) -> str:
        """An invisible element that carries the label of a node's id, if it has one."""
        if not node["ids"]:
            return ""
        self._anchor = node["ids"][0]
        defined = self.define(self._anchor)
        return f"#metadata(none){defined}" if defined else ""

    # --- sections ---------------------------------------------------------------------------------------------------

    def write_section(self, node: nodes.Element) -> str:
        """A section under its heading."""
        before = (self._level, self._section, self._anchor, self._key)
        self._level += 1
        self._key = node.get("key") or self._key
        if node["ids"]:
            self._anchor = node["ids"][0]
        text = self.all(node.children)
        self._level, self._section, self._anchor, self._key = before
        return text

    def write_title(self, node: nodes.Element) -> str:
        """A heading with its number and the label of its section; the first of a page stands for the page."""
        number = node.get("number", "")
        self._section = number or self._section
        self.begin()
        shown = f"#num[{markup(number)}];" if number else ""
        body = self.ended(shown + self.all(node.children))
        defined = self.define(self._anchor) if self._anchor else ""
        if defined:
            self.labels.setdefault(self.label(), self.label(self._anchor))
        return f"\n#heading(level: {self._level})[{body}]{defined}\n"

    def heading(self, text: str, source: str, level: int = 1) -> str:
        """A heading of the document's own."""
        return f"\n#heading(level: {level})[{self.line(text, source)}]\n"

    def write_box_title(self, node: nodes.Element) -> str:
        """A heading outside the outline."""
        self.begin()
        return f"\n#head-line[{self.all(node.children)}]\n"

    # --- paragraphs, lists --------------------------------------------------------------------------------------------

    def write_paragraph(self, node: nodes.Element) -> str:
        """A paragraph, in the style that its class asks for."""
        before = self._anchor
        place = self.place(node)
        self.begin()
        body = self.ended(place + self.all(node.children))
        self._anchor = before
        if not body:
            return ""
        style = next((_PARAGRAPHS[name] for name in node["classes"] if name in _PARAGRAPHS), "")
        return f"\n#{style}[{body}]\n" if style else f"\n{_safe_start(body)}\n"

    def _item(self, node: nodes.Element) -> str:
        return f"[{self.all(node.children).strip()}]"

    def write_bullet_list(self, node: nodes.Element) -> str:
        """A list with bullets."""
        if not node.children:
            return ""
        items = ", ".join(map(self._item, cast("list[nodes.Element]", node.children)))
        return f"\n#list(tight: {_tight(node)}, {items})\n"

    def write_enumerated_list(self, node: nodes.Element) -> str:
        """A numbered list, from the number with which it starts."""
        items = ", ".join(map(self._item, cast("list[nodes.Element]", node.children)))
        pattern = _ENUMERATIONS.get(node.get("enumtype", ""), "1") + (node.get("suffix") or ".")
        start = node.get("start", 1)
        return f"\n#enum(tight: {_tight(node)}, start: {start}, numbering: {quoted(pattern)}, {items})\n"

    def write_list_item(self, node: nodes.Element) -> str:
        """The content of an item."""
        return self.all(node.children)

    def write_definition_list(self, node: nodes.Element) -> str:
        """Terms with their definitions."""
        items = ", ".join(self.write(item) for item in node.children)
        return f"\n#terms(tight: false, {items})\n" if items else ""

    def write_definition_list_item(self, node: nodes.Element) -> str:
        """One term, or several, with what they mean."""
        before = self._anchor
        terms = [child for child in node.children if isinstance(child, nodes.term | nodes.classifier)]
        others = [child for child in node.children if child not in terms]
        term = ", ".join(self.write(child) for child in terms)
        text = self.all(others).strip()
        self._anchor = before
        return f"terms.item([{term}], [{text}])"

    def write_term(self, node: nodes.Element) -> str:
        """A term under its anchor."""
        place = self.place(node)
        self.begin()
        return self.ended(place + self.all(node.children))

    write_classifier = write_term

    def write_definition(self, node: nodes.Element) -> str:
        """What a term means."""
        return self.all(node.children)

    def write_block_quote(self, node: nodes.Element) -> str:
        """A quotation."""
        return f"\n#quote(block: true)[{self.all(node.children)}]\n"

    def write_attribution(self, node: nodes.Element) -> str:
        """Who is quoted."""
        self.begin()
        return f"\n— {self.all(node.children)}\n"

    def write_transition(self, _node: nodes.Element) -> str:
        """A rule between paragraphs."""
        return "\n#rule()\n"

    def write_literal_block(self, node: nodes.Element) -> str:
        """Code; a line that is too long is broken at words, a word that is too long anywhere."""
        self.begin()
        text = self.clean(node.astext()).rstrip("\n")
        lines = [
            _WORD.sub(lambda word: breakable(word[0], 70), line) for line in text.expandtabs(4).split("\n")
        ]
        first = -1
        if self.marked:
            first = len(self.marks)
            for line in text.split("\n"):
                self.mark(line.split())
        language = node.get("language", "")
        language = language if re.fullmatch(r"[a-z]{1,12}", language or "") else "txt"
        return f"\n#code({first}, {quoted(language)}, {quoted(chr(10).join(lines))})\n"

    write_doctest_block = write_literal_block

    # --- boxes, figures, tables ------------------------------------------------------------------------------------------

    def write_box(self, node: nodes.Element) -> str:
        """A container: notes under a table, an aside, a warning, or its content alone."""
        text = self.all(node.children)
        style = next((_BOXES[name] for name in node["classes"] if name in _BOXES), "")
        return f"\n#{style}[{text}]\n" if style and text.strip() else text

    def write_filter_form(self, _node: nodes.Element) -> str:
        """Nothing: paper has no controls."""
        return ""

    def write_diagram(self, node: nodes.Element) -> str:
        """A generated diagram over its caption."""
        self._anchor, before = node["ids"][0], self._anchor
        caption = self.caption(node["caption"])
        alternative = f"{node['label']}. {' '.join(node['alternative'])}"
        defined = self.define(self._anchor)
        self._anchor = before
        return self.figures.diagram(node["svg"], alternative, caption, defined)

    def caption(self, text: str) -> str:
        """The caption of a table or figure."""
        self.begin()
        return self.ended(self._text(text))

    def write_image(self, node: nodes.Element) -> str:
        """An image from the framework; one that cannot be read leaves its words."""
        address = self._address(node["uri"])
        words = node.get("alt", "").strip()
        line = int(node.line or getattr(node.parent, "line", None) or 1)
        words = words or posixpath.basename(address)  # that it has none is what a check says
        fault, shown = self.figures.image(address, words, alone=len(node.parent.children) == 1)
        if fault:
            self.problem(line, f"the image `{posixpath.basename(address)}` cannot be printed: {fault}")
            return self._text(f"[{words}]")
        return shown

    def write_figure(self, node: nodes.Element) -> str:
        """An image with what is written under it."""
        return self.all(node.children)

    def write_caption(self, node: nodes.Element) -> str:
        """What is written under an image."""
        self.begin()
        return f"\n#align(center)[{self.all(node.children)}]\n"

    def write_table(self, node: nodes.Element) -> str:
        """A table with its caption."""
        before = (self._anchor, self.prose)
        if node["ids"]:
            self._anchor = node["ids"][0]
        if "label" in node or any(isinstance(child, nodes.title) for child in node.children):
            self.prose = None  # it is no table of Markdown, and may only stand among prose
        text = TableWriter(self, node).text()
        self._anchor, self.prose = before
        return text

    # --- inside a line -----------------------------------------------------------------------------------------------

    def write_emphasis(self, node: nodes.Element) -> str:
        """Emphasis."""
        return f"#emph[{self.all(node.children)}];"

    write_title_reference = write_emphasis

    def write_strong(self, node: nodes.Element) -> str:
        """Strong words."""
        return f"#strong[{self.all(node.children)}];"

    def write_superscript(self, node: nodes.Element) -> str:
        """Raised letters."""
        return f"#super[{self.all(node.children)}];"

    def write_subscript(self, node: nodes.Element) -> str:
        """Lowered letters."""
        return f"#sub[{self.all(node.children)}];"

    def write_literal(self, node: nodes.Element) -> str:
        """Code in a line."""
        words = [breakable(word, min(self.longest, 30)) for word in self.clean(node.astext()).split(" ")]
        mark = ""
        if self.marked:
            mark = f"#w({self.mark(node.astext().split())});"
            self._since = 0
        return f"{mark}#raw({quoted(' '.join(words))});"

    def write_line_break(self, _node: nodes.Element) -> str:
        """A break inside a cell."""
        self._since = self.step
        return _NEW_LINE

    def write_raw(self, node: nodes.Element) -> str:
        """The few marks that MyST writes as HTML: a line break, struck-out words."""
        if "html" not in node.get("format", "").split():
            return ""
        text = node.astext().strip()
        shown = {"<s>": "#strike[", "</s>": "];", "<br />": _NEW_LINE, "<br/>": _NEW_LINE}.get(text)
        if shown is None:
            raise NotImplementedError(f"no Typst for the HTML {text!r}")
        if shown == _NEW_LINE:
            self._since = self.step
        return shown

    def write_inline(self, node: nodes.Element) -> str:
        """A short label, or a stretch of text without a style of its own."""
        text = self.all(node.children)
        style = "issue" if "issue-id" in node["classes"] else "badge" if "stage" in node["classes"] else ""
        return f"#{style}[{text}];" if style else text

    def write_reference(self, node: nodes.Element) -> str:
        """A link: inside the document with its page, to the site, or to an address, which is printed."""
        uri = node.get("refuri") or f"#{node.get('refid', '')}"
        text = self.all(node.children)
        if uri.startswith(("http:", "https:", "mailto:")):
            shown = uri.removeprefix("mailto:")
            words = node.astext()
            if words in (uri, shown) or self.context == "heading":
                return f"#link({quoted(uri)})[{text}];"
            return (
                f"#link({quoted(uri)})[{text}];#address[{markup(breakable(shown, min(self.longest, 24)))}];"
            )
        address = self._address(uri)
        page, _, fragment = address.partition("#")
        cited = "true" if _CITATION.search(node.astext()) else "false"
        name = label_of(f"{page}#{fragment}" if fragment else page)
        outside = posixpath.relpath(page, self._folder or ".") + (f"#{fragment}" if fragment else "")
        return f'#to("{name}", "{label_of(page)}", {quoted(outside)}, {cited})[{text}];'

    def page_numbers(self, node: nodes.Element) -> int:
        """How many characters the page numbers take that are printed behind the citations in a node."""
        return max(
            (
                _PAGE_NUMBER
                for link in node.findall(nodes.reference)
                if self._address(link.get("refuri", "")).partition("#")[0] in self.inside
                and _CITATION.search(link.astext())
            ),
            default=0,
        )

    def _address(self, uri: str) -> str:
        """The address on the site of what a page refers to."""
        page = self._page.address if self._page else ""
        if uri.startswith("#"):
            return page + uri
        return uri.removeprefix("../" * page.count("/"))

    def write_footnote_reference(self, node: nodes.Element) -> str:
        """The footnote itself where it is first referred to, its number after that."""
        name = node.get("refid", "")
        tag = label(f"{self.label()}:{name}")
        note = self._footnotes.get(name)
        if note is None:
            return self._text(node.astext())
        if name in self._printed:
            return f"#footnote(<{tag}>);"
        self._printed.add(name)
        return f"#footnote[{self._note(note)}]<{tag}>"

    def write_footnote(self, node: nodes.Element) -> str:
        """Nothing where the note is referred to; else it is printed here, as on the site."""
        if node["ids"][0] in self._printed or node.get("backrefs"):
            return ""
        return f"\n#remark[{self._text(node[0].astext())} {self._note(node)}]\n"

    def _note(self, note: nodes.Element) -> str:
        before, since = self._piece, self._since
        self.begin()
        text = (
            self.all(child for child in note.children if not isinstance(child, nodes.label))
            .strip()
            .replace(UNMARKED, "")
        )
        self._piece, self._since = before, since
        return text


_METHODS: dict[type[nodes.Node], Callable[[Translator, Any], str]] = {}
"""The method for each class of nodes, found once a process."""

_REFERENCE = re.compile(r'#to\("([^"]*)", "([^"]*)", ("(?:[^"\\]|\\.)*"), (true|false)\)\[')


def resolved(text: str, labels: Mapping[str, str]) -> str:
    """The text of a document with every link led to its place in it, or to the site when it has none."""

    def lead(found: re.Match[str]) -> str:
        place, page, outside, cited = found.groups()
        name = labels.get(place) or labels.get(page)
        if name:
            return f"#{'cite-to' if cited == 'true' else 'link'}(<{name}>)["
        return f"#link({outside})["

    return _REFERENCE.sub(lead, text)


def label_of(address: str) -> str:
    """The label of a place: ``ch-10:10.4``, ``ITI-18``, ``MHD:33.1``; the page's folder tells pages of one name apart."""
    page, _, anchor = address.partition("#")
    stem = page.removesuffix(".html").removesuffix("/index")
    name = stem.rpartition("/")[2] if "/TF/" in stem else stem.replace("/", ".")
    return label(f"{name}:{anchor}" if anchor else name)


def _with_mark(shown: str, number: int) -> str:
    """A word with a mark behind its first letter: before it, the mark could stay at the end of the line above.

    Letters that are drawn as one are not parted, nor those of scripts that join them.
    """
    cut = 2 if shown.startswith(("\\", *_DRAWN_AS_ONE)) else 1
    if not shown[:cut].isascii() or not shown[cut : cut + 1].isascii() or len(shown) <= cut:
        cut = 0
    return f"{shown[:cut]}#w({number});{shown[cut:]}"


def _tight(node: nodes.Element) -> str:
    """Whether the items of a list are so short that no space stands between them."""
    single = all(len(item.children) <= 1 for item in node.children)
    return "true" if single else "false"


def _safe_start(body: str) -> str:
    """A paragraph that is not taken for a heading, list or term."""
    return body if not body.startswith(("=", "-", "+", "/")) else f"#[]{body}"

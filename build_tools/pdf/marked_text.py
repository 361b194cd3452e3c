"""Words -> Typst, with invisible marks among them by which a printed line is known again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from build_tools.document import Page
from build_tools.document.blocks import Prose
from build_tools.pdf.marks import Mark, Piece
from build_tools.pdf.typst_text import breakable, markup, spelled_out
from model.entity import Key

Report = Callable[[Prose | None, str, int, str], None]
"""Takes a problem: the text it is in or None, the file it is in otherwise, the line from 1, and what is wrong."""
UNMARKED = "\x01"
"""Stands before a word without a mark until its paragraph is at its end."""
WORD = re.compile(r"\S+")
_WORDS_OF_BODY = 8
"""From one mark to the next in running text: somewhat less than a printed line."""
_LONGEST = 34
"""Characters after which a word of running text may be broken."""
_DRAWN_AS_ONE = ("Th", "fi", "fl", "ff", "fj", "tt")


class MarkedText:
    """Writes words, and knows where they stand: on which page, in which section, under which id."""

    def __init__(self, unprintable: frozenset[str], report: Report, *, marked: bool) -> None:
        """Text in which characters are spelled out that no font has; ``marked`` text can be mapped line by line."""
        self.marks: list[Mark] = []
        self.marked = marked
        self.shown: Page | None = None
        """The page that is being written."""
        self.section = ""
        """The number of the section at hand."""
        self.anchor = ""
        """The innermost id at hand."""
        self.lasting = ""
        """The id of the same that outlives numbers, where it has one."""
        self.key: Key | None = None
        """The entity that the section belongs to."""
        self.prose: Prose | None = None
        """The author's text that is being written; None for what is generated."""
        self.context = ""
        """What stands around a cell."""
        self.longest = _LONGEST
        """Characters after which a word may be broken where it stands."""
        self.step = _WORDS_OF_BODY
        """Words from one mark to the next."""
        self._unprintable = unprintable
        self._report = report
        self._since = 0
        self._piece = self._new_piece()

    def _new_piece(self) -> Piece:
        address, source = (self.shown.address, self.shown.source) if self.shown else ("", "")
        return Piece(
            address, self.anchor, self.section, source, self.key, self.prose, self.context, self.lasting
        )

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

    def code(self, words: str) -> str:
        """A mark before code in a line, as Typst."""
        if not self.marked:
            return ""
        self._since = 0
        return f"#w({self.mark(words.split())});"

    def broken(self) -> None:
        """A line ends here by itself: the next word gets a mark."""
        self._since = self.step

    def aside(self, write: Callable[[], str]) -> str:
        """What is written apart from the paragraph in which it is referred to, such as a footnote."""
        before = (self._piece, self._since)
        self.begin()
        text = write().strip().replace(UNMARKED, "")
        self._piece, self._since = before
        return text

    def line(self, text: str, source: str) -> str:
        """A line of the document's own, such as its title."""
        self.shown, self.prose, self.key, self.section, self.anchor = None, None, None, "", ""
        self.lasting = ""
        self._piece = Piece("", "", "", source, None, None)
        self.broken()
        return self.ended(self.text(text))

    def text(self, text: str) -> str:
        """Plain text, its long words breakable, its words marked."""
        text = self.clean(text)
        if not self.marked:
            longest = self.longest
            if any(len(word) > longest for word in text.split()):
                text = WORD.sub(lambda found: breakable(found[0], longest), text)
            return markup(text)
        return WORD.sub(self._word, text.replace("\n", " "))

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        shown = markup(breakable(word, self.longest))
        if not any(map(str.isalnum, word)):
            return shown
        self._since += 1
        if self._since >= self.step:
            self._since = 0
            return _with_mark(shown, self.mark((word,)))
        self._piece.words.append(word)
        return UNMARKED + shown

    def clean(self, text: str) -> str:
        """The text, in which the code of a character stands for one that no font has; each is reported."""
        if self._unprintable.isdisjoint(text):
            return text
        for char in sorted(self._unprintable.intersection(text)):
            name = f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".rstrip()
            line = self.prose.text.partition(char)[0].count("\n") + 1 if self.prose else 1
            self.problem(line, f"no font has `{char}` ({name}); its code is printed")
        return spelled_out(text, self._unprintable)

    def problem(self, line: int, text: str) -> None:
        """Report what is wrong in the text at hand."""
        self._report(self.prose, self.shown.source if self.shown else "", line, text)


def _with_mark(shown: str, number: int) -> str:
    """A word with a mark behind its first letter: before it, the mark could stay at the end of the line above.

    Letters that are drawn as one are not parted, nor those of scripts that join them.
    """
    cut = 2 if shown.startswith(("\\", *_DRAWN_AS_ONE)) else 1
    if not shown[:cut].isascii() or not shown[cut : cut + 1].isascii() or len(shown) <= cut:
        cut = 0
    return f"{shown[:cut]}#w({number});{shown[cut:]}"

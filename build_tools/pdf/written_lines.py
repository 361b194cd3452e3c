"""The lines of one file, found by the words that a piece of a page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from build_tools.pdf.marks import Piece

_TOKEN = re.compile(r"[^\W_]+")
_CONTEXT = 0.35
"""What a word of the surroundings counts, against one of the line itself."""
_SURE = 0.3
"""What a line outside of the field must count to be taken."""
_HALF = 0.5
"""How many of the words it must have besides."""
_ASIDE = re.compile(r"\s*(#|(- )?(source|doubt):|.*provenance:)")
"""Lines that speak of where facts were read; few pieces of a page do."""
_ASIDE_SHARE = 0.4
_ID = re.compile(r"\[([A-Z]{2,8}-\w+)\]")
_ID_COUNTS = 2.0
"""What the id of a transaction counts, which says more than the words of its name."""


def tokens(text: str) -> list[str]:
    """The words of a text as they are compared: letters and digits alone, in lower case."""
    return [found[0].lower() for found in _TOKEN.finditer(text)]


class WrittenLines:
    """The lines of one file, found by their words."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def near(self, line: int, wanted: Iterable[str]) -> int:
        """The line, from 1, or the first after it that has these words in a row, when it has not itself."""
        phrase = " ".join(wanted)
        following_lines = range(line + 1, min(line + 80, len(self._lines) + 1))
        numbers: list[int] = [line, *following_lines, line - 1]
        for number in numbers:
            if 0 < number <= len(self._lines):
                own = " ".join(tokens(self._lines[number - 1]))
                following = " ".join(tokens(self._lines[number])) if number < len(self._lines) else ""
                if f" {phrase}" in f" {own} {following}" and f" {phrase.split(' ')[0]}" in f" {own}":
                    return number
        return line

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            for word in dict.fromkeys(tokens(line)):
                found.setdefault(word, []).append(number)
        return found

    def best(self, piece: Piece, region: range) -> int:
        """The line, from 1, that says what a piece says: in a region of lines, else in the file, else its first."""
        text = " ".join(piece.words)
        wanted = dict.fromkeys(tokens(text))
        around = dict.fromkeys(tokens(piece.context))
        scores = self._scores(wanted)
        for name in _ID.findall(text):
            for number in scores:
                line = self._lines[number]
                scores[number] += _ID_COUNTS * ((name in line) + (f"transaction: {name}" in line))
        inside = {number: score for number, score in scores.items() if number + 1 in region}
        if not inside:
            inside = {n: s for n, s in scores.items() if s >= _SURE and self._share(n, wanted) >= _HALF}
            if len(wanted) < 2 or not inside:
                return region.start
        likely = sorted(inside, key=lambda number: (-inside[number], number))[:20]
        words = {**wanted, **around}

        def score(number: int) -> tuple[float, int]:
            own = tokens(self._lines[number])
            beside = sum(
                _CONTEXT / len(self._index[word]) for word in around if word in own and word not in wanted
            )
            share = sum(word in words for word in own) / max(1, len(own))
            return ((inside[number] + beside + self._above(number, words)) * (0.4 + share), -number)

        found: int = max(likely, key=score)
        return 1 + found

    def _share(self, number: int, wanted: Mapping[str, None]) -> float:
        """How much of what is wanted stands on a line."""
        own = set(tokens(self._lines[number]))
        return sum(word in own for word in wanted) / max(1, len(wanted))

    def _scores(self, wanted: Iterable[str]) -> dict[int, float]:
        """What each line counts that has some of the words: a rare word more than a frequent one."""
        scores: dict[int, float] = {}
        for word in wanted:
            lines = self._index.get(word, ())
            for number in lines:
                scores[number] = scores.get(number, 0.0) + 1 / len(lines)
        return {n: s * (_ASIDE_SHARE if _ASIDE.match(self._lines[n]) else 1) for n, s in scores.items()}

    def _above(self, number: int, words: Iterable[str]) -> float:
        """How much the fields around a line say of the same."""
        found: set[str] = set()
        indent = _indent(self._lines[number])
        for line in reversed(self._lines[max(0, number - 400) : number]):
            own = _indent(line)
            if line.strip() and own < indent:
                found.update(tokens(line))
                indent = own
                if not indent:
                    break
        return sum(
            _CONTEXT / len(self._index[word]) for word in words if word in found and word in self._index
        )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))

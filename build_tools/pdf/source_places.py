"""From printed words back to the line of the file in which they were written.

Prose is followed word by word. What is generated, such as a row of a table, is found in the entity's file by its
rarest words and by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from build_tools.checks import CheckedFramework
from build_tools.document.blocks import Prose
from build_tools.pdf.field_paths import FieldPath, field_paths
from build_tools.pdf.marks import Mark, Piece
from build_tools.problems import Where
from model.entity import Key

_TOKEN = re.compile(r"[^\W_]+")
_SEQUENCES = (6, 4, 3, 2, 1)
"""How many words in a row are looked for: the more, the surer."""
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

ReadFile = Callable[[str], str]
"""The text of a file by its path as messages print it; empty when it cannot be read."""


def tokens(text: str) -> list[str]:
    """The words of a text as they are compared: letters and digits alone, in lower case."""
    return [found[0].lower() for found in _TOKEN.finditer(text)]


class SourcePlaces:
    """Finds where the marks of a document were written."""

    def __init__(self, checked: CheckedFramework, read: ReadFile) -> None:
        """Places in the files that entities were read from."""
        self._checked = checked
        self._sources = checked.sources
        self._read = read
        self._fields: dict[Key, Mapping[str, FieldPath]] = {}
        self._texts: dict[int, _Text] = {}
        self._files: dict[str, _File] = {}
        self._pieces: dict[int, Where] = {}

    def where(self, mark: Mark) -> Where:
        """The place of the words at a mark."""
        piece = mark.piece
        if piece.prose is not None:
            found = self._in_prose(mark, piece.prose)
            if found is not None:
                return found
        if id(piece) not in self._pieces:
            self._pieces[id(piece)] = self._in_file(piece)
        return self._pieces[id(piece)]

    def _in_prose(self, mark: Mark, prose: Prose) -> Where | None:
        start = self._sources.where_in_prose(prose.key, prose.path, prose.text, 0)
        if id(prose) not in self._texts:
            self._texts[id(prose)] = _Text(prose, start)
        text = self._texts[id(prose)]
        line = text.line(mark)
        if line is None:
            return None
        wanted = tokens(" ".join(mark.words))[:3]
        return Where(start.path, self._file(start.path).near(start.line + line, wanted), 1)

    def _in_file(self, piece: Piece) -> Where:
        path = self._sources.path(piece.key) if piece.key else None
        if path is None or piece.key is None:
            return Where(piece.source, self._file(piece.source).best(piece, range(1, 2)), 1)
        return Where(path, self._file(path).best(piece, self._region(piece, piece.key)), 1)

    def _region(self, piece: Piece, key: Key) -> range:
        """The lines of the field that a piece is made from, or of the whole entity."""
        fields = self._fields_of(key)
        path = fields.get(piece.anchor) or fields.get(piece.section) or ()
        source = self._sources.origins[key]
        first = self._sources.where(key, path, name=True).line
        span = source.source.span((*source.prefix, *path))
        last = source.source.text.count("\n", 0, span[1]) if span else first
        return range(first, max(last, first) + 1)

    def _fields_of(self, key: Key) -> Mapping[str, FieldPath]:
        if key not in self._fields:
            entity = self._checked.framework.get(key)
            root = self._checked.places.outline(entity) if entity else None
            self._fields[key] = field_paths(entity, root) if entity and root else {}
        return self._fields[key]

    def _file(self, path: str) -> _File:
        if path not in self._files:
            self._files[path] = _File(self._read(path))
        return self._files[path]


class _Text:
    """The words of one prose, with a finger on the place that was read last."""

    def __init__(self, prose: Prose, start: Where) -> None:
        self.prose = prose
        self.start = start
        self._begins: dict[int, int] = {}
        self._finger = 0

    @cached_property
    def _words(self) -> tuple[list[str], list[int]]:
        words, lines = [], []
        for number, line in enumerate(self.prose.text.split("\n")):
            found = tokens(line)
            words += found
            lines += [number] * len(found)
        return words, lines

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self._words[0]):
            found.setdefault(word, []).append(place)
        return found

    def line(self, mark: Mark) -> int | None:
        """The line, from 0, of the words at a mark; None when they are not in the text."""
        piece = mark.piece
        if id(piece) not in self._begins:
            begin = self._find(tokens(" ".join(piece.words[:10])), self._finger)
            if begin is None:
                return None
            self._begins[id(piece)] = self._finger = begin
        begin = self._begins[id(piece)]
        before = len(tokens(" ".join(piece.words[: mark.word])))
        found = self._find(tokens(" ".join(mark.words)), begin + before, begin)
        return self._words[1][found if found is not None else begin]

    def _find(self, wanted: Sequence[str], hint: int, least: int = 0) -> int | None:
        """The place of words in a row: the nearest to a place at which they are expected."""
        words = self._words[0]
        for length in _SEQUENCES:
            sequence = list(wanted[:length])
            if len(sequence) < min(length, len(wanted)) or not sequence:
                continue
            places = [
                place
                for place in self._index.get(sequence[0], ())
                if words[place : place + len(sequence)] == sequence
            ]
            if places:
                return min(places, key=lambda place: (place < least, abs(place - hint), place))
        return None


class _File:
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

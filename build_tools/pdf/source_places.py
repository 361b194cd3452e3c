"""From printed words back to the line of the file in which they were written.

Prose is followed word by word. What is generated, such as a row of a table, is found in the entity's file by its
rarest words and by what stands around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from build_tools.checks import CheckedFramework
from build_tools.document.blocks import Prose
from build_tools.pdf.field_paths import FieldPath, field_paths
from build_tools.pdf.marks import Mark, Piece
from build_tools.pdf.written_lines import WrittenLines, tokens
from build_tools.problems import Where
from model.entity import Key

_SEQUENCES = (6, 4, 3, 2, 1)
"""How many words in a row are looked for: the more, the surer."""
ReadFile = Callable[[str], str]
"""The text of a file by its path as messages print it; empty when it cannot be read."""


def file_text(project: Path, path: str) -> str:
    """The text of a file of a project; empty when it cannot be read."""
    try:
        return (project / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


class SourcePlaces:
    """Finds where the marks of a document were written."""

    def __init__(self, checked: CheckedFramework, read: ReadFile) -> None:
        """Places in the files that entities were read from."""
        self._checked = checked
        self._sources = checked.sources
        self._read = read
        self._fields: dict[Key, Mapping[str, FieldPath]] = {}
        self._texts: dict[int, _Text] = {}
        """By the identity of a prose, which its text keeps alive; equal proses may stand in several places."""
        self._files: dict[str, WrittenLines] = {}
        self._pieces: dict[Piece, Where] = {}

    def where(self, mark: Mark) -> Where:
        """The place of the words at a mark."""
        piece = mark.piece
        if piece.prose is not None:
            found = self._in_prose(mark, piece.prose)
            if found is not None:
                return found
        if piece not in self._pieces:
            self._pieces[piece] = self._in_file(piece)
        return self._pieces[piece]

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
        span = source.source.places.span((*source.prefix, *path))
        last = source.source.text.count("\n", 0, span[1]) if span else first
        return range(first, max(last, first) + 1)

    def _fields_of(self, key: Key) -> Mapping[str, FieldPath]:
        if key not in self._fields:
            entity = self._checked.framework.get(key)
            root = self._checked.places.outline(entity) if entity else None
            self._fields[key] = field_paths(entity, root) if entity and root else {}
        return self._fields[key]

    def _file(self, path: str) -> WrittenLines:
        if path not in self._files:
            self._files[path] = WrittenLines(self._read(path))
        return self._files[path]


class _Text:
    """The words of one prose, with a finger on the place that was read last."""

    def __init__(self, prose: Prose, start: Where) -> None:
        self.prose = prose
        self.start = start
        self._begins: dict[Piece, int] = {}
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
        if piece not in self._begins:
            begin = self._find(tokens(" ".join(piece.words[:10])), self._finger)
            if begin is None:
                return None
            self._begins[piece] = self._finger = begin
        begin = self._begins[piece]
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

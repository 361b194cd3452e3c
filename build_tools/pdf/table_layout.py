"""How a table is set: the widths of its columns, its size of type, upright or across, in one part or several."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

UPRIGHT = 459.0
"""The width of the text on an upright page, in points."""
ACROSS = 693.0
"""The same on a page that is turned."""
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes of type that a table may have, the best first."""
SMALLEST = 6.0
_PADDING = 9.0
_CHARACTER = 0.50
"""The width of a letter on average, in sizes of type."""
_WIDE = 0.62
"""The width of a letter in a word that must fit: capitals and digits are wider than the average."""
_CELL = 0.54
"""The width of a letter in a short cell that is to stand on one line."""
_ROUNDING = 0.01
_BESIDE = 0.15
"""What a character counts in a cell that is far from the fullest of its row."""
_HALVINGS = 40
_LONGEST_WORD = 18
"""A longer word may be broken."""
_SHORT_CELL = 16
"""Cells that are no longer than that stand on one line, as long as the words of all columns have room."""
_GENEROUS = ((30, 24), (24, 24), (24, 16))
"""Up to where words and cells stay whole when they leave room to spare, the best first."""
_ROOM = 0.85


@dataclass(frozen=True)
class Column:
    """What stands in one column, its heading included."""

    longest_word: int
    """Characters of its longest word."""
    longest_cell: int
    """Characters of its fullest cell."""
    characters: int
    """Characters of all its cells."""
    leading: float = 0.0
    """Characters of those cells that decide how high their rows are."""
    longest_text: int = 1000
    """Characters of its longest cell, without what is only printed, such as page numbers."""


@dataclass(frozen=True)
class TableLayout:
    """How one table, or one part of it, is set."""

    columns: range
    """The columns that stand in it."""
    widths: tuple[float, ...]
    """Points of each of them."""
    size: float
    across: bool

    def fits(self, index: int) -> int:
        """How many characters of a word fit into a column."""
        return max(3, int((self.widths[index] - _PADDING) / (_WIDE * self.size) + _ROUNDING))

    def line(self, index: int) -> int:
        """How many characters stand on a line of a column, about."""
        return max(3, int((self.widths[index] - _PADDING) / (_CHARACTER * self.size)))


def lay_out(columns: Sequence[Column], rows: int) -> tuple[TableLayout, ...]:
    """The layout of a table; one with more columns than a page is wide comes in several parts."""
    everything = range(len(columns))
    for size in SIZES:
        if _least(columns, size) <= UPRIGHT and not _is_dense(columns, rows, size):
            return (TableLayout(everything, _widths(columns, UPRIGHT, size), size, across=False),)
    if _least(columns, 8.0) <= ACROSS:
        return (TableLayout(everything, _widths(columns, ACROSS, 8.0), 8.0, across=True),)
    if len(columns) * (3 * _WIDE * SMALLEST + _PADDING) <= ACROSS:
        return (TableLayout(everything, _widths(columns, ACROSS, SMALLEST), SMALLEST, across=True),)
    return tuple(_parts(columns))


def _parts(columns: Sequence[Column]) -> list[TableLayout]:
    """Parts that are as wide as a turned page."""
    found: list[TableLayout] = []
    start, width = 0, 0.0
    for index, column in enumerate(columns):
        own = _word(column, SMALLEST)
        if index > start and width + own > ACROSS:
            found.append(_part(columns, range(start, index)))
            start, width = index, 0.0
        width += own
    found.append(_part(columns, range(start, len(columns))))
    return found


def _part(columns: Sequence[Column], inside: range) -> TableLayout:
    widths = _widths([columns[i] for i in inside], ACROSS, SMALLEST)
    return TableLayout(inside, widths, SMALLEST, across=True)


def _word(column: Column, size: float, longest: int = _LONGEST_WORD) -> float:
    """The width in which the column's words stand whole, up to a length at which words may be broken."""
    return min(column.longest_word, longest) * _WIDE * size + _PADDING


def _whole(column: Column, size: float, longest: int = _LONGEST_WORD, short: int = _SHORT_CELL) -> float:
    """The width in which short cells, such as ``RAD TF-2: 4.12``, stand on one line too."""
    cell = column.longest_cell * _CELL * size + _PADDING if column.longest_text <= short else 0
    return max(cell, _word(column, size, longest))


def _least(columns: Sequence[Column], size: float) -> float:
    return sum(_word(column, size) for column in columns)


def _is_dense(columns: Sequence[Column], rows: int, size: float) -> bool:
    """Whether an upright table has many columns and so much text that it would be a column of splinters."""
    if len(columns) < 7:
        return False
    characters = sum(column.characters for column in columns)
    return characters * _CHARACTER * size / UPRIGHT > 2.6 * rows


def _widths(columns: Sequence[Column], width: float, size: float) -> tuple[float, ...]:
    """Every column its words, and no more than its fullest cell; the rest so that the table becomes as low as it can.

    The height of a row is that of its fullest cell, so a table is lowest when widths are as the roots of what the
    cells hold that decide the height of their rows.
    """
    least = _least_widths(columns, width, size)
    if sum(least) >= width:
        return tuple(width * one / sum(least) for one in least)
    most = [
        max(own, column.longest_cell * _CHARACTER * size + _PADDING)
        for column, own in zip(columns, least, strict=True)
    ]
    if sum(most) <= width:
        return tuple(width * one / sum(most) for one in most)
    weights = [math.sqrt(column.leading + _BESIDE * column.characters + 1) for column in columns]
    return tuple(_shared(width, weights, least, most))


def _least_widths(columns: Sequence[Column], width: float, size: float) -> list[float]:
    """Long words and short cells whole where that leaves room to spare, else what must not be broken."""
    for longest, short in _GENEROUS:
        found = [_whole(column, size, longest, short) for column in columns]
        if sum(found) <= _ROOM * width:
            return found
    found = [_whole(column, size) for column in columns]
    return found if sum(found) <= width else [_word(column, size) for column in columns]


def _shared(
    width: float, weights: Sequence[float], least: Sequence[float], most: Sequence[float]
) -> Iterable[float]:
    """The width by weights, but to each no less than its least and no more than its most, which add up around it."""
    low, high = 0.0, width / min(weights) + max(most)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        found = [min(max(middle * weight, a), b) for weight, a, b in zip(weights, least, most, strict=True)]
        low, high = (low, middle) if sum(found) > width else (middle, high)
    return (one * width / sum(found) for one in found)

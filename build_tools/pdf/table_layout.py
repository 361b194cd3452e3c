"""How a table is set: the widths of its columns, its size of type, upright or across, in one part or several."""

from __future__ import annotations

import math
from collections.abc import Sequence
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
_SHORT_CELL = 20
_LONGEST_WORD = 18
"""A longer word may be broken."""


@dataclass(frozen=True)
class Column:
    """What stands in one column, its heading included."""

    longest_word: int
    """Characters of its longest word."""
    longest_cell: int
    """Characters of its fullest cell."""
    characters: int
    """Characters of all its cells."""


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
        return max(3, int((self.widths[index] - _PADDING) / (_WIDE * self.size)))

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


def _word(column: Column, size: float) -> float:
    """The width in which the column's words stand whole, up to a length at which words may be broken."""
    return min(column.longest_word, _LONGEST_WORD) * _WIDE * size + _PADDING


def _whole(column: Column, size: float) -> float:
    """The width in which short cells, such as ``RAD TF-2: 4.12``, stand on one line too."""
    cell = column.longest_cell * _CELL * size + _PADDING if column.longest_cell <= _SHORT_CELL else 0
    return max(cell, _word(column, size))


def _least(columns: Sequence[Column], size: float) -> float:
    return sum(_word(column, size) for column in columns)


def _is_dense(columns: Sequence[Column], rows: int, size: float) -> bool:
    """Whether an upright table has many columns and so much text that it would be a column of splinters."""
    if len(columns) < 7:
        return False
    characters = sum(column.characters for column in columns)
    return characters * _CHARACTER * size / UPRIGHT > 2.6 * rows


def _widths(columns: Sequence[Column], width: float, size: float) -> tuple[float, ...]:
    """Every column its longest word, and the rest by what they hold: less than the characters, more than nothing."""
    least = [_whole(column, size) for column in columns]
    if sum(least) > width:
        least = [_word(column, size) for column in columns]
    spare = width - sum(least)
    if spare <= 0:
        return tuple(width * one / sum(least) for one in least)
    wanted = [
        max(0.0, min(column.longest_cell * _CHARACTER * size + _PADDING, 0.62 * width) - own)
        for column, own in zip(columns, least, strict=True)
    ]
    if sum(wanted) <= spare:
        share = [own + extra for own, extra in zip(least, wanted, strict=True)]
        return tuple(one * width / sum(share) for one in share)
    weights = [
        min(extra, math.sqrt(extra * max(1.0, column.characters * _CHARACTER * size / 12)))
        for extra, column in zip(wanted, columns, strict=True)
    ]
    total = sum(weights) or 1.0
    return tuple(own + spare * weight / total for own, weight in zip(least, weights, strict=True))

"""Numbers and ranges of numbers, as ``framework.yaml`` writes them: ``74`` and ``76-79``."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_DIGITS = 5


def span(name: str) -> range:
    """The numbers that ``74`` or ``76-79`` stands for; none when it is neither."""
    first, _, last = name.partition("-")
    if not all(number.isdecimal() and len(number) <= _MOST_DIGITS for number in (first, last or first)):
        return range(0)
    return range(int(first), int(last or first) + 1)


def covers(names: Iterable[str], number: str) -> bool:
    """Whether a number is one of the numbers or lies in one of the ranges."""
    return number.isdecimal() and any(int(number) in span(name) for name in names)

"""Finds gaps in a series of numbers, and explanations of gaps that are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.checks.rule import Finding
from build_tools.checks.spans import span
from model.entity import Key


def gaps(
    key: Key, field: str, explained: Mapping[str, str], numbers: set[int], label: str
) -> Iterator[Finding]:
    """A finding for each gap between 1 and the highest number, and for each explained number that is there."""
    absent = {name: span(name) for name in explained}
    known = numbers.union(*absent.values())
    for first, last in _missing(known, max(numbers, default=0)):
        what = f"{label}{first}" if first == last else f"{label}{first} to {label.strip()}{last}"
        path = (field,) if explained else ()
        verb = "is" if first == last else "are"
        yield Finding(
            key,
            path,
            f"{what} {verb} not written and not explained",
            f"explain the gap in {field}",
            at_name=True,
        )
    for name, missing in absent.items():
        present = sorted(numbers.intersection(missing))
        if not missing:
            yield Finding(
                key, (field, name), f"`{name}` is neither a number nor a range like 76-79", at_name=True
            )
        elif present:
            message = f"{label}{present[0]} is listed as absent but is written"
            yield Finding(key, (field, name), message, at_name=True)


def _missing(known: set[int], highest: int) -> Iterator[tuple[int, int]]:
    """The first and last number of each gap up to the highest number."""
    previous = 0
    for number in sorted(number for number in known if number <= highest):
        if number > previous + 1:
            yield previous + 1, number - 1
        previous = max(previous, number)

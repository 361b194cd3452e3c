"""What reviewers write into *Vol*, *Section #* and *Line #* -> the places they cite.

Nothing written is an error: what is not understood yields no place, and the comment keeps it as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.comment_period import CitedPlace, PlaceKind
from review.locations.section_words import general, places_in_words

_LONGEST = 2_000
"""Characters of a cell that are looked at; whoever writes more has slipped into the wrong column."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_BLANKS = re.compile(r"[\s\u00a0\u200b]+")
_NOTHING = re.compile(r"[-.?*/\\,;:\s]*\Z")

_LINES = re.compile(
    r"""(?P<about>~|\babout\s|\baround\s|\bapprox(?:\.|imately)?\s|\bnear\s|\bca\.?\s)?\s*
    (?<![\d.\w-])(?:[Ll](?:ines?|n)?\.?\s*\#?\s*)?
    (?P<first>\d{1,6})
    (?:\s*(?:-|\bto\b|\bthrough\b|\bthru\b|\.\.+)\s*(?P<last>\d{1,6})(?![\d.]))?
    (?P<after>\s*(?:-?\s*ish\b|ff?\b\.?|\?|\+))?""",
    re.VERBOSE,
)
_TWO_IN_ONE = re.compile(r"(?<![\d.])(\d{2,5})\.(\d{2,5})(?![\d.])")
_VOLUME = re.compile(r"(?:vol(?:ume)?\.?\s*)?(?P<number>\d)(?:\.0)?(?P<letter>[abcx]?)\Z", re.IGNORECASE)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}


def tidy(text: str) -> str:
    """The text with plain dashes and single blanks."""
    return _BLANKS.sub(" ", _DASHES.sub("-", text[:_LONGEST])).strip()


def cited_places(
    volume: str, section: str, line: str, *, from_number: bool = False
) -> tuple[CitedPlace, ...]:
    """The places cited, each once: lines first, since they are the most exact.

    `from_number` says that the section's cell held a number, which has lost its last zero: 3.20 reads 3.2.
    """
    found = [*lines_in(line), *sections_in(section, from_number=from_number), *_in_volume(volume)]
    return tuple(dict.fromkeys(found))


def says_something(text: str) -> bool:
    """Whether a cell says more than a dash."""
    return not _NOTHING.match(tidy(text))


def volume_number(volume: str) -> str:
    """A volume as IHE numbers it: ``1.0`` and ``I`` are 1; empty when it is none."""
    written = tidy(volume)
    if written in _ROMAN:
        return _ROMAN[written]
    found = _VOLUME.match(written)
    return found["number"] + found["letter"].lower() if found else ""


def _in_volume(volume: str) -> Iterator[CitedPlace]:
    """Reviewers write ``Introduction`` and ``Appx A`` into the volume's column too."""
    if says_something(volume) and not volume_number(volume):
        yield from places_in_words(tidy(volume))


def lines_in(text: str) -> Iterator[CitedPlace]:
    """The lines cited in a cell for lines; the few sections and words that stand there as well."""
    written = tidy(text)
    if not says_something(written):
        return
    lines = _line_tokens(_TWO_IN_ONE.sub(r"\1?, \2?", written)) if _is_about_lines(written) else iter(())
    found = list(lines)
    yield from found or places_in_words(written)


def _is_about_lines(written: str) -> bool:
    return not re.search(
        r"\b(?:table|figure|section|sect?|page|pp?)\b|\d\.\d+\.\d|[A-Z]\.\d", written, re.IGNORECASE
    )


def _line_tokens(written: str) -> Iterator[CitedPlace]:
    for found in _LINES.finditer(written):
        first, last = found["first"], found["last"]
        doubt = bool(found["about"] or found["after"])
        if last and len(last) < len(first):
            last = first[: len(first) - len(last)] + last  # 1053-60 is 1053-1060
        if last and int(last) < int(first):
            first, last, doubt = last, first, True
        first = str(int(first))
        last = str(int(last)) if last and int(last) != int(first) else None
        yield CitedPlace(kind=PlaceKind.LINES, name=first, through=last, approximate=doubt)


def sections_in(text: str, *, from_number: bool = False) -> Iterator[CitedPlace]:
    """The sections, tables, figures, issues and parts cited in a cell for sections."""
    written = tidy(text)
    if not says_something(written):
        return
    if re.fullmatch(r"\d+\.0", written):
        written = written[:-2]
    for place in places_in_words(written):
        is_cut = from_number and place.kind is PlaceKind.SECTION and re.fullmatch(r"\d+\.\d", place.name)
        yield place.model_copy(update={"or_else": (f"{place.name}0",)}) if is_cut else place


def is_general(text: str) -> bool:
    """Whether a cell says that the whole document is meant."""
    return general(tidy(text))

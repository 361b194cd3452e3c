"""Locations as reviewers write them, and the places they cite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.comment_period import CitedPlace, PlaceKind
from review.locations.written import cited_places, says_something, sections_in, volume_number


def short(volume: str = "", section: str = "", line: str = "") -> list[str]:
    """The places as short words: ``lines 704-720``, ``section X.4``; a question mark where there is doubt."""
    return [
        f"{p.kind} {p.name}{f'-{p.through}' if p.through else ''}{'?' * p.approximate}".strip()
        for p in cited_places(volume, section, line)
    ]


LINES = {
    "482": ["lines 482"],
    "704-720": ["lines 704-720"],
    "704 \u2013 720": ["lines 704-720"],
    "1053-60": ["lines 1053-1060"],
    "720-704": ["lines 704-720?"],
    "379, 404, 495": ["lines 379", "lines 404", "lines 495"],
    "638 and 675": ["lines 638", "lines 675"],
    "373 and 513\\": ["lines 373", "lines 513"],
    "819 and 900 and 936": ["lines 819", "lines 900", "lines 936"],
    "439/440": ["lines 439", "lines 440"],
    "809, 988,1232": ["lines 809", "lines 988", "lines 1232"],
    "180\n975": ["lines 180", "lines 975"],
    "178?": ["lines 178?"],
    "482-ish": ["lines 482?"],
    "~482": ["lines 482?"],
    "about 482": ["lines 482?"],
    "160ff.": ["lines 160?"],
    "129.196": ["lines 129?", "lines 196?"],
    "650 (and other places)": ["lines 650"],
    "lines 20 to 30": ["lines 20-30"],
    "L. 20": ["lines 20"],
    "various": ["general"],
    "general": ["general"],
    "Table 3.1-1": ["table 3.1-1"],
    "-": [],
    ".": [],
    "": [],
    "  ": [],
}

SECTIONS = {
    "33": ["section 33"],
    "33.0": ["section 33"],
    "3.83.4.1.2": ["section 3.83.4.1.2"],
    "X.4.1": ["section X.4.1"],
    "X": ["section X"],
    "X..1": ["section X.1?"],
    "X4.3.3": ["section X.4.3.3"],
    "X.4.3.3.": ["section X.4.3.3"],
    "3.Y3.4.2": ["section 3.Y3.4.2"],
    "3.Y3, Y4, Y5, Y7": ["section 3.Y3", "section 3.Y4", "section 3.Y5", "section 3.Y7"],
    "41 and 41.1 and 41.6.2": ["section 41", "section 41.1", "section 41.6.2"],
    "3.65.4.3, 3.66.4.3, 3.67.4.3": ["section 3.65.4.3", "section 3.66.4.3", "section 3.67.4.3"],
    "41.1-41.3": ["section 41.1-41.3"],
    "9.1.x": ["section 9.1.x"],
    "3.20 and subsections": ["section 3.20"],
    "X.1 MHDS Actors, Transactions, and Content Modules": ["section X.1"],
    "Section 7.2": ["section 7.2"],
    "§ 7.2": ["section 7.2"],
    "Z.9.1": ["section Z.9.1"],
    "E.3": ["section E.3"],
    "Appx A": ["appendix A"],
    "Appendix E.3": ["appendix E.3"],
    "Table 3.83.4.1.2-1": ["table 3.83.4.1.2-1"],
    "Table 4.5.1.1-1:": ["table 4.5.1.1-1"],
    "Table 3.87.4.1.2.-1": ["table 3.87.4.1.2-1"],
    "Figure X.1-1": ["figure X.1-1"],
    "Fig. 46.4.1-1": ["figure 46.4.1-1"],
    "46.4.1-1": ["caption 46.4.1-1"],
    "3.67.4.1.2.1 and table 4.5.1.1-1": ["section 3.67.4.1.2.1", "table 4.5.1.1-1"],
    "Open Issue 4": ["issue Open Issue 4"],
    "Open Issues #5": ["issue Open Issue 5"],
    "Open Issue #2\nX.4.3.3.": ["issue Open Issue 2", "section X.4.3.3"],
    "Open Issues and Questions; X.1": ["issue Open Issues", "section X.1"],
    "Closed Issues": ["issue Closed Issues"],
    "MHD_047": ["issue MHD_047"],
    "PRIM-2": ["issue PRIM-2"],
    "ITI-20": ["transaction ITI-20"],
    "CP-ITI-1100": ["change-proposal CP-ITI-1100"],
    "CP 1130": ["change-proposal CP-1130"],
    "Title page": ["title-page"],
    "Title ": ["title-page"],
    "Cover page": ["title-page"],
    "Intro": ["front Introduction"],
    "Forward": ["front Foreword"],
    "copyright licenses": ["front Copyright licenses"],
    "page 12": ["page 12"],
    "General": ["general"],
    "Generl": ["general"],
    "MHDS": [],
    "-": [],
}


@pytest.mark.parametrize("written", LINES)
def test_lines(written: str) -> None:
    """Every way in which line numbers were written in real sheets, and a few more."""
    assert short(line=written) == LINES[written]


@pytest.mark.parametrize("written", SECTIONS)
def test_sections(written: str) -> None:
    """Every way in which sections, tables, figures, issues and parts were written in real sheets, and a few more."""
    assert short(section=written) == SECTIONS[written]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1", "1"),
        ("1.0", "1"),
        ("2c", "2c"),
        (" 2a", "2a"),
        ("2X", "2x"),
        ("I", "1"),
        ("Vol 3", "3"),
        ("-", ""),
        ("", ""),
    ],
)
def test_volumes(written: str, number: str) -> None:
    """Volumes are numbered as IHE does, whatever Excel or the reviewer made of it."""
    assert volume_number(written) == number


def test_parts_in_the_column_of_volumes() -> None:
    """Reviewers write parts of the document where the volume is asked for."""
    assert short(volume="Introduction") == ["front Introduction"]
    assert short(volume="Appx A") == ["appendix A"]
    assert short(volume="2c", section="3.1") == ["section 3.1"]


def test_a_number_may_have_lost_its_zero() -> None:
    """Excel turns 3.20 into 3.2; both are looked up then, but only where the cell held a number."""
    assert next(sections_in("3.2", from_number=True)).or_else == ("3.20",)
    assert next(sections_in("3.2")).or_else == ()
    assert next(sections_in("3.87", from_number=True)).or_else == ()


def test_lines_come_first_and_places_once() -> None:
    """The most exact place leads; what is cited twice is one place."""
    assert short(section="X.1, X.1", line="12, 12") == ["lines 12", "section X.1"]


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_nothing_that_is_written_breaks_the_reader(volume: str, section: str, line: str) -> None:
    """Whatever stands in the cells is read without an error, and what says nothing yields no place."""
    places = cited_places(volume, section, line)
    assert all(isinstance(place, CitedPlace) for place in places)
    if not any(says_something(text) for text in (volume, section, line)):
        assert places == ()


@given(
    st.lists(st.integers(1, 9_999), min_size=1, max_size=6, unique=True),
    st.sampled_from([", ", ",", " and ", "; ", " / ", "\n", " & "]),
)
def test_lists_of_lines_are_read_in_any_writing(lines: list[int], separator: str) -> None:
    """Each number of a list is a line, however they are separated."""
    assert short(line=separator.join(map(str, lines))) == [f"lines {line}" for line in lines]


@given(
    st.integers(1, 9_000),
    st.integers(1, 500),
    st.sampled_from(["-", " - ", "\u2013", "\u2014", " to ", " through ", ".."]),
)
def test_ranges_of_lines_are_read_in_any_writing(first: int, more: int, between: str) -> None:
    """A range keeps its first and last line."""
    (place,) = cited_places("", "", f"{first}{between}{first + more}")
    assert (place.kind, place.name, place.through) == (PlaceKind.LINES, str(first), str(first + more))


numbers = st.tuples(
    st.sampled_from(["3", "33", "X", "Z", "46"]),
    st.lists(st.one_of(st.integers(1, 99).map(str), st.sampled_from(["Y3", "Y"])), min_size=1, max_size=5),
).map(lambda parts: ".".join((parts[0], *parts[1])))


@given(st.lists(numbers, min_size=1, max_size=4, unique=True), st.sampled_from([", ", " and ", "; ", "\n"]))
def test_lists_of_sections_are_read_in_any_writing(sections: list[str], separator: str) -> None:
    """Each number of a list is a section, placeholders included."""
    assert short(section=separator.join(sections)) == [f"section {number}" for number in sections]


@given(numbers, st.integers(1, 9), st.sampled_from(["Table", "table", "Figure", "Fig."]))
def test_captions_are_read(number: str, running: int, word: str) -> None:
    """A table or figure is told by its word, its number by section and dash."""
    kind = "table" if word.lower() == "table" else "figure"
    assert short(section=f"{word} {number}-{running}") == [f"{kind} {number}-{running}"]

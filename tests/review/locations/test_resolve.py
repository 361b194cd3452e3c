"""Cited places and what they mean in the edition commented on."""

from __future__ import annotations

from pathlib import Path

import pytest

from review.locations.edition import Anchor, read_edition
from review.locations.resolve import Placement, Resolution, resolve
from review.locations.written import cited_places
from review.refusals import UnreadableEditionError
from tests.review.locations.edition_text import edition, write_edition

EDITION = edition(
    ("t", "title", "", "", "Mobile access to Health Documents"),
    ("i4", "issue", "MHD_004", "", "Should folders be required?"),
    ("s1", "section", "33.4", "33.4", "Concepts"),
    ("p1", "paragraph", "", "33.4", "The source sends a document."),
    ("p2", "paragraph", "", "33.4", "It retries once."),
    ("s2", "section", "33.4.1", "33.4.1", "Use case"),
    ("tb", "table", "Table 33.4.1-1", "33.4.1", "Messages"),
    ("r1", "row", "", "33.4.1", "ITI-65 Provide Document Bundle"),
    ("s3", "section", "3.20", "3.20", "Record Audit Event"),
    ("p3", "paragraph", "", "3.20", "The system records."),
    lines={10: "s1", 11: "p1", 12: "p1", 13: "p2", 20: "r1", 30: "p3"},
)


def found(volume: str = "", section: str = "", line: str = "", *, from_number: bool = False) -> Resolution:
    """What a location means in the small edition."""
    places = cited_places(volume, section, line, from_number=from_number)
    return resolve(places, EDITION, is_given=bool(section or line))


@pytest.mark.parametrize(
    ("section", "line", "anchors"),
    [
        ("", "11", ("p1",)),
        ("", "11-13", ("p1", "p2")),
        ("", "12, 30", ("p1", "p3")),
        ("33.4", "", ("s1",)),
        ("Table 33.4.1-1", "", ("tb",)),
        ("33.4.1-1", "", ("tb",)),
        ("MHD_004", "", ("i4",)),
        ("Open Issue 4", "", ("i4",)),
        ("Title page", "", ("t",)),
        ("33.4", "13", ("p2",)),
        ("33", "13", ("p2",)),
    ],
)
def test_places_are_found(section: str, line: str, anchors: tuple[str, ...]) -> None:
    """Lines lead to paragraphs, numbers to headings and captions, issues to issues."""
    resolution = found(section=section, line=line)
    assert resolution.anchors == anchors
    assert resolution.placement is Placement.RESOLVED


def test_the_text_is_quoted_with_its_neighbours() -> None:
    """A comment keeps the words it is about, and a little before and after."""
    resolution = found(line="11")
    assert resolution.quoted == "The source sends a document."
    assert (resolution.before, resolution.after) == ("Concepts", "It retries once.")
    assert resolution.section == "33.4"


def test_line_and_section_that_disagree() -> None:
    """A line of another section is not believed: the section is taken, and somebody should look."""
    resolution = found(section="33.4", line="30")
    assert resolution.anchors == ("s1",)
    assert resolution.placement is Placement.DOUBTFUL


def test_a_reviewer_in_doubt() -> None:
    """`11-ish` is found and marked."""
    assert found(line="11-ish").placement is Placement.DOUBTFUL


def test_a_number_that_lost_its_zero() -> None:
    """3.2 out of a number's cell is 3.20 where there is no 3.2."""
    assert found(section="3.2", from_number=True).anchors == ("s3",)
    assert found(section="3.2").placement is Placement.UNPLACED


def test_placeholders_lead_to_final_numbers() -> None:
    """X.4 finds the section that was X.4 when the comment was written."""
    old = edition(("s1", "section", "33.4", "33.4", "Concepts"))
    aliased = type(old)([Anchor("s1", "section", "33.4", "33.4", "Concepts", "", ("X.4",))])
    assert resolve(cited_places("", "X.4", ""), aliased, is_given=True).anchors == ("s1",)


def test_two_that_could_be_meant_are_none() -> None:
    """Where a number stands twice, nothing is guessed."""
    twice = edition(("a", "section", "3.1", "3.1", "One"), ("b", "section", "3.1", "3.1", "Two"))
    assert resolve(cited_places("", "3.1", ""), twice, is_given=True).placement is Placement.UNPLACED


@pytest.mark.parametrize(
    ("section", "line", "placement"),
    [
        ("", "", Placement.NONE),
        ("nowhere in particular", "", Placement.UNPLACED),
        ("99.9", "", Placement.UNPLACED),
        ("", "9999", Placement.UNPLACED),
        ("general", "", Placement.GENERAL),
    ],
)
def test_what_is_not_found_is_said(section: str, line: str, placement: Placement) -> None:
    """Nothing is placed by force."""
    assert found(section=section, line=line).placement is placement


def test_without_an_edition() -> None:
    """A location is read even where there is no edition to look it up."""
    assert resolve(cited_places("", "33.4", ""), None, is_given=True).placement is Placement.CITED


def test_editions_are_read_from_their_files(tmp_path: Path) -> None:
    """Anchors and line map of an edition's folder are what was written into them."""
    write_edition(tmp_path / "e", EDITION.anchors, {11: "p1"})
    read = read_edition(tmp_path / "e")
    assert [a.id for a in read.anchors] == [a.id for a in EDITION.anchors]
    assert read.lines[11].anchor == "p1"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "framework-press-anchors/1", "anchors": [{}]}'])
def test_a_folder_that_is_no_edition(tmp_path: Path, text: str) -> None:
    """Whatever is wrong with the file is said, with its name."""
    (tmp_path / "anchors.json").write_text(text)
    with pytest.raises(UnreadableEditionError, match=r"anchors\.json"):
        read_edition(tmp_path)

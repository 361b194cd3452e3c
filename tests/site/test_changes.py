"""What supplements and change proposals change: printed where they stand, noted where they lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.pages import article, by_id, headings, page, rows, words
from tests.site.project import build, edit, new_project

NEWS = "DOC/NEWS/index.html"
SEND = "DOC/TF/Volume2/DOC-1.html"
TABLE = "DOC/change-proposals/index.html"
PROPOSAL = "DOC/change-proposals/CP-DOC-2.html"


def test_changes_stand_under_the_volumes_that_they_change(tiny_site: Path) -> None:
    """IHE's headings in IHE's order: the General Introduction, the volumes, the volumes of other domains."""
    found = headings(page(tiny_site / NEWS))
    start = found.index("2 Changes to Existing Sections")
    assert found[start : found.index("2 Open Issues and Questions")] == [
        "2 Changes to Existing Sections",
        "3 General Introduction and Shared Appendices",
        "3 Volume 1 \N{EN DASH} Profiles",
        "3 Volume 2 \N{EN DASH} Transactions",
        "4 3.1.1 Scope",
        "4 3.1.4.2.2 Message Semantics",
        "3 IMG Volume 2 \N{EN DASH} Transactions",
        "4 4.1.7 News of Images",
        "4 In Few Words",
    ]


@pytest.mark.parametrize(
    ("address", "number", "instruction", "link"),
    [
        (NEWS, 1, "Amend Section 3.1.1 by the following:", "../../DOC/TF/Volume2/DOC-1.html#3.1.1"),
        (NEWS, 2, "Add the following to Table 3.2-1:", "../../DOC/TF/Volume1/ch-3.html#t3.2-1"),
        (NEWS, 4, "Add the following terms to Appendix D", "../../GeneralIntro/ch-D.html"),
        (NEWS, 5, "Add Section 4.1.7 after Section 4.1.5:", "../../IMG/TF/Volume2/IMG-1.html#4.1.5"),
        (
            "DOC/supplements/receipts.html",
            1,
            "Replace Section 3.5 by the following:",
            "../../DOC/TF/Volume1/ch-3.html#3.5",
        ),
        (
            "DOC/supplements/receipts.html",
            2,
            "Delete Section 3.4.1.1 Files.",
            "../../DOC/TF/Volume1/ch-3.html#3.4.1.1",
        ),
    ],
)
def test_the_instruction_to_the_editor_is_boxed(
    tiny_site: Path, address: str, number: int, instruction: str, link: str
) -> None:
    """It says what is done to which place, leads there, and is named for those who do not see the box."""
    (box,) = by_id(page(tiny_site / address), f"change-{number}").find_class("instruction")
    assert words(box) == instruction
    assert box.xpath(".//a/@href") == [link]
    assert (box.get("role"), box.get("aria-label")) == ("note", "Instruction to the editor")


def test_insertions_and_deletions_are_elements_of_their_own(tiny_site: Path) -> None:
    """Other markup and citations inside work as everywhere; a table is cited in the volume that is changed."""
    change = by_id(page(tiny_site / NEWS), "change-3")
    assert [words(found) for found in change.iter("del")] == ["ok"]
    assert [words(found) for found in change.iter("ins")] == [
        "ok, or what happened. See Table 3.1.4.1.2-1.",
        "Nothing else is said.",
    ]
    assert change.xpath(".//ins/a/@href") == ["../../DOC/TF/Volume2/DOC-1.html#t3.1.4.1.2-1"]
    table = by_id(page(tiny_site / NEWS), "change-2")
    assert [words(found) for found in table.xpath(".//td/ins | .//th/ins")] == ["Document Watcher", "Receipt"]


def test_the_published_text_stays_as_it_is_and_says_who_changes_it(tiny_site: Path) -> None:
    """A quiet line at the section leads to the change; the text under it is that of the volume."""
    scope = by_id(page(tiny_site / SEND), "3.1.1")
    (note,) = scope.find_class("change-note")
    assert words(note) == "Changed by the supplement NEWS (Trial Implementation)."
    assert note.xpath(".//a/@href") == ["../../../DOC/NEWS/index.html#change-1"]
    assert "or its news" not in words(scope)
    (note,) = by_id(page(tiny_site / SEND), "3.1.6").find_class("change-note")
    assert words(note) == "Changed by CP-DOC-2 (Final Text, not yet integrated)."


def test_a_place_without_a_section_of_its_own_is_named_in_the_note(tiny_site: Path) -> None:
    """A table, or a heading written in prose, is noted at the section in which it stands."""
    root = page(tiny_site / "DOC/TF/Volume1/ch-3.html")
    notes = [words(note) for note in root.find_class("change-note")]
    assert notes == [
        "Table 3.2-1: Changed by the supplement NEWS (Trial Implementation).",
        "Section 3.4.1.1: Changed by the supplement Receipts (Trial Implementation).",
        "Changed by the supplement Receipts (Trial Implementation).",
    ]


def test_what_is_integrated_or_dropped_is_noted_no_more(tmp_path: Path) -> None:
    """Nobody is sent to a change that is made, and nobody to one that never will be."""
    project = new_project(tmp_path)
    edit(
        project,
        "documents/change_proposals/cp-doc-2.yaml",
        "state: final-text\nversion: FT",
        "state: cancelled\nreason: withdrawn",
    )
    edit(
        project,
        "documents/change_proposals/cp-doc-2.yaml",
        "  - {state: final-text, d",
        "  - {state: cancelled, d",
    )
    build(project)
    assert not by_id(page(project / "site" / SEND), "3.1.6").find_class("change-note")


def test_the_tracking_table_has_the_columns_of_ihe(tiny_site: Path) -> None:
    """The newest proposal comes first; what is not known is said; every row carries what the filter asks."""
    root = page(tiny_site / TABLE)
    (table,) = root.find_class("proposals")
    assert [words(cell) for cell in table.xpath(".//thead//th")] == [
        "CP number",
        "Profile",
        "Volume or supplement",
        "Title",
        "Ballot",
        "State",
    ]
    assert rows(table) == [
        [
            "CP-DOC-12",
            "NEWS",
            "NEWS TI Supp",
            "Not publicly known to this project.",
            "DOC Ballot 3open",
            "Ballot",
        ],
        [
            "CP-DOC-2",
            "DEXNEWS",
            "DOC TF-2, Revision 2.0NEWS TI Supp",
            "Say who may read a document",
            "DOC Ballot 21 yes, 0 no, 1 abstain: passed",
            "Final Text",
        ],
        ["CP-DOC-1", "DEX", "DOC TF-2, Revision 2.0", "Number the parts of a document", "--", "Rejected"],
    ]
    assert table.xpath(".//tbody/tr/@data-state") == ["ballot", "final-text", "rejected"]
    assert root.xpath("//form[@class='filter']//input[@name='state']/@value") == [
        "ballot",
        "final-text",
        "rejected",
    ]


def test_a_proposal_is_printed_after_the_form(tiny_site: Path) -> None:
    """Tracking, summary, rationale, changes, ballots and history; what voters write is text, whatever it looks like."""
    root = page(tiny_site / PROPOSAL)
    assert [heading for heading in headings(root) if heading.startswith("2")] == [
        "2 Tracking Information",
        "2 Summary Information",
        "2 Rationale for Change",
        "2 Changes to Existing Sections",
        "2 Ballots",
        "2 History",
    ]
    assert rows(by_id(root, "summary"))[-1] == ["Volumes and sections affected", "DOC TF-2: 3.1.6"]
    assert ["Box Makers", "No", "<b>Who</b> is nobody?", "Significant change. It is said now."] in rows(
        article(root)
    )
    assert words(by_id(root, "tracking")).count("Final Text") == 1


@pytest.mark.parametrize(
    ("address", "items"),
    [
        (NEWS, ["CP-DOC-2: Say who may read a document Final Text", "CP-DOC-12 Ballot"]),
        ("DOC/TF/Volume1/ch-3.html", ["CP-DOC-2: Say who may read a document Final Text"]),
    ],
)
def test_a_profile_lists_its_proposals(tiny_site: Path, address: str, items: list[str]) -> None:
    """Those in force and those under way; rejected ones are only in the table."""
    section = by_id(page(tiny_site / address), "change-proposals")
    assert [words(item) for item in section.iter("li")] == items


def test_the_domain_leads_to_its_proposals_and_supplements(tiny_site: Path) -> None:
    """Whoever opens the domain finds both."""
    links = article(page(tiny_site / "DOC/index.html")).xpath(".//a/@href")
    assert {"../DOC/change-proposals/index.html", "../DOC/supplements/receipts.html"} <= set(links)


def test_a_proposal_is_cited_by_its_number(tiny_site: Path) -> None:
    """The number of another proposal leads to it; one that is not kept here stays text."""
    root = page(tiny_site / "DOC/change-proposals/CP-DOC-1.html")
    (reason,) = [row for row in by_id(root, "tracking").iter("tr") if "Reason" in words(row)]
    assert "merged into CP-DOC-2" in words(reason)
    assert reason.xpath(".//a/@href") == ["../../DOC/change-proposals/CP-DOC-2.html"]

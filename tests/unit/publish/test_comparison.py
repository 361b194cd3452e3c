"""Two editions compared: place by place, and in IHE's words."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_tools.publish.comparison import compared
from build_tools.publish.model_changes import model_changes
from build_tools.publish.text_changes import text_changes

ids = st.lists(st.sampled_from("abcdefghij"), unique=True)


def anchor(
    name: str, text: str = "", kind: str = "paragraph", number: str = "", section: str = "1"
) -> dict[str, Any]:
    """A place of an edition."""
    return {"id": name, "kind": kind, "number": number, "section": section, "text": text or f"Text {name}."}


@given(ids, ids)
def test_every_place_of_both_is_there_once(before: list[str], after: list[str]) -> None:
    """A comparison leaves no place out, keeps the order of the newer edition, and calls the same what is the same."""
    found = list(compared([anchor(name) for name in before], [anchor(name) for name in after]))
    assert [place.after["id"] for place in found if place.after] == after
    assert sorted(place.before["id"] for place in found if place.before) == sorted(before)
    assert {place.shown["id"] for place in found if place.status == "deleted"} == set(before) - set(after)
    assert {place.shown["id"] for place in found if place.status == "inserted"} == set(after) - set(before)
    if before == after:
        assert {place.status for place in found} <= {"same"}


def test_what_was_deleted_stands_where_it_stood() -> None:
    """A deletion is shown before what was written in its place."""
    before = [anchor("a"), anchor("old"), anchor("b")]
    after = [anchor("a"), anchor("new"), anchor("b")]
    assert [(place.status, place.shown["id"]) for place in compared(before, after)] == [
        ("same", "a"),
        ("deleted", "old"),
        ("inserted", "new"),
        ("same", "b"),
    ]


def test_a_moved_place_is_neither_new_nor_gone() -> None:
    """Text that stands elsewhere now is called moved."""
    names = list("abcd")
    found = compared([anchor(name) for name in names], [anchor(name) for name in "dabc"])
    assert next((place.status, place.shown["id"]) for place in found) == ("moved", "d")


def test_sections_tables_and_paragraphs_are_summed_up() -> None:
    """Renamed and renumbered sections are told, rows by their table, and paragraphs counted section by section."""
    before = [
        anchor("s", "Overview", "section", "1"),
        anchor("p"),
        anchor("t", "Parameters", "table", "Table 1-1"),
        anchor("r", "code | R", "row"),
        anchor("m", "Fine - Actors and Transactions", "table", "Table 1-2"),
        anchor("n", "Source | R", "row"),
    ]
    after = [
        anchor("s", "Overview of It", "section", "2"),
        anchor("p", "Another text."),
        anchor("q"),
        anchor("t", "Parameters", "table", "Table 2-1"),
        anchor("r", "code | O", "row"),
        anchor("m", "Fine - Actors and Transactions", "table", "Table 2-2"),
        anchor("n", "Source | O", "row"),
    ]
    told = [(change.about, change.text) for change in text_changes(compared(before, after))]
    assert told == [
        ("Section 2", "Number: 1 -> 2"),
        ("Section 2", "Title: Overview -> Overview of It"),
        ("Table 2-1", "Number: Table 1-1 -> Table 2-1"),
        ("Table 2-1", "Row code changed"),
        ("Table 2-2", "Number: Table 1-2 -> Table 2-2"),
        ("Section 1", "Paragraphs: 1 changed, 1 added"),
    ]


def profile(**fields: Any) -> dict[str, Any]:
    """A profile as ``framework.json`` holds it."""
    return {
        "profile": "MHD", "title": "Mobile", "chapter": "33", "stage": "public-comment", "actors": [], "options": [],
        "groupings": [], **fields,
    }  # fmt: skip


def use(transaction: str, optionality: str, when: Any = None) -> dict[str, Any]:
    """A row of the table of actors and transactions."""
    return {"transaction": transaction, "optionality": optionality, "when": when}


def actor(name: str, *uses: dict[str, Any]) -> dict[str, Any]:
    """An actor with its rows."""
    return {"actor": name, "transactions": list(uses), "content_modules": []}


def test_changes_of_a_profile_are_told_in_the_words_of_its_tables() -> None:
    """Rows, actors, options and groupings: what is new, gone or other."""
    grouping = {
        "actor": "Document Recipient", "choose": "one",
        "with": [
            {"bundle": None, "all": [{"profile": "ATNA", "any_profile": None, "actor": "Secure Node"}]},
            {"bundle": None, "all": [{"profile": "ATNA", "any_profile": None, "actor": "Secure Application"}]},
        ],
    }  # fmt: skip
    before = profile(
        actors=[actor("Document Source", use("ITI-65", "R"), use("ITI-105", "O")), actor("Old Actor")]
    )
    after = profile(
        stage="trial-implementation",
        actors=[
            actor(
                "Document Source",
                use("ITI-65", "O"),
                use("ITI-106", "R", {"options": ["Simplified"], "text": None}),
            ),
            actor("Document Recipient", use("ITI-65", "R")),
        ],
        options=[{"option": "Simplified", "section": "33.2.4", "actors": ["Document Source"]}],
        groupings=[grouping],
    )
    told = [change.text for change in model_changes({"profiles": [before]}, {"profiles": [after]})]
    assert told == [
        "Stage: Public Comment -> Trial Implementation",
        "Actor Old Actor removed",
        "Document Source: ITI-105 removed",
        "Document Source: ITI-65 R -> O",
        "Document Source: ITI-106 added (R)",
        "Actor Document Recipient added",
        "Document Recipient: ITI-65 added (R)",
        "Option Simplified added (Document Source)",
        "Grouping added: Document Recipient with ATNA Secure Node or ATNA Secure Application",
    ]


def test_a_transaction_that_comes_and_one_that_goes() -> None:
    """What a document carries now and did not carry, and the other way."""
    found = model_changes(
        {"transactions": [{"transaction": "ITI-1"}]}, {"transactions": [{"transaction": "ITI-2"}]}
    )
    assert [(change.about, change.text) for change in found] == [
        ("ITI-1", "Transaction removed"),
        ("ITI-2", "Transaction added"),
    ]

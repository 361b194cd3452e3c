"""Facts as words: notes and their numbers, conditions, alternatives, directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.document.notes import NoteNumbers
from build_tools.document.phrases import (
    all_of,
    any_of,
    condition,
    direction,
    is_unknown,
    option_names,
    optionality,
    row_condition,
)
from model.grouping import Condition
from model.profile import TransactionUse
from tests.unit.document.written import linker, profile, transaction

NOTES = {"size": "Small.", "time": "Soon.", "place": "Here."}


def test_notes_are_numbered_in_the_order_of_use() -> None:
    """The first note that a row refers to is Note 1, wherever it is written; the texts follow that order."""
    numbers = NoteNumbers(profile(notes=NOTES))
    assert numbers.mark(["time"]) == " (See Note 1)"
    assert numbers.mark(["size"]) == " (See Note 2)"
    assert numbers.mark(["time"]) == " (See Note 1)"
    assert [note.text for note in numbers.notes()] == ["Soon.", "Small."]
    assert [note.path for note in numbers.notes()] == [("notes", "time"), ("notes", "size")]


def test_several_notes_are_named_in_the_order_of_their_numbers() -> None:
    """A row with several notes lists their numbers from the lowest to the highest."""
    numbers = NoteNumbers(profile(notes=NOTES))
    numbers.mark(["place"])
    assert numbers.mark(["time", "place"]) == " (See Notes 1, 2)"


def test_a_note_that_nobody_wrote_has_no_number() -> None:
    """A name without a text is left out, so that no reader looks for the note; the check reports it."""
    numbers = NoteNumbers(profile(notes=NOTES))
    assert numbers.mark(["nowhere"]) == ""
    assert numbers.mark(["nowhere", "size"]) == " (See Note 1)"
    assert numbers.mark([]) == ""
    assert len(numbers.notes()) == 1


@given(st.lists(st.lists(st.sampled_from([*NOTES, "nowhere"]), max_size=4)))
def test_every_number_has_its_note(used: list[list[str]]) -> None:
    """Whatever rows refer to, each number that is printed is the place of its note in the list."""
    numbers = NoteNumbers(profile(notes=NOTES))
    marks = [numbers.mark(names) for names in used]
    texts = [note.text for note in numbers.notes()]
    for names, mark in zip(used, marks, strict=True):
        printed = [int(word.strip("(),")) for word in mark.split() if word.strip("(),").isdigit()]
        assert [texts[number - 1] for number in printed] == sorted(
            {NOTES[name] for name in names if name in NOTES}, key=texts.index
        )


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("It is required with the Late Option.", True),
        ("It is required\nwith the Late\nOption.", True),
        ("Late.", False),
    ],
)
def test_a_note_may_tell_the_condition(note: str, expected: bool) -> None:
    """A note that names the option makes the condition beside the row needless; another one does not."""
    numbers = NoteNumbers(profile(notes={"late": note}))
    assert numbers.tell(["late"], Condition(option="Late")) is expected
    assert not numbers.tell([], Condition(option="Late"))


@pytest.mark.parametrize(
    ("names", "either", "both"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A or B", "A and B"),
        (["A", "B", "C"], "A, B, or C", "A, B, and C"),
        (["A", "B", "C", "D"], "A, B, C, or D", "A, B, C, and D"),
    ],
)
def test_names_are_joined_as_in_english(names: list[str], either: str, both: str) -> None:
    """Two names are joined by a word, more by commas and the word."""
    assert any_of(names) == either
    assert all_of(names) == both


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (Condition(option="Late"), "With the Late Option"),
        (Condition(option="Late Option"), "With the Late Option"),
        (Condition(any_option=("Late", "Early")), "With the Late Option or Early Option"),
        (Condition(text="At night.\n"), "At night."),
        (Condition(option="Late", text="and\nat night"), "With the Late Option; and at night"),
    ],
)
def test_conditions(when: Condition, expected: str) -> None:
    """A condition is a phrase on one line; the word Option stands once."""
    assert condition(when) == expected


@pytest.mark.parametrize(
    ("code", "when", "expected"),
    [
        ("O", Condition(option="Late"), "R with the Late Option"),
        ("R", Condition(option="Late"), "Only with the Late Option"),
        ("C", Condition(option="Late"), "With the Late Option"),
        (None, Condition(option="Late"), "With the Late Option"),
        ("R", Condition(text="At night."), "Only at night."),
        ("R", Condition(text="XDS is in use."), "Only XDS is in use."),
    ],
)
def test_the_condition_of_a_row(code: str | None, when: Condition, expected: str) -> None:
    """With O the row is required then; with R only then; an acronym keeps its capitals."""
    use = TransactionUse.model_validate({"transaction": "DOM-1", "optionality": code, "when": when})
    assert row_condition(use) == expected


def test_optionality_is_never_left_blank() -> None:
    """Where the source does not say, the word for it is printed."""
    assert [optionality(value) for value in ("R", "O", "C", None)] == ["R", "O", "C", "Not stated"]


def test_directions_come_from_the_transaction() -> None:
    """An actor's roles in the transaction are named in their order, each once; a row may choose one of them."""
    one = transaction(
        1,
        roles=[
            {"actor": "A", "role": "initiator"},
            {"actor": "A", "role": "responder"},
            {"actor": "A", "role": "initiator"},
            {"actor": "B", "role": "receiver"},
            {"actor": "C", "role": "performer"},
            {"actor": "D", "role": None},
        ],
    )
    framework = linker(one).framework
    use = TransactionUse(transaction="DOM-1", optionality="R")
    found = {actor: direction(framework, actor, use) for actor in "ABCDE"}
    assert found == {
        "A": "Initiator / Responder",
        "B": "Receiver",
        "C": "Not applicable",
        "D": "Not stated",
        "E": "Not stated",
    }
    chosen = TransactionUse(transaction="DOM-1", optionality="R", direction="responder")
    assert direction(framework, "A", chosen) == "Responder"
    assert direction(framework, "A", TransactionUse(transaction="DOM-9", optionality="R")) == "Not stated"


def test_a_family_stands_for_its_options() -> None:
    """Where a rule names a family, its options are named one by one."""
    options = [
        {"option": "Late", "actors": ["A"], "family": "times"},
        {"option": "Early", "actors": ["A"], "family": "times"},
        {"option": "Loud", "actors": ["A"]},
    ]
    assert option_names(profile(options=options), ["times", "Loud"]) == ["Late", "Early", "Loud"]


def test_unknown_may_be_the_table_or_one_actor_of_it() -> None:
    """A table is unknown for all actors, or for one."""
    one = profile(unknown=["groupings"], actors=[{"actor": "A", "unknown": ["options"]}, {"actor": "B"}])
    a, b = one.actors
    assert is_unknown(one, "groupings")
    assert is_unknown(one, "groupings", b)
    assert not is_unknown(one, "options")
    assert is_unknown(one, "options", a)
    assert not is_unknown(one, "options", b)

"""Pages as trees of blocks: the tables of a profile, what is unknown, provenance, actors, stages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.document import blocks as b
from build_tools.document.actor_page import actor_page
from build_tools.document.profile_page import profile_page, stub_page
from build_tools.document.transaction_page import transaction_page
from model.actor import Actor
from model.entity import Stage
from model.profile import Profile
from model.transaction import Transaction
from tests.unit.document.written import every, linker, part, profile, rows, section, text, transaction, words

ACTORS = [{"actor": "A"}, {"actor": "B"}]


def page(one: Profile, *others: Profile | Transaction | Actor) -> b.Page:
    """The page of a profile in a framework with others."""
    return profile_page(linker(one, *others), part(one, *others), one)


def table(found: b.Page, number: str) -> b.Table:
    """The table of a section."""
    return next(block for block in section(found, number).blocks if isinstance(block, b.Table))


def grouping(actor: str = "A", **fields: Any) -> dict[str, Any]:
    """A grouping with CT's Time Client."""
    return {"actor": actor, "with": [{"profile": "CT", "actor": "Time Client"}], **fields}


# --- groupings ---------------------------------------------------------------------------------------------------


def test_groupings_without_conditions_have_ihes_first_form() -> None:
    """Partners, reference and content bindings; an actor without a grouping has *None*."""
    one = profile(actors=ACTORS, groupings=[grouping(bindings="DOM TF-3: 5.1")])
    found = table(page(one, profile("CT", chapter="8")), "7.3")
    assert found.columns == (
        "ABC Actor",
        "Actor(s) to be grouped with",
        "Reference",
        "Content Bindings Reference",
    )
    assert rows(found) == [
        ["A", "DOM CT / Time Client", "DOM TF-1: 8", "DOM TF-3: 5.1"],
        ["B", "None", "--", "--"],
    ]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"optionality": "O"}, "Optional"),
        ({"optionality": "C"}, "Conditional"),
        ({"optionality": None}, "Not stated"),
        ({"when": {"option": "Late"}}, "With the Late Option"),
        ({"when": {"option": "Late"}, "optionality": "O"}, "Optional. With the Late Option"),
        ({"when": {"text": "At night."}, "optionality": "C"}, "At night."),
    ],
)
def test_one_condition_makes_ihes_second_form(fields: dict[str, Any], shown: str) -> None:
    """As soon as one grouping is not plainly required, the table has a column of conditions for all."""
    one = profile(actors=ACTORS, groupings=[grouping(**fields), grouping("B")])
    found = table(page(one, profile("CT", chapter="8")), "7.3")
    assert found.columns == ("ABC Actor", "Grouping Condition", "Actor(s) to be grouped with", "Reference")
    assert [row[1] for row in rows(found)] == [shown, "Required"]


@pytest.mark.parametrize(
    ("choose", "lines"),
    [
        ("all", "DOM CT / Time Client and | Any content profile / Maker"),
        ("one", "One of: | DOM CT / Time Client or | Any content profile / Maker"),
        ("at_least_one", "At least one of: | DOM CT / Time Client or | Any content profile / Maker"),
    ],
)
def test_groupings_say_how_to_choose(choose: str, lines: str) -> None:
    """Several partners stand on a line each, joined by *and* or *or*, under the words that say how many are needed."""
    partners = [{"profile": "CT", "actor": "Time Client"}, {"any_profile": "content", "actor": "Maker"}]
    one = profile(actors=[{"actor": "A"}], groupings=[{"actor": "A", "with": partners, "choose": choose}])
    assert rows(table(page(one, profile("CT")), "7.3"))[0][1] == lines


@pytest.mark.parametrize(
    ("fields", "words_after"),
    [
        ({"options": ["X"]}, " with the X Option"),
        ({"options": ["X", "Y"]}, " with the X and Y Options"),
        ({"options": ["X", "Y"], "choose_options": "one"}, " with the X or Y Option"),
        ({"without": ["Z"]}, ", without the Z Option"),
        ({"options": ["X"], "without": ["Z"]}, " with the X Option, without the Z Option"),
    ],
)
def test_a_partner_carries_options(fields: dict[str, Any], words_after: str) -> None:
    """Options that the partner must support, or must not use, are named behind it."""
    partner = {"profile": "CT", "actor": "Time Client"} | fields
    one = profile(actors=[{"actor": "A"}], groupings=[{"actor": "A", "with": [partner]}])
    assert rows(table(page(one, profile("CT")), "7.3"))[0][1] == f"DOM CT / Time Client{words_after}"


# --- what is not known ---------------------------------------------------------------------------------------------


@given(
    st.lists(st.sampled_from(["actors", "options", "groupings"]), unique=True),
    st.lists(st.sampled_from(["options", "groupings"]), unique=True),
    st.booleans(),
)
def test_what_is_unknown_is_never_called_none(
    of_profile: list[str], of_actor: list[str], has_actors: bool
) -> None:
    """Whatever is unknown, *None* and *No options defined* stand only where it is known that there are none."""
    actors = [{"actor": "A", "unknown": of_actor}, {"actor": "B"}] if has_actors else []
    found = page(profile(unknown=of_profile, actors=actors))
    for number, table_name, claim in (("7.2", "options", "No options defined"), ("7.3", "groupings", "None")):
        shown = text(b.Page("", "", "", (section(found, number),)))
        if table_name in of_profile:
            assert claim not in shown
            assert "not publicly known" in shown or "Not known" in shown
        elif has_actors:
            tables = rows(table(found, number))
            assert any(claim in one for one in tables[1])
            assert ("Not known" in tables[0]) == (table_name in of_actor)


def test_a_profile_without_actors_says_why() -> None:
    """Without actors there is no empty table: they are unknown, or not yet written."""
    unknown = page(profile(unknown=["actors"]))
    assert "not publicly known" in text(unknown)
    assert "The actors of this profile are not yet written." in text(page(profile()))
    assert every(b.Table, unknown) == every(b.Figure, unknown) == []


# --- provenance ------------------------------------------------------------------------------------------------------


def test_provenance_says_each_source_and_doubt_once() -> None:
    """The profile first, then its tables, then single rows; what was said is not said again."""
    single = {"source": "a letter", "doubt": "hard to read"}
    one = profile(
        provenance={"source": "a book", "doubt": "old", "options": {"source": "a page"}},
        actors=[
            {
                "actor": "A",
                "transactions": [
                    {"transaction": "DOM-1", "optionality": "R", "provenance": single},
                    {"transaction": "DOM-2", "optionality": "R", "provenance": single},
                ],
            }
        ],
    )
    (box,) = (
        box for box in every(b.Box, page(one, transaction(1), transaction(2))) if box.style == "provenance"
    )
    bullets = next(block for block in box.blocks if isinstance(block, b.Bullets))
    assert [words(item) for item in bullets.items] == [
        "Profile: a book. Doubt: old",
        "Options: a page",
        "Single rows: a letter. Doubt: hard to read",
    ]


def test_without_a_source_there_is_no_box() -> None:
    """Nothing is said of sources where none is written."""
    assert not [box for box in every(b.Box, page(profile())) if box.style == "provenance"]


# --- actors ----------------------------------------------------------------------------------------------------------


def test_an_actors_page_lists_what_it_must_support() -> None:
    """All profiles of the actor, with its transactions, rules, options and groupings in each."""
    actor = Actor(actor="A", definition="Does things.")
    first = profile(
        actors=[
            {
                "actor": "A",
                "transactions": [{"transaction": "DOM-1", "optionality": "O", "when": {"option": "Late"}}],
                "rules": [{"at_least_one_option_of": ["Late"]}],
            }
        ],
        options=[{"option": "Late", "section": "7.2.1", "actors": ["A"], "mandatory": True}],
        groupings=[grouping()],
    )
    second = profile("XYZ", chapter="8", actors=[{"actor": "A"}])
    one = transaction(1, roles=[{"actor": "A", "role": "responder"}])
    entities = (actor, first, second, one, profile("CT", chapter="9"))
    found = actor_page(linker(*entities), part(*entities), actor)
    assert found.address == "actors/a.html"
    shown = text(found)
    for expected in (
        "Does things.",
        "Do 1 [DOM-1]",
        "Responder",
        "O | R with the Late Option",
        "The A shall support at least one of the Late Option.",
        "DOM TF-1: 7.2.1",
        "DOM CT / Time Client",
        "XYZ",
    ):
        assert expected in shown, expected


def test_an_actor_that_nobody_uses_says_so() -> None:
    """An actor without a profile has a page that says it is not used."""
    actor = Actor(actor="A", definition="Does nothing.")
    found = actor_page(linker(actor), part(actor), actor)
    assert "No profile of the frameworks published here uses this actor." in text(found)
    assert every(b.Table, found) == []


# --- stages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", list(Stage))
def test_a_profiles_page_by_its_stage(stage: Stage) -> None:
    """The page carries its stage, and is cited as a chapter or as a supplement."""
    found = page(profile(stage=stage))
    assert found.stage == stage.value
    assert found.citation == ("DOM TF-1: 7" if stage.in_volume else "DOM TF supplement ABC")
    assert found.volume == ("1" if stage.in_volume else "")


def test_a_stub_leads_to_the_supplement() -> None:
    """The chapter of a draft has its capsule, its stage, and a link to the full text; search does not find it."""
    one = profile(stage="public-comment")
    found = stub_page(linker(one), part(one), one)
    assert found.address == "DOM/TF/Volume1/ch-7.html"
    assert not found.searchable
    links = [
        part_ for block in every(b.Paragraph, found) for part_ in block.parts if isinstance(part_, b.Link)
    ]
    assert [link.address for link in links] == ["DOM/ABC/index.html"]
    assert "Public Comment" in text(found)


def test_a_withdrawn_transaction_is_only_what_is_left_of_it() -> None:
    """Without roles it has no empty sections; it says what to use instead."""
    old = transaction(1, stage="withdrawn", replaced_by=["DOM-2"])
    found = transaction_page(linker(old, transaction(2)), part(old, transaction(2)), old)
    assert "This transaction is withdrawn. Use Do 2 [DOM-2] instead." in text(found)
    assert [one.number for one in every(b.Section, found)] == ["3.1"]


def test_a_title_that_is_the_acronym_stands_once() -> None:
    """Where title and acronym are one, the heading does not repeat it."""
    assert page(profile(title="ABC")).title == "ABC"
    assert page(profile(title="Always Be Careful")).title == "Always Be Careful (ABC)"

"""Interaction diagrams and process flows: lanes, arrows and notes from top to bottom."""

from __future__ import annotations

from typing import Any

import pytest

from model.framework import Framework


def test_messages_are_solid_and_responses_dashed(sharing: Framework, pictures: Any) -> None:
    """Each message is one arrow, in the order in which it is sent."""
    picture = pictures(sharing)["interaction-ITI-18"]
    assert len(picture.with_class("message")) == len(picture.with_class("response")) == 1
    assert picture.with_class("response")[0].get("stroke-dasharray")
    assert picture.diagram.alternative == (
        "Document Consumer sends Query Request to Document Registry.",
        "Document Registry sends Query Response to Document Consumer in response.",
    )


def test_without_messages_the_roles_are_drawn(sharing: Framework, pictures: Any) -> None:
    """While no message is written, one arrow carries the transaction's own name."""
    picture = pictures(sharing)["interaction-ITI-41"]
    assert picture.diagram.title == "Provide and Register Document Set-b [ITI-41] Interaction Diagram"
    assert picture.diagram.alternative == (
        "Document Source initiates Provide and Register Document Set-b [ITI-41]; Document Repository responds.",
    )
    assert picture.links == ["Document Source", "Document Repository"]


@pytest.mark.parametrize(
    ("roles", "sentence"),
    [
        ({"A": "initiator"}, "A initiates T [ITI-1]; who responds is not stated."),
        ({"A": "responder"}, "Who initiates T [ITI-1] is not stated; A responds."),
        ({"A": None}, "A takes part in T [ITI-1]; in which role is not stated."),
        ({"A": None, "B": None}, "A and B take part in T [ITI-1]; who initiates it is not stated."),
        (
            {"A": "initiator", "B": None},
            "A initiates T [ITI-1]; B also takes part; who responds is not stated.",
        ),
        ({"A": "performer"}, "A performs T [ITI-1]."),
        ({"A": "initiator", "B": "initiator", "C": "receiver"}, "A or B initiates T [ITI-1]; C responds."),
    ],
)
def test_what_is_not_stated_is_said(
    make: Any, pictures: Any, roles: dict[str, str | None], sentence: str
) -> None:
    """Every combination of known and unknown roles has a drawing and a true sentence."""
    framework = make.framework([], [make.transaction("ITI-1", "T", roles)])
    assert pictures(framework)["interaction-ITI-1"].diagram.alternative == (sentence,)


def test_a_message_to_nobody_stays_in_its_lane(make: Any, pictures: Any) -> None:
    """A behaviour is written as a message that no actor receives; its arrow comes back to the lane."""
    messages = [{"message": "Display Report", "from": "Report Reader", "to": []}]
    roles = {"Report Reader": "performer"}
    display = make.transaction("RAD-142", "Display", roles, messages=messages, behaviour=True)
    picture = pictures(make.framework([], [display]))["interaction-RAD-142"]
    assert picture.diagram.alternative == ("Report Reader performs Display Report.",)
    assert picture.links == ["Report Reader"]


def test_many_initiators_are_counted(make: Any, pictures: Any) -> None:
    """A lane of twenty actors shows four and tells how many more there are; the sentence names all."""
    roles = {**{f"Actor {n}": "initiator" for n in range(20)}, "Repository": "responder"}
    framework = make.framework([], [make.transaction("ITI-20", "Record", roles)])
    picture = pictures(framework)["interaction-ITI-20"]
    assert "and 16 other actors" in " ".join(text.text for text in picture.texts)
    assert all(actor in picture.diagram.alternative[0] for actor in roles)


def test_a_transaction_of_which_nothing_is_known_has_no_diagram(make: Any, pictures: Any) -> None:
    """An unassigned number without roles is not drawn."""
    assert pictures(make.framework([], [make.transaction("ITI-25", "Nothing", {})])) == {}


def test_a_process_flow_has_lanes_notes_and_links(sharing: Framework, pictures: Any) -> None:
    """Steps without a receiver are notes; transactions link; actors of other profiles are dashed."""
    picture = pictures(sharing)["process-flow-XDS.b-1"]
    assert picture.diagram.title == "Process Flow in XDS.b Profile: Publish a summary"
    assert picture.diagram.alternative == (
        "Nurse: writes a summary.",
        "Document Source initiates Provide and Register Document Set-b [ITI-41] with Document Repository.",
        "PIX:Patient Identity Source initiates Patient Identity Feed [ITI-8] with Document Registry.",
    )
    assert len(picture.with_class("lane")) == 5
    assert len(picture.with_class("actor other")) == 1
    assert [element.text for element in picture.with_class("step")] == ["writes a summary"]
    assert "Patient Identity Feed [ITI-8]" in picture.links

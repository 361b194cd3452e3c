"""Actor diagrams show what a profile's actors exchange, each transaction once for each pair of actors."""

from __future__ import annotations

from typing import Any

from model.framework import Framework
from model.profile import Profile
from model.transaction import Transaction


def drawn(make: Any, pictures: Any, profile: Profile, *transactions: Transaction) -> Any:
    """The actor diagram of a framework with this profile alone."""
    framework = make.framework([profile], transactions)
    return pictures(framework)[f"actors-{profile.profile}"]


def test_every_transaction_appears_once_for_each_pair(sharing: Framework, pictures: Any) -> None:
    """Boxes and labels link to their pages, and nothing is drawn twice."""
    picture = pictures(sharing)["actors-XDS.b"]
    assert sorted(picture.links) == [
        "Document Consumer",
        "Document Registry",
        "Document Repository",
        "Document Source",
        "PIX: Patient Identity Source",
        "Patient Identity Feed [ITI-8]",
        "Provide and Register Document Set-b [ITI-41]",
        "Register Document Set-b [ITI-42]",
        "Registry Stored Query [ITI-18]",
    ]
    assert len(picture.with_class("head")) == 4


def test_the_alternative_says_who_initiates_and_who_responds(sharing: Framework, pictures: Any) -> None:
    """One sentence an exchange; a receiver does not respond, and another profile is named."""
    diagram = pictures(sharing)["actors-XDS.b"].diagram
    assert diagram.title == "XDS.b Actor Diagram"
    assert (
        diagram.alternative
        == (
            "Document Source initiates Provide and Register Document Set-b [ITI-41]; Document Repository responds.",
            "Document Repository initiates Register Document Set-b [ITI-42]; Document Registry responds.",
            "Document Consumer initiates Registry Stored Query [ITI-18]; Document Registry responds.",
            "Patient Identity Source of PIX initiates Patient Identity Feed [ITI-8]; Document Registry responds.",
        )
        or "receives it" in diagram.alternative[-1]
    )


def test_two_pairs_with_one_transaction_show_it_twice(make: Any, pictures: Any) -> None:
    """A transaction that one actor answers for two others stands on two lines."""
    feed = make.transaction(
        "ITI-8", "Feed", {"Source": "initiator", "Left": "responder", "Right": "responder"}
    )
    picture = drawn(
        make, pictures, make.profile("P", {"Source": ["ITI-8"], "Left": ["ITI-8"], "Right": ["ITI-8"]}), feed
    )
    assert picture.links.count("Feed [ITI-8]") == 2


def test_the_direction_of_a_row_overrides_the_roles(make: Any, pictures: Any) -> None:
    """An actor with both roles plays only the one its row names."""
    feed = make.transaction(
        "ITI-93", "Feed", {"Source": "initiator", "Registry": "initiator", "Registry*": "responder"}
    )
    row = {"transaction": "ITI-93", "optionality": "R", "direction": "responder"}
    picture = drawn(make, pictures, make.profile("P", {"Source": ["ITI-93"], "Registry": [row]}), feed)
    assert picture.diagram.alternative == ("Source initiates Feed [ITI-93]; Registry responds.",)


def test_both_directions_make_one_line_with_two_arrowheads(make: Any, pictures: Any) -> None:
    """Two actors that both start and both answer are one pair."""
    both = {
        "Node": "initiator",
        "Node*": "responder",
        "Application": "initiator",
        "Application*": "responder",
    }
    authenticate = make.transaction("ITI-19", "Authenticate Node", both)
    picture = drawn(
        make, pictures, make.profile("P", {"Node": ["ITI-19"], "Application": ["ITI-19"]}), authenticate
    )
    assert picture.links.count("Authenticate Node [ITI-19]") == 1
    assert len(picture.with_class("head")) == 2


def test_an_unknown_direction_has_no_arrowhead(make: Any, pictures: Any) -> None:
    """The line is there, the arrow is not, and the sentence says why."""
    unknown = make.transaction("ITI-1", "Thing", {"A": None, "B": None})
    picture = drawn(make, pictures, make.profile("P", {"A": ["ITI-1"], "B": ["ITI-1"]}), unknown)
    assert len(picture.with_class("edge")) == 2
    assert not picture.with_class("head")
    assert picture.diagram.alternative == (
        "A and B take part in Thing [ITI-1]; who initiates it is not stated.",
    )


def test_nobody_at_the_far_end_shows_the_other_roles_dashed(make: Any, pictures: Any) -> None:
    """Without a counterpart the transaction's other actors stand in dashed boxes, one box when they are many."""
    few = make.transaction("ITI-1", "Few", {"A": "initiator", "B": "responder"})
    many = make.transaction("ITI-2", "Many", {"A": "responder", **{f"B{n}": "initiator" for n in range(9)}})
    picture = drawn(make, pictures, make.profile("P", {"A": ["ITI-1", "ITI-2"]}), few, many)
    assert len(picture.with_class("actor other")) == 2
    assert "Initiator of ITI-2 (any) initiates Many [ITI-2]; A responds." in picture.diagram.alternative


def test_nobody_known_at_all_leaves_the_transaction_in_the_box(make: Any, pictures: Any) -> None:
    """A transaction without any other role is written into the actor's own box."""
    alone = make.transaction("ITI-1", "Alone", {"A": "initiator"})
    picture = drawn(make, pictures, make.profile("P", {"A": ["ITI-1"]}), alone)
    assert picture.diagram.alternative == ("A initiates Alone [ITI-1]; who is at the far end is not stated.",)
    assert picture.links == ["A", "Alone [ITI-1]"]


def test_behaviour_is_written_into_the_box(make: Any, pictures: Any) -> None:
    """What an actor performs has no line to anybody."""
    display = make.transaction("RAD-142", "Display Report", {"Report Reader": "performer"}, behaviour=True)
    picture = drawn(make, pictures, make.profile("IMR", {"Report Reader": ["RAD-142"]}), display)
    assert picture.diagram.alternative == ("Report Reader performs Display Report [RAD-142].",)


def test_grouped_actors_share_a_side(make: Any, pictures: Any) -> None:
    """The boxes of actors that are always grouped touch each other."""
    feed = make.transaction("ITI-1", "Feed", {"A": "initiator", "B": "responder"})
    grouping = {"actor": "B", "with": [{"profile": "P", "actor": "C"}], "optionality": "R"}
    profile = make.profile("P", {"A": ["ITI-1"], "B": ["ITI-1"], "C": []}, groupings=[grouping])
    picture = drawn(make, pictures, profile, feed)
    assert "B and C are grouped." in picture.diagram.alternative
    boxes = [
        {name: float(box.get(name)) for name in ("x", "y", "width", "height")}
        for box in picture.with_class("actor")
    ]
    touching = [
        (one, other)
        for one in boxes
        for other in boxes
        if abs(one["x"] + one["width"] - other["x"]) < 0.2 or abs(one["y"] + one["height"] - other["y"]) < 0.2
    ]
    assert touching


def test_many_actors_that_do_the_same_share_a_frame(make: Any, pictures: Any) -> None:
    """Twenty actors that all record events need one line, and every one of them is named in the sentences."""
    names = [f"Actor {n}" for n in range(20)]
    record = make.transaction(
        "RAD-34", "Record", {**dict.fromkeys(names, "initiator"), "Repository": "responder"}
    )
    profile = make.profile("SEC", {**{name: ["RAD-34"] for name in names}, "Repository": ["RAD-34"]})
    picture = drawn(make, pictures, profile, record)
    assert len(picture.with_class("frame")) == 1
    assert picture.links.count("Record [RAD-34]") == 1
    assert len(picture.diagram.alternative) == 20


def test_content_runs_from_creator_to_consumer(make: Any, pictures: Any) -> None:
    """Content modules stand between those who make and those who read them."""
    modules = {
        name: ["Workflow Document"] for name in ("Content Creator", "Content Consumer", "Content Updater")
    }
    picture = drawn(make, pictures, make.profile("XDW", dict.fromkeys(modules, ()), content_modules=modules))
    assert len(picture.with_class("module")) == 1
    assert "Share Content" in [text.text for text in picture.texts]
    assert picture.diagram.alternative == (
        "Content Creator shares Workflow Document with Content Consumer; Content Updater supports it as well.",
    )


def test_an_actor_without_exchanges_is_still_shown(make: Any, pictures: Any) -> None:
    """A profile of one actor that exchanges nothing has a box and a sentence."""
    picture = drawn(make, pictures, make.profile("MHDS", {"Document Registry": []}))
    assert picture.links == ["Document Registry"]
    assert picture.diagram.alternative == ("Document Registry exchanges no transaction in this diagram.",)


def test_a_transaction_that_is_not_written_keeps_its_id(make: Any, pictures: Any) -> None:
    """A draft that names an unknown transaction is drawn all the same."""
    picture = drawn(make, pictures, make.profile("P", {"A": ["ITI-999"], "B": ["ITI-999"]}))
    assert "[ITI-999]" in picture.links

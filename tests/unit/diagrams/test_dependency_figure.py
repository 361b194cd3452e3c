"""Dependency figures show which profiles rest on which others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from model.framework import Framework


def test_one_of_several_goes_through_a_choice(sharing: Framework, pictures: Any) -> None:
    """A single need is a solid line, a choice has dashed ones."""
    picture = pictures(sharing)["dependencies-ITI"]
    assert picture.diagram.title == "Dependencies of ITI Profiles"
    assert picture.diagram.alternative == ("XDS.b rests on ATNA and one of PDQ or PIX.",)
    assert len(picture.with_class("response")) == 2
    assert "XDS.b: Title of XDS.b" in picture.links


def test_required_groupings_stand_in_for_unknown_dependencies(make: Any, pictures: Any) -> None:
    """Only groupings that always apply count; optional and conditional ones do not."""

    def grouping(**more: Any) -> dict[str, Any]:
        return {"actor": "A", "with": [{"profile": "CT", "actor": "Time Client"}], **more}

    profiles = [
        make.profile("P", {"A": []}, groupings=[grouping()]),
        make.profile("Q", {"A": []}, groupings=[grouping(optionality="O")]),
        make.profile("R", {"A": []}, groupings=[grouping(when={"text": "sometimes"})]),
        make.profile("S", {"A": []}, groupings=[grouping()], dependencies=[]),
    ]
    assert pictures(make.framework(profiles))["dependencies-ITI"].diagram.alternative == ("P rests on CT.",)


def test_profiles_of_other_domains_are_dashed(make: Any, pictures: Any) -> None:
    """A profile that is written in another domain carries its code."""
    cardiology = make.framework([make.profile("CATH", {}, dependencies=[{"profiles": ["CT"]}])], code="CARD")
    infrastructure = make.framework([make.profile("CT", {})])
    both = replace(cardiology, domains=(*cardiology.domains, *infrastructure.domains))
    picture = pictures(both)["dependencies-CARD"]
    assert len(picture.with_class("actor other")) == 1
    assert "ITI" in [text.text for text in picture.texts]


def test_what_follows_through_another_profile_is_not_drawn_again(make: Any, pictures: Any) -> None:
    """XDS.b needs ATNA and CT, ATNA needs CT: two lines, three facts in the sentences."""
    profiles = [
        make.profile("XDS.b", {}, dependencies=[{"profiles": ["ATNA"]}, {"profiles": ["CT"]}]),
        make.profile("ATNA", {}, dependencies=[{"profiles": ["CT"]}]),
        make.profile("CT", {}),
    ]
    picture = pictures(make.framework(profiles))["dependencies-ITI"]
    assert len(picture.with_class("edge")) == 2
    assert picture.diagram.alternative[0] == "XDS.b rests on ATNA and CT."


def test_a_circle_of_needs_is_drawn(make: Any, pictures: Any) -> None:
    """Two profiles that need each other are a mistake to report elsewhere, not a reason to draw nothing."""
    profiles = [
        make.profile("P", {}, dependencies=[{"profiles": ["Q"]}]),
        make.profile("Q", {}, dependencies=[{"profiles": ["P"]}]),
    ]
    assert len(pictures(make.framework(profiles))["dependencies-ITI"].with_class("edge")) == 2


def test_no_dependencies_no_figure(make: Any, pictures: Any) -> None:
    """A domain whose profiles stand alone has no figure."""
    assert "dependencies-ITI" not in pictures(make.framework([make.profile("P", {})]))

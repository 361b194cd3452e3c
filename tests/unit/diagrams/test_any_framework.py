"""Any small framework can be drawn."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.diagrams import draw, requests
from model.framework import Framework
from model.profile import Profile
from model.transaction import Transaction

NAMES = st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and not text.isspace())
ROLES = st.sampled_from(["initiator", "responder", "receiver", "performer", None])
IDS = tuple(f"ITI-{number}" for number in range(1, 5))


@st.composite
def parts(draw_value: Any) -> tuple[list[Any], list[Any]]:
    """Profiles and transactions over a few actors, in any combination."""
    actors = draw_value(st.lists(NAMES, min_size=1, max_size=5, unique=True))
    actor = st.sampled_from(actors)
    transactions = [
        {
            "number": number,
            "name": draw_value(NAMES),
            "roles": draw_value(st.lists(st.tuples(actor, ROLES), max_size=5)),
            "messages": draw_value(
                st.lists(st.tuples(NAMES, actor, actor | st.just([]), st.booleans()), max_size=3)
            ),
            "behaviour": draw_value(st.booleans()),
        }
        for number in draw_value(st.lists(st.sampled_from(IDS), unique=True))
    ]
    profiles = [
        {
            "acronym": acronym,
            "actors": draw_value(
                st.dictionaries(actor, st.lists(st.sampled_from(IDS), max_size=4), max_size=5)
            ),
            "modules": draw_value(st.dictionaries(actor, st.lists(NAMES, max_size=2), max_size=3)),
            "grouped": draw_value(st.lists(st.tuples(actor, actor), max_size=3)),
            "needs": draw_value(
                st.lists(st.lists(st.sampled_from("ABC"), min_size=1, max_size=2), max_size=2)
            ),
            "steps": draw_value(st.lists(st.tuples(actor, st.none() | actor, NAMES), max_size=4)),
        }
        for acronym in draw_value(st.lists(st.sampled_from("ABC"), unique=True))
    ]
    return profiles, transactions


def build(make: Any, profiles: list[Any], transactions: list[Any]) -> Framework:
    """The framework of generated parts."""
    return make.framework(
        [profile(make, one) for one in profiles], [transaction(make, one) for one in transactions]
    )


def transaction(make: Any, one: Any) -> Transaction:
    """A transaction of generated parts."""
    messages = [{"message": m, "from": a, "to": b, "response": r} for m, a, b, r in one["messages"]]
    behaviour = one["behaviour"]
    return make.transaction(one["number"], one["name"], one["roles"], messages=messages, behaviour=behaviour)


def profile(make: Any, one: Any) -> Profile:
    """A profile of generated parts."""
    steps = [{"from": a, "to": b, "step": text} for a, b, text in one["steps"]]
    use_cases = [{"use_case": "U", "description": "D", "process_flow": steps}] if steps else []
    groupings = [{"actor": a, "with": [{"profile": one["acronym"], "actor": b}]} for a, b in one["grouped"]]
    return make.profile(
        one["acronym"],
        one["actors"],
        content_modules=one["modules"],
        groupings=groupings,
        use_cases=use_cases,
        dependencies=[{"profiles": need} for need in one["needs"]],
    )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(parts())
def test_any_small_framework_is_drawn_well_formed(
    make: Any, tmp_path_factory: pytest.TempPathFactory, generated: Any
) -> None:
    """Every request gives well-formed SVG with sentences, the same with and without a cache."""
    framework = build(make, *generated)
    wanted = requests(framework)
    drawn = draw(framework, wanted, make.address)
    assert list(drawn) == list(wanted)
    names = [name for diagram in drawn.values() for name in make.picture(diagram).ids]
    assert len(names) == len(set(names))
    assert all(diagram.alternative for diagram in drawn.values())
    assert draw(framework, wanted, make.address, tmp_path_factory.mktemp("layouts")) == drawn

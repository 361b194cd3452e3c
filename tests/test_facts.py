"""What is publicly known of the ITI and Radiology profiles stands in ``frameworks/``, row by row, and nothing else.

The tables of facts and the functions that compare them are in ``tests/facts/``; transactions, actors, standards
and domains are compared there too.
"""

from __future__ import annotations

import re

import pytest

from build_tools.loading import load
from tests.facts import provenance, rows
from tests.facts.tables import NONE, PROFILES, Fact, clauses, doubts, facts, facts_of, notes
from tests.facts.written import (
    ROOT,
    assert_provenance,
    assert_same,
    framework,
    misread,
    profile_of,
    stage,
)

every_profile = pytest.mark.parametrize("name", PROFILES)


def test_frameworks_load_without_a_problem() -> None:
    """What is written in ITI, Radiology and the shared lists is well formed."""
    ours = (
        "frameworks/iti/",
        "frameworks/radiology/",
        "frameworks/general/standards",
        "frameworks/general/domains",
    )
    assert [str(p) for p in load(ROOT).problems if p.where.path.startswith(ours)] == []


def test_every_profile_is_written_and_no_other() -> None:
    """57 ITI and 49 RAD profiles, each in the folder of its domain."""
    expected = [(fact["domain"], fact["acronym"]) for fact in facts("profiles")]
    found = [(part.code, profile.profile) for part in framework().domains for profile in part.profiles]
    assert_same(expected, [row for row in found if row[0] in ("ITI", "RAD")])


@every_profile
def test_head(name: str) -> None:
    """Title, stage, kind, chapter and publication are those of the facts."""
    fact = next(fact for fact in facts("profiles") if fact["acronym"] == name)
    profile = profile_of(name)
    chapter = re.match(r"\w+ TF-1: (\d+)( \(old\))?(?: \((\w+)\))?$", fact["section"])
    expected = (
        fact["title"],
        stage(fact["status"]),
        (fact["kind"],),
        fact["published_in"],
        chapter[1] if chapter and not chapter[2] else None,
        chapter[1] if chapter and chapter[2] else None,
        chapter[3] if chapter else "removed" if "removed" in fact["section"] else None,
    )
    assert expected == (
        profile.title,
        profile.stage,
        profile.kind,
        profile.published_in,
        profile.chapter,
        profile.former_chapter,
        profile.chapter_note,
    )
    no_dependencies = {
        d["doubt"] for d in facts_of("profile_dependencies", name) if d["depends_on"] == "None"
    }
    expected_doubts = {c for text in (fact["doubt"], *no_dependencies) for c in clauses(text)}
    assert set(clauses(profile.provenance.doubt or "")) == expected_doubts


@every_profile
def test_transactions(name: str) -> None:
    """Each actor has its transactions with name, optionality, direction, section, condition, source and doubt."""
    table = facts_of("profile_actor_transactions", name)
    found = list(rows.transaction_rows(framework(), profile_of(name)))
    assert_same((rows.transaction_fact(fact) for fact in table), (row for row, _ in found))
    assert_provenance(table, dict(found), rows.transaction_fact)


@every_profile
def test_content_modules(name: str) -> None:
    """Each actor has its content modules with optionality and reference, source and doubt."""
    table = facts_of("profile_content_modules", name)
    found = list(rows.module_rows(framework(), profile_of(name)))
    assert_same((rows.module_fact(fact) for fact in table), (row for row, _ in found))
    assert_provenance(table, dict(found), rows.module_fact)


@every_profile
def test_options(name: str) -> None:
    """Each actor has its options, each with the place where it is specified, its source and its doubt."""
    table = rows.option_facts(name)
    found = list(rows.option_rows(framework(), profile_of(name)))
    assert_same((rows.option_fact(fact) for fact in table), (row for row, _ in found))
    assert_provenance(table, dict(found), rows.option_fact)


@every_profile
def test_groupings(name: str) -> None:
    """Each actor has its groupings with condition, choice and carried options, source and doubt."""
    table = rows.grouping_facts(name)
    found = list(rows.grouping_rows(framework(), profile_of(name)))
    assert_same((rows.grouping_fact(fact) for fact in table), (row for row, _ in found))
    assert_provenance(table, dict(found), rows.grouping_fact)


@every_profile
def test_actors(name: str) -> None:
    """A profile has the actors that any fact gives it."""
    tables = ("profile_actor_transactions", "profile_content_modules", "profile_options", "profile_groupings")
    expected = dict.fromkeys(fact["actor"] for table in tables for fact in facts_of(table, name))
    assert_same(expected, (actor.actor for actor in profile_of(name).actors))


@every_profile
def test_none_is_claimed_only_where_a_source_says_so(name: str) -> None:
    """What no fact tells is marked as unknown; what a fact calls none is empty and not unknown."""
    profile = profile_of(name)
    told = {
        "actors": {
            f["actor"]
            for t in ("profile_actor_transactions", "profile_content_modules")
            for f in facts_of(t, name)
        },
        "options": {f["actor"] for f in facts_of("profile_options", name)},
        "groupings": {f["actor"] for f in facts_of("profile_groupings", name)},
    }
    if name in ("MHDS", "mXDE"):  # their capsules say that they have no transaction of their own
        told["actors"] = {actor.actor for actor in profile.actors}
    expected = {table for table, actors in told.items() if not actors}
    assert set(profile.unknown) == expected
    for actor in profile.actors:
        untold = {
            table for table, actors in told.items() if table not in expected and actor.actor not in actors
        }
        assert set(actor.unknown) == untold, actor.actor


@every_profile
def test_none_rows(name: str) -> None:
    """Where a source says that an actor has no options or groupings, none are written but those a supplement adds."""
    profile = profile_of(name)
    for fact in facts_of("profile_options", name):
        if fact["option"] == NONE:
            own = [o for o in profile.options_of(fact["actor"]) if not o.added_by]
            assert not own, f"{fact['actor']} has {[o.option for o in own]}"
            wrong = misread(fact, provenance.of_no_options(framework(), profile, fact["actor"]), doubts(fact))
            assert not wrong, wrong
    for fact in facts_of("profile_groupings", name):
        if fact["grouped_with_actor"] == NONE:
            assert not [g for g in profile.groupings if g.actor == fact["actor"]], fact["actor"]
            wrong = misread(
                fact, provenance.of_no_groupings(framework(), profile, fact["actor"]), doubts(fact)
            )
            assert not wrong, wrong


def dependency_fact(fact: Fact) -> tuple[object, ...]:
    """What a profile rests on, as the facts say it."""
    needed, of_class = fact["depends_on"], re.match(r"any (.+) profile$", fact["depends_on"])
    profiles = () if of_class else tuple(re.split(r", | or ", needed))
    detail = tuple(fact[column] or None for column in ("dependency_type", "purpose", "source", "doubt"))
    return (profiles, of_class[1] if of_class else None, *detail)


@every_profile
def test_dependencies(name: str) -> None:
    """The profiles that a profile rests on; an empty list where the source says none, nothing where it is unknown."""
    table = facts_of("profile_dependencies", name)
    profile = profile_of(name)
    if not table:
        assert profile.dependencies is None
    elif table[0]["depends_on"] == "None":
        assert profile.dependencies == ()
        assert table[0]["source"] in (profile.provenance.source or "")
    else:
        found = [
            (d.profiles, d.any_profile, d.how, d.purpose, d.provenance.source, d.provenance.doubt)
            for d in profile.dependencies or ()
        ]
        assert_same(map(dependency_fact, table), found)


@every_profile
def test_rows_of_supplements(name: str) -> None:
    """An actor or row that the facts call added by a supplement names the supplement."""
    profile = profile_of(name)
    for fact in facts_of("profile_actor_transactions", name):
        actor = profile.actor(fact["actor"])
        use = (
            next((u for u in actor.transactions if u.transaction == fact["transaction_id"]), None)
            if actor
            else None
        )
        assert actor, fact["actor"]
        if "actor added" in notes(fact):
            assert actor.added_by, fact["actor"]
        elif "added by supplement" in notes(fact):
            assert use, fact
            assert use.added_by, fact["transaction_id"]

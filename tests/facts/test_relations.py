"""Notes, at-least-one rules and relations between options agree with what the facts say in words."""

from __future__ import annotations

import re

import pytest

from model.profile import Profile
from tests.facts import rows
from tests.facts.tables import NONE, PROFILES, facts_of, note_numbers, notes
from tests.facts.written import assert_same, framework, profile_of

every_profile = pytest.mark.parametrize("name", PROFILES)


def noted_rows(profile: Profile) -> dict[str, list[tuple[list[int], tuple[str, ...]]]]:
    """For each table, the numbers of the source's notes and the names of our notes, row by row."""
    uses = {(a.actor, u.transaction): u.notes for a in profile.actors for u in a.transactions}
    modules = {(a.actor, u.content_module): u.notes for a in profile.actors for u in a.content_modules}
    options = {(r.actor, o.option): (*o.notes, *r.notes) for o in profile.options for r in o.actors}
    groupings = {
        (g.actor, p.profile or "", p.actor): g.notes for g in profile.groupings for p in g.grouped_actors
    }
    name = profile.profile
    return {
        "transactions": [
            (note_numbers(f), uses[f["actor"], f["transaction_id"]])
            for f in facts_of("profile_actor_transactions", name)
        ],
        "modules": [
            (note_numbers(f), modules[f["actor"], f["content_module"]])
            for f in facts_of("profile_content_modules", name)
        ],
        "options": [(note_numbers(f), options[f["actor"], f["option"]]) for f in rows.option_facts(name)],
        "groupings": [
            (note_numbers(f), groupings[f["actor"], f["grouped_with_profile"], f["grouped_with_actor"]])
            for f in rows.grouping_facts(name)
            if note_numbers(f)
        ],
    }


@every_profile
def test_notes_follow_the_numbers_of_the_source(name: str) -> None:
    """In each table a note of the source is one note of ours, and they are written in the source's order."""
    profile = profile_of(name)
    order = list(profile.notes)
    for table, noted in noted_rows(profile).items():
        named: dict[int, str] = {}
        for numbers, names in noted:
            if not numbers:
                continue
            assert len(names) == len(numbers), f"{table}: notes {numbers} are {names}"
            for number, note in zip(numbers, sorted(names, key=order.index), strict=True):
                assert named.setdefault(number, note) == note, (
                    f"{table}: note {number} is {note} and {named[number]}"
                )
        positions = [order.index(named[number]) for number in sorted(named)]
        assert positions == sorted(positions), f"{table}: {named} stand in another order under notes"


def chosen_from(profile: Profile, actor: str) -> list[frozenset[str]]:
    """The sets of transactions, content modules or options of which an actor supports at least one."""
    found = profile.actor(actor)
    sets: list[frozenset[str]] = []
    for rule in found.rules if found else ():
        of_families = {o.option for o in profile.options_of(actor) if o.family in rule.at_least_one_option_of}
        by_name = set(rule.at_least_one_option_of) - {o.family for o in profile.options}
        sets.append(frozenset({*rule.at_least_one_of, *of_families, *by_name}))
    return sets


def asked_choices(name: str) -> dict[str, list[frozenset[str]]]:
    """For each actor, the rows of which the facts ask for at least one."""
    columns = {
        "profile_actor_transactions": "transaction_id",
        "profile_content_modules": "content_module",
        "profile_options": "option",
    }
    found: dict[str, list[frozenset[str]]] = {}
    for table, column in columns.items():
        groups: dict[tuple[str, str], set[str]] = {}
        for fact in facts_of(table, name):
            asks = re.search(r"at least one|counts toward", notes(fact))
            if not asks or ("retrieve option" in notes(fact) and column == "transaction_id"):
                continue
            if fact[column] == NONE or (name == "SVS" and not fact[column].endswith("binding")):
                continue
            groups.setdefault((fact["actor"], str(note_numbers(fact) or "")), set()).add(fact[column])
        for (actor, _), rows_ in groups.items():
            found.setdefault(actor, []).append(frozenset(rows_))
    return found


@every_profile
def test_at_least_one_rules(name: str) -> None:
    """Where the facts ask for at least one of several rows, a rule says so, and no other rule is written."""
    profile = profile_of(name)
    asked = asked_choices(name)
    for actor in profile.actors:
        assert_same(asked.get(actor.actor, []), chosen_from(profile, actor.actor))


@every_profile
def test_relations_of_options(name: str) -> None:
    """Options that need, exclude or come from others, mandatory options and implied transactions."""
    profile = profile_of(name)
    options = {option.option: option for option in profile.options}
    for fact in rows.option_facts(name):
        option, text = options[fact["option"]], notes(fact)
        asked = re.search(r"requires (?:the )?(?!a document)(.+?)(?: Option)?(?:;|$)", text)
        needed = option.requires or option.requires_one_of
        wanted = set(re.split(" or ", asked[1])) if asked else set()
        assert {re.sub(r"\W", "", o) for o in needed} == {re.sub(r"\W", "", o) for o in wanted}, fact
        excluded = re.search(r"not compatible with (.+?) at the same time", text)
        assert option.excludes == ((excluded[1],) if excluded else ()), fact
        assert option.mandatory == ("mandatory option" in text), fact
        assert option.defined_in == ("RAD" if "another domain" in text else None), fact
        implied = re.findall(r"[A-Z]+-\d+", text) if re.search("implies|makes", text) else []
        assert list(option.transactions) == implied, fact


def test_counterparts_play_the_other_part() -> None:
    """An actor of another profile at the far end of a transaction has it there, in the other direction."""
    opposite = {"initiator": "responder", "responder": "initiator"}
    for profile in framework().profiles:
        for actor in profile.actors:
            for use in actor.transactions:
                if not use.counterpart:
                    continue
                directions = {
                    fact["direction"]
                    for fact in facts_of("profile_actor_transactions", use.counterpart.profile)
                    if (fact["actor"], fact["transaction_id"]) == (use.counterpart.actor, use.transaction)
                }
                own = framework().transaction(use.transaction).directions(actor.actor)  # type: ignore[union-attr]
                assert directions & {opposite[d] for d in own}, (
                    profile.profile,
                    actor.actor,
                    use.transaction,
                )

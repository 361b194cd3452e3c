"""Transactions, actors, standards and domains agree with the facts."""

from __future__ import annotations

import re

import pytest

from tests.facts.tables import Fact, clauses, facts
from tests.facts.written import assert_same, framework, stage


def test_every_transaction_is_written_and_no_other() -> None:
    """All numbers, those that are deprecated, withdrawn or unassigned included."""
    found = [
        t.transaction
        for part in framework().domains
        for t in part.transactions
        if part.code in ("ITI", "RAD")
    ]
    assert_same((fact["id"] for fact in facts("transactions")), found)


@pytest.mark.parametrize("fact", facts("transactions"), ids=lambda fact: fact["id"])
def test_transaction(fact: Fact) -> None:
    """Name, section, stage, standards, source and doubt of a transaction."""
    transaction = framework().transaction(fact["id"])
    assert transaction
    expected = (
        fact["name"],
        fact["section"],
        stage(fact["status"]),
        clauses(fact["standards"]),
        fact["source"],
        fact["doubt"] or None,
    )
    assert expected == (
        transaction.name,
        f"{transaction.domain} TF-2: {transaction.section}",
        transaction.stage,
        [standard.label for standard in transaction.standards],
        transaction.provenance.source,
        transaction.provenance.doubt,
    )
    assert all(use.standard is None or framework().standard(use.standard) for use in transaction.standards)


def test_every_role_is_a_fact() -> None:
    """A transaction has the roles that the profiles' tables give it, and no others."""
    words = {
        "not applicable": ["performer"],
        "": [None],
        "initiator and responder": ["initiator", "responder"],
    }
    expected = {
        (fact["transaction_id"], fact["actor"], role)
        for fact in facts("profile_actor_transactions")
        for role in words.get(fact["direction"], [fact["direction"]])
    }
    found = [(t.transaction, r.actor, r.role) for t in framework().transactions for r in t.roles]
    ours = [row for row in found if row[0] in {fact["id"] for fact in facts("transactions")}]
    assert_same(sorted(expected, key=str), sorted(ours, key=str))


@pytest.mark.parametrize("fact", facts("actors"), ids=lambda fact: fact["name"])
def test_actor(fact: Fact) -> None:
    """An actor is defined once, or cited from its own domain, and appears in the profiles that the facts name."""
    actor = framework().actor(fact["name"])
    if actor is None:
        entries = [e for e, cited in framework().cited_profiles.values() if fact["name"] in cited.actors]
        assert entries, f"{fact['name']} is neither defined nor cited"
        assert fact["doubt"] in (entries[0].provenance.doubt or "")
        return
    assert (actor.provenance.doubt or "") == fact["doubt"]
    assert actor.definition.strip()
    used = {
        p.strip() for part in re.findall(r"(?:ITI|RAD): ([^;]+)", fact["used_in"]) for p in part.split(",")
    }
    assert_same(sorted(used), sorted(p.profile for p, _ in framework().appearances.get(fact["name"], ())))


def test_every_actor_is_a_fact() -> None:
    """No actor is defined that no fact names, in the folder of the right domain, in alphabetical order."""
    named = {fact["name"]: fact for fact in facts("actors")}
    for part in framework().domains:
        if part.code not in ("ITI", "RAD"):
            continue
        names = [actor.actor for actor in part.actors]
        assert names == sorted(names, key=str.lower)
        for name in names:
            assert (part.code == "ITI") == ("ITI" in named[name]["domains"].split("; ")), name


def test_standards() -> None:
    """The standards of the facts come first and unchanged; those added are marked as general knowledge."""
    table = facts("standards")
    found = framework().standards
    expected = [(f["code"], f["title"], f["body"], f["where_used"], f["doubt"] or None) for f in table]
    assert expected == [
        (s.standard, s.title, s.body, s.used_in, s.provenance.doubt) for s in found[: len(table)]
    ]
    assert {s.provenance.source for s in found[len(table) :]} <= {"general knowledge"}


@pytest.mark.parametrize("fact", facts("domains"), ids=lambda fact: fact["code"])
def test_domain(fact: Fact) -> None:
    """Name, volumes and doubt of a domain; a former name is told in words."""
    entry = next((e for e in framework().catalogue if e.domain == fact["code"]), None)
    assert entry
    name, _, former = fact["name"].partition(" (formerly ")
    assert (entry.name, entry.volumes) == (name, fact["tf_volumes"] or None)
    assert fact["doubt"] in (entry.provenance.doubt or "")
    assert not former or former.rstrip(")") in " ".join((entry.about or "").split())
    assert (entry.status == "merged") == ("merged with" in fact["notes"])


def test_every_domain_is_a_fact() -> None:
    """No domain is listed that no fact names."""
    assert_same(
        (fact["code"] for fact in facts("domains")), (entry.domain for entry in framework().catalogue)
    )


def test_gaps_in_numbers_and_chapters_are_explained() -> None:
    """Every transaction number and chapter up to the highest is written or named as absent with a reason."""
    for part in framework().domains:
        if part.code not in ("ITI", "RAD") or not part.domain:
            continue
        numbers = {int(t.number) for t in part.transactions if t.number.isdigit()}
        chapters = {int(p.chapter) for p in part.profiles if p.chapter}
        for known, absent in ((numbers, part.domain.absent_numbers), (chapters, part.domain.absent_chapters)):
            gaps: set[int] = set()
            for written in absent:
                first, _, last = written.partition("-")
                gaps |= set(range(int(first), int(last or first) + 1))
            assert not known & gaps
            assert known | gaps == set(range(1, max(known) + 1))
            assert all(reason.strip() for reason in absent.values())

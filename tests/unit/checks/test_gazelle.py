"""The twenty consistency checks that Gazelle runs over its master model, and what does each of them here."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.checks.catalogue import PROBLEM_KINDS
from tests.test_corpus import CORPUS, expected, problems_of

GAZELLE = {
    1: ("domains without profiles", "TF510"),
    2: ("profiles without domain", "TF511"),
    3: ("profiles in more than one domain", "TF111"),
    4: ("profiles without actors", "TF501"),
    5: ("actors of profiles without transactions", "TF512"),
    6: ("actors of profiles whose transaction is the NULL placeholder", "TF104"),
    7: ("actors of profiles with no option row", "generated: an actor without options gets the row NONE"),
    8: ("actors of profiles with a NONE option row", "TF513"),
    9: (
        "actors of profiles with options but without NONE",
        "generated: the exports add NONE beside the options",
    ),
    10: ("actors used in no profile", "TF502"),
    11: ("transactions used by no actor of a profile", "TF503"),
    12: ("options without a reference to the framework", "TF508"),
    13: ("options used by no actor of a profile", "TF514"),
    14: ("documents with a broken address", "TF515"),
    15: ("domains without document", "TF516"),
    16: ("documents without sections", "TF517"),
    17: ("transactions without document section", "TF505"),
    18: ("transactions without referenced standard, unless deprecated", "TF504"),
    19: ("profiles without document section", "TF506"),
    20: ("options of actors without document section", "TF518"),
}
"""Number -> what Gazelle looks for, and the rule that finds it, or why it cannot happen."""

PROFILE = """\
profile: MHD
title: Mobile Health Documents
chapter: "21"
stage: trial-implementation
kind: [integration]
capsule: Shares documents with small devices.
actors:
  - actor: Document Consumer
    transactions: [{transaction: %s, optionality: R}]
"""


def test_all_twenty_are_here() -> None:
    """None is left out."""
    assert list(GAZELLE) == list(range(1, 21))


@pytest.mark.parametrize("number", GAZELLE)
def test_each_has_a_rule_or_a_reason(number: int) -> None:
    """The rule exists and is shown by a case; where there is none, the table is generated."""
    rule = GAZELLE[number][1]
    if rule.startswith("generated: "):
        return
    assert rule in {kind.code for kind in PROBLEM_KINDS}
    cases = [case.name for case in CORPUS.iterdir() if case.name.startswith(f"{rule.lower()}-")]
    assert any(expected(case) for case in cases)


@pytest.mark.parametrize(
    "number", [n for n, (_, rule) in GAZELLE.items() if not rule.startswith("generated")]
)
def test_rules_that_name_gazelle_are_those_of_the_table(number: int) -> None:
    """Explanations that mention a consistency check mention the right one."""
    texts = {kind.code: " ".join(kind.text.split()) for kind in PROBLEM_KINDS}
    mentioned = [code for code, text in texts.items() if f"consistency check {number})" in text]
    assert mentioned in ([], [GAZELLE[number][1]])


def test_a_profile_cannot_be_in_two_domains(tmp_path: Path) -> None:
    """A second file with the profile's name is an error, in whichever folder it stands (check 3)."""
    problems_of("base", tmp_path)
    second = tmp_path / "frameworks/radiology/profiles/ct.yaml"
    second.parent.mkdir(parents=True)
    second.write_text((tmp_path / "frameworks/iti/profiles/ct.yaml").read_text())
    assert "TF111" in {problem.code for problem in problems_of("base", tmp_path)}


@pytest.mark.parametrize("placeholder", ["null", "[]", '""'])
def test_no_transaction_cannot_be_written_as_one(tmp_path: Path, placeholder: str) -> None:
    """The placeholder NULL is refused by the form (check 6)."""
    profile = tmp_path / "frameworks/iti/profiles/mhd.yaml"
    profile.parent.mkdir(parents=True)
    profile.write_text(PROFILE % placeholder)
    assert "TF104" in {problem.code for problem in problems_of("base", tmp_path)}


def test_the_word_null_is_no_transaction(tmp_path: Path) -> None:
    """Written as text, it is a transaction that is not defined (check 6)."""
    profile = tmp_path / "frameworks/iti/profiles/mhd.yaml"
    profile.parent.mkdir(parents=True)
    profile.write_text(PROFILE % '"NULL"')
    assert "TF204" in {problem.code for problem in problems_of("base", tmp_path)}

"""The facts as they were collected: one row a fact, with its source and doubt."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

Fact = dict[str, str]

FOLDER = Path(__file__).parent
NONE = "(none)"

REMARK = re.compile(
    "table prints|source table|source cell|source uses|stated in|absent from|section number|Listed in|"
    "Profile has no|Older text|the JSON draft|From IHE|Options table only|Table lists|vendor statement"
)
"""How a clause of the notes begins that speaks of the source itself; it is kept as a doubt."""


@cache
def facts(table: str) -> tuple[Fact, ...]:
    """All rows of a table, such as ``profile_options``."""
    with (FOLDER / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def facts_of(table: str, profile: str) -> list[Fact]:
    """The rows of a table that belong to one profile."""
    return [fact for fact in facts(table) if fact["profile"] == profile]


PROFILES = tuple(fact["acronym"] for fact in facts("profiles"))


def notes(fact: Fact) -> str:
    """The remarks of a row, whatever the column is called."""
    return fact.get("notes", fact.get("condition_or_notes", ""))


def clauses(text: str) -> list[str]:
    """The parts of a text that are separated by semicolons."""
    return [clause.strip() for clause in text.split(";") if clause.strip()]


def doubts(fact: Fact) -> set[str]:
    """What speaks against a row, and what its notes say of misprints and oddities of the source."""
    return set(clauses(fact["doubt"])) | {c for c in clauses(notes(fact)) if REMARK.match(c)}


def note_numbers(fact: Fact) -> list[int]:
    """The numbers of the source's notes that a row refers to."""
    return sorted({int(number) for number in re.findall(r"Note (\d+)", notes(fact))})


def condition(fact: Fact) -> frozenset[str]:
    """The options on which a row's optionality or grouping depends, as its notes say it in words."""
    found: set[str] = set()
    for clause in clauses(notes(fact)):
        text = re.sub(r"^Note \d+: ", "", clause)
        match = re.match(
            r"(?:R only if the|required when the|required by the|required by|goes with the|used with the|R with|"
            r"R when the|becomes R when the actor supports the|if) (.+?) Option(?: is supported)?$",
            text,
        )
        if match:
            found.add(match[1])
        elif text == "required by the update notification option":
            found.add(f"{fact['profile']} Update Notification")
        elif text == "R only if any summary or list option is supported":
            found |= {
                o["option"]
                for o in facts_of("profile_options", fact["profile"])
                if re.match("Summary|List", o["option"])
            }
    return frozenset(found)


def differences(expected: Iterable[object], found: Iterable[object]) -> str:
    """What is missing in the framework and what stands there without a fact, a line each; empty when all agree."""
    wanted, have = list(expected), list(found)
    missing = [f"missing: {row}" for row in wanted if row not in have]
    invented = [f"no fact says: {row}" for row in have if row not in wanted]
    repeated = [
        f"written twice: {row}" for row in dict.fromkeys(have) if have.count(row) > wanted.count(row) > 0
    ]
    return "\n".join((*missing, *invented, *repeated))

"""New entities as tidy YAML, with every part of the outline in its place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from model.entity import Stage


def _quoted(text: str) -> str:
    """Text as a YAML scalar: plain where that is safe, otherwise in double quotes."""
    plain = (
        text[:1].isalnum()
        and text[:1] not in "0123456789"
        and not any(mark in text for mark in (": ", " #", "\n"))
    )
    return (
        text
        if plain and text.lower() not in ("null", "true", "false", "yes", "no")
        else json.dumps(text, ensure_ascii=False)
    )


@dataclass(frozen=True)
class ProfileSeed:
    """What is known of a profile when it is begun."""

    acronym: str
    title: str
    chapter: str
    capsule: str
    kind: str
    actors: Sequence[str] = ()


def new_profile(seed: ProfileSeed) -> str:
    """The file of a profile that has just been begun."""
    rows = "".join(f"  - actor: {_quoted(actor)}\n    transactions: []\n" for actor in seed.actors)
    return f"""# yaml-language-server: $schema=../../../model/schema/profile.schema.json
profile: {seed.acronym}
title: {_quoted(seed.title)}
chapter: "{seed.chapter}"
stage: {Stage.DRAFT.value}
kind: [{seed.kind}]
published_in: supplement
capsule: {_quoted(seed.capsule)}
provenance: {{source: written here}}

introduction: |
  {seed.title} ...

{f"actors:{chr(10)}{rows}" if rows else "actors: []" + chr(10)}
options: []

groupings: []

use_cases: []
"""


def new_transaction(name: str, number: str, section: str, roles: Sequence[tuple[str, str]]) -> str:
    """The file of a transaction that has just been begun; roles are pairs of actor and direction."""
    rows = "".join(f"  - {{actor: {_quoted(actor)}, role: {role}}}\n" for actor, role in roles)
    first, second = (roles[0][0], roles[-1][0]) if roles else ("", "")
    messages = f"""messages:
  - message: {_quoted(f"{name} Request")}
    from: {_quoted(first)}
    to: {_quoted(second)}
    trigger_events: |
      {first} needs ...
    semantics: |
      The message carries ...
    expected_actions: |
      {second} answers ...
"""
    return f"""# yaml-language-server: $schema=../../../model/schema/transaction.schema.json
transaction: {number}
name: {_quoted(name)}
section: "{section}"
stage: {Stage.DRAFT.value}
summary: {_quoted(f"{name}.")}
provenance: {{source: written here}}

scope: |
  This transaction is used to ...

{f"roles:{chr(10)}{rows}" if rows else "roles: []" + chr(10)}
standards: []

{messages if roles else "messages: []" + chr(10)}"""


def new_actor(name: str, definition: str) -> str:
    """One entry of ``actors.yaml``, without its dash."""
    return f"actor: {_quoted(name)}\ndefinition: {_quoted(definition)}\n"


def new_option(name: str, section: str, actors: Sequence[str]) -> str:
    """One entry of a profile's options, without its dash."""
    names = ", ".join(_quoted(actor) for actor in actors)
    return f'option: {_quoted(name)}\nsection: "{section}"\nactors: [{names}]\ndescription: |\n  An actor that supports this option ...\n'


@dataclass(frozen=True)
class ProposalSeed:
    """What is known of a change proposal when it is begun."""

    number: str
    title: str
    submitter: str
    profiles: Sequence[str]
    actors: Sequence[str]
    domain: str
    """The code of its domain."""


def new_proposal(seed: ProposalSeed) -> str:
    """The file of a change proposal that has just been submitted."""
    profiles, actors = (", ".join(map(_quoted, names)) for names in (seed.profiles, seed.actors))
    return f"""# yaml-language-server: $schema=../../../model/schema/change_proposal.schema.json
change_proposal: {seed.number}
title: {_quoted(seed.title)}
state: submitted
version: "00"
submitters: [{{name: {_quoted(seed.submitter)}}}]
profiles: [{profiles}]
actors: [{actors}]
documents: []
provenance: {{source: written here}}

rationale: |
  Readers cannot tell ...

# Each change names its place as it is cited; ++inserted++ and ~~deleted~~ words are marked, … stands for what is left out.
#
#   - place: "{seed.domain} TF-2: 3.18.1"
#     kind: amend
#     text: |
#       … The answer is ~~empty~~ ++an empty list++ when nothing is found.
changes: []
"""

"""A framework's tables as plain rows, in the words of the facts, and the facts as the same rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from model.entity import Provenance
from model.framework import Framework
from model.grouping import Condition, GroupedActor, GroupedBundle, Grouping
from model.option import Option, OptionActor
from model.profile import ContentModuleUse, Profile
from tests.facts import provenance
from tests.facts.tables import NONE, Fact, condition, facts, facts_of, notes


class TransactionRow(NamedTuple):
    """One row of the table of actors and transactions."""

    actor: str
    transaction: str
    name: str
    optionality: str
    direction: str
    section: str
    options: frozenset[str] = frozenset()


class ModuleRow(NamedTuple):
    """One row of the table of actors and content modules."""

    actor: str
    content_module: str
    optionality: str
    reference: str


class OptionRow(NamedTuple):
    """One row of the table of options."""

    actor: str
    option: str
    place: str


class GroupingRow(NamedTuple):
    """One row of the table of groupings."""

    actor: str
    profile: str
    grouped_with: str
    optionality: str
    choice: str
    options: frozenset[str]
    carried: frozenset[str]
    excluded: frozenset[str]


_DIRECTION_WORDS = {"performer": "not applicable"}
_SECTION_OF = {fact["id"]: fact["section"] for fact in facts("transactions")}


def transaction_rows(framework: Framework, profile: Profile) -> Iterator[tuple[TransactionRow, Provenance]]:
    """The profile's actors and transactions, each with the provenance that holds for it."""
    for actor in profile.actors:
        for use in actor.transactions:
            transaction = framework.transaction(use.transaction)
            if transaction is None:
                continue
            words = [_DIRECTION_WORDS.get(d, d) for d in transaction.directions(actor.actor)]
            row = TransactionRow(
                actor.actor,
                use.transaction,
                transaction.name,
                use.optionality or "",
                " and ".join(words),
                f"{transaction.domain} TF-2: {transaction.section}",
                _options(use.when),
            )
            yield row, provenance.of_use(framework, profile, actor, use)


def _options(when: Condition | None) -> frozenset[str]:
    return frozenset(when.options) if when else frozenset()


def transaction_fact(fact: Fact) -> TransactionRow:
    """The row that a fact asks for. Facts without a section mean the transaction's own."""
    return TransactionRow(
        fact["actor"],
        fact["transaction_id"],
        fact["transaction_name"],
        fact["optionality"],
        fact["direction"],
        fact["section"] or _SECTION_OF[fact["transaction_id"]],
        condition(fact),
    )


def module_rows(framework: Framework, profile: Profile) -> Iterator[tuple[ModuleRow, Provenance]]:
    """The profile's actors and content modules."""
    for actor in profile.actors:
        for use in actor.content_modules:
            row = ModuleRow(
                actor.actor, use.content_module, use.optionality or "", _module_place(framework, use)
            )
            yield row, provenance.of_use(framework, profile, actor, use)


def _module_place(framework: Framework, use: ContentModuleUse) -> str:
    module = framework.content_module(use.content_module)
    if use.reference or module is None:
        return use.reference or ""
    return f"{module.domain} TF-3: {module.section}" if module.section else module.reference or ""


def module_fact(fact: Fact) -> ModuleRow:
    """The row that a fact asks for."""
    return ModuleRow(fact["actor"], fact["content_module"], fact["optionality"], fact["reference"])


def option_rows(framework: Framework, profile: Profile) -> Iterator[tuple[OptionRow, Provenance]]:
    """The profile's options, a row for each actor that may declare one."""
    for option in profile.options:
        for row in option.actors:
            yield (
                OptionRow(row.actor, option.option, normal_place(option_place(option, row))),
                provenance.of_option(framework, profile, option, row),
            )


def option_place(option: Option, row: OptionActor) -> str:
    """Where an option is specified for an actor: its section, a reference, or both."""
    return row.reference or " ".join(filter(None, (option.section, option.reference)))


def normal_place(text: str) -> str:
    """A place without what only differs in writing: ``1:33.2.1``, ``Section 33.2.1`` and the number itself are one."""
    text = re.sub(r"^(?:1:|Section |(?:ITI|RAD) TF-1: )(?=[\dX]+\.)", "", text)
    return re.sub(r"[,;]? +", " ", text).removeprefix("-")


def option_fact(fact: Fact) -> OptionRow:
    """The row that a fact asks for."""
    return OptionRow(fact["actor"], fact["option"], normal_place(fact["section"]))


def option_facts(profile: str) -> list[Fact]:
    """The facts on options, without the rows that say that there are none."""
    return [fact for fact in facts_of("profile_options", profile) if fact["option"] != NONE]


def grouping_rows(framework: Framework, profile: Profile) -> Iterator[tuple[GroupingRow, Provenance]]:
    """The profile's groupings as the source's tables print them: a row for each partner and condition."""
    for grouping in profile.groupings:
        found = provenance.of_grouping(framework, profile, grouping)
        for options in _alternatives(grouping.when):
            for choice, partners in _partners(grouping):
                yield _grouping_row(grouping, choice, partners, options), found


def _alternatives(when: Condition | None) -> list[frozenset[str]]:
    return [frozenset({option}) for option in when.options] if when else [frozenset()]


def _partners(grouping: Grouping) -> Iterator[tuple[str, list[GroupedActor]]]:
    """Each partner with the choice it is part of; two of one profile that exclude each other are one partner."""
    either: list[GroupedActor] = []
    for item in grouping.grouped_with:
        if isinstance(item, GroupedBundle):
            yield from ((f"in an {item.bundle} environment", [actor]) for actor in item.all)
        elif grouping.choose == "one":
            either.append(item)
        else:
            yield grouping.choose, [item]
    if either:
        yield "one", either


def _grouping_row(
    grouping: Grouping, choice: str, partners: list[GroupedActor], options: frozenset[str]
) -> GroupingRow:
    first = partners[0]
    return GroupingRow(
        grouping.actor,
        first.profile or _CLASS_WORDS[first.any_profile or ""],
        " or ".join(partner.actor for partner in partners),
        grouping.optionality or "",
        choice,
        options,
        frozenset((*first.options, *(("one is enough",) if first.choose_options == "one" else ()))),
        frozenset(first.without),
    )


_CLASS_WORDS = {
    "content": "any content profile",
    "document sharing": "any document sharing profile",
    "PCC content": "PCC content profiles",
}

_CARRIED = {
    "with Document Replacement, Addendum, Transformation and Folder Management Options": (
        "Document Replacement", "Document Addendum", "Document Transformation", "Folder Management",
    ),
    "with STX: TLS 1.2 Floor using BCP195 Option and ATX: FHIR Feed Option": (
        "STX: TLS 1.2 Floor using BCP195", "ATX: FHIR Feed",
    ),
    "with JWT Token or Token Introspection Option": ("JWT Token", "Token Introspection", "one is enough"),
    "source must have the Document Replacement Option": ("Document Replacement",),
}  # fmt: skip


def grouping_fact(fact: Fact) -> GroupingRow:
    """The row that a fact asks for."""
    text = notes(fact)
    carried = {option for words, options in _CARRIED.items() if words in text for option in options}
    carried.update(match[1] for match in re.finditer(r"with the (.+?) Option", text))
    excluded = re.findall(r"(\S+ Token) is excluded", text)
    return GroupingRow(
        fact["actor"],
        fact["grouped_with_profile"],
        fact["grouped_with_actor"],
        fact["optionality"],
        _choice(fact),
        condition(fact),
        frozenset(carried),
        frozenset(excluded),
    )


def _choice(fact: Fact) -> str:
    environment = re.search(r"when used with (\w+)", notes(fact))
    if environment:
        return f"in an {environment[1]} environment"
    if re.search(r"Note \d: (one or more|at least one)", notes(fact)):
        return "at_least_one"
    return "one" if " or " in fact["grouped_with_actor"] else "all"


def grouping_facts(profile: str) -> list[Fact]:
    """The facts on groupings, without the rows that say that there are none."""
    return [fact for fact in facts_of("profile_groupings", profile) if fact["grouped_with_actor"] != NONE]

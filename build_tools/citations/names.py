"""The names of a framework, ordered so that a scanner finds the longest one at a place at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from string import ascii_lowercase
from typing import NamedTuple

from build_tools.citations import grammar
from model.entity import Key
from model.framework import Framework

_ORDER = ("actor", "option", "profile", "content_module", "standard", "term")


class Name(NamedTuple):
    """A name as it stands in prose, and what it names."""

    text: str
    """The characters to look for, such as ``Document Replacement Option``."""
    kind: str
    key: Key | None
    number: str = ""
    """The name of an option without the word Option."""
    needs_context: bool = False
    """Whether the words are also plain English, so that only a clear context makes them the name."""


class Names:
    """Every name of a framework that prose may mention."""

    def __init__(self, framework: Framework) -> None:
        """The names of one framework; the index is made when first asked for."""
        self.framework = framework

    def starting_at(self, text: str, start: int) -> tuple[Name, ...]:
        """The names that begin with the one or two words at a place of a text, the longest first."""
        words = grammar.WORDS.match(text, start)
        if words is None:
            return ()
        return self._by_first_words.get(words[0], ()) or self._by_first_words.get(words[1], ())

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first words of all names, from their first capital letter on: ``CSD`` for ``mCSD``."""
        begun = (grammar.WORDS.match(words) for words in self._by_first_words)
        return frozenset(words[1].lstrip(ascii_lowercase) for words in begun if words)

    @cached_property
    def options(self) -> Mapping[str, tuple[Key, ...]]:
        """For each option's name, without the word Option, the profiles that offer it."""
        found: dict[str, list[Key]] = {}
        for profile in self.framework.profiles:
            for option in profile.options:
                found.setdefault(option.option.removesuffix(" Option"), []).append(profile.key)
        return {name: tuple(dict.fromkeys(keys)) for name, keys in found.items()}

    @cached_property
    def issues(self) -> Mapping[str, Key]:
        """For each issue's id, the profile that asks it."""
        return {
            issue.issue: profile.key
            for profile in self.framework.profiles
            for issue in (*profile.open_issues, *profile.closed_issues)
        }

    @cached_property
    def domain_codes(self) -> frozenset[str]:
        """The codes of all domains, those kept elsewhere included."""
        return frozenset(
            [part.code for part in self.framework.domains]
            + [entry.domain for entry in self.framework.catalogue]
        )

    @cached_property
    def _by_first_words(self) -> Mapping[str, tuple[Name, ...]]:
        """Names by their first two words, or by the only one; under two words those of the first one too."""
        known: dict[str, Name] = {}
        for name in sorted(self._all(), key=lambda name: _ORDER.index(name.kind)):
            known.setdefault(name.text, name)
        found: dict[tuple[str, str], set[Name]] = {}
        for name in known.values():
            words = grammar.WORDS.match(name.text)
            if words and not words[1].islower():
                found.setdefault((words[1], words[0]), set()).add(name)
                if name.kind == "actor" and words[0] == name.text:
                    found.setdefault((words[1], f"{name.text}s"), set()).add(name)
        ordered: dict[str, tuple[Name, ...]] = {}
        for (first, beginning), names in found.items():
            with_shorter = names | found.get((first, first), set())
            ordered[beginning] = tuple(sorted(with_shorter, key=lambda name: (-len(name.text), name.text)))
        return ordered

    def _all(self) -> Iterator[Name]:
        framework = self.framework
        for actor in framework.actors:
            yield Name(actor.actor, "actor", actor.key, needs_context=_is_plain_english(actor.actor))
        for option, keys in self.options.items():
            yield Name(f"{option} Option", "option", keys[0] if len(keys) == 1 else None, option)
        for profile in framework.profiles:
            yield Name(
                profile.profile, "profile", profile.key, needs_context=_is_weak_acronym(profile.profile)
            )
        for module in framework.content_modules:
            if " " in module.content_module:
                yield Name(module.content_module, "content_module", module.key)
        for standard in framework.standards:
            if _is_specific(standard.standard):
                yield Name(standard.standard, "standard", standard.key)
        yield from self._terms()

    def _terms(self) -> Iterator[Name]:
        for term in self.framework.terms:
            if " " in term.term and all(word[0].isupper() for word in term.term.split() if len(word) > 3):
                yield Name(term.term, "term", term.key)
            if term.acronym and len(term.acronym) > 2 and term.acronym.isupper():
                yield Name(term.acronym, "term", term.key)


def _is_plain_english(actor: str) -> bool:
    """Whether an actor's name is so short that a sentence may use the words in their plain sense."""
    return " " not in actor or actor == "Data Source"


def _is_weak_acronym(acronym: str) -> bool:
    """Whether an acronym also stands for other things (CT, ED) or is a word (Scheduling)."""
    return len(acronym) < 3 or acronym[1:].islower()


def _is_specific(standard: str) -> bool:
    return " " in standard or any(letter.isdigit() for letter in standard)

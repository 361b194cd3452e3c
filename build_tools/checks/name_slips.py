"""Finds slips in the names of things: a word of one that differs by a letter or two from what is defined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from build_tools.checks.whole_text import Spot, WholeText

_RUN = re.compile(
    r"[A-Z][A-Za-z0-9/-]+(?:[ \n](?:(?:and|for|of|on|to|with)[ \n])?[A-Za-z](?:(?<=[A-Z])|(?=[0-9]))(?:[A-Za-z0-9./-]*[A-Za-z0-9])?)+"
)
_LEAST_LETTERS = 4
_MOST_LETTERS = 2
_ENDINGS = frozenset({"s", "es", "er", "r", "d", "ed"})
_EXTENSIONS = frozenset({"Message", "Messages", "Request", "Response"})


class Slip(NamedTuple):
    """A name that is written wrong."""

    kind: str
    """What is named: ``actor``, ``transaction``, ..."""
    written: str
    meant: str
    offset: int
    """Where in the capitalised words it begins."""


class NameSlips:
    """The names of several kinds of things, each with one of its words left open."""

    def __init__(self, names: Mapping[str, Iterable[str]], right: Iterable[str]) -> None:
        """Names by kind, and everything else that is right as it is."""
        found = [(kind, name) for kind, known in names.items() for name in sorted(known) if " " in name]
        self._right = {*right, *(name for _, name in found)}
        self._words = {word for name in self._right for word in name.split()}
        self._longest = max((name.count(" ") + 1 for _, name in found), default=0)
        self._transactions = frozenset(names.get("transaction", ()))
        self._squeezed: dict[str, tuple[str, str]] = {}
        self._open: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
        for kind, name in found:
            if kind != "term":  # the glossary writes terms small, texts may write them large
                self._squeezed.setdefault(_squeezed(name), (kind, name))
            words = tuple(name.split())
            for gap in range(len(words)):
                self._open.setdefault((*words[:gap], "", *words[gap + 1 :]), []).append(
                    (words[gap], kind, name)
                )
        self._beside: dict[tuple[str, int], set[str]] = {}
        for _, name in found:
            for one, other in pairwise(name.split()):
                self._beside.setdefault((one, 1), set()).add(other)
                self._beside.setdefault((other, -1), set()).add(one)
        self._parts = {part for _, name in found for part in re.split("[ -]", name.casefold())}
        self._in_run = cache(lambda run: tuple(self._slips(run.split(" "))))

    def find(self, whole: WholeText) -> Iterator[tuple[Spot, Slip]]:
        """Every slip in the texts, with the run of words that holds it."""
        wrong = {run for run in set(_RUN.findall(whole.characters)) if self._in_run(_on_one_line(run))}
        for match in _RUN.finditer(whole.characters) if wrong else ():
            if match[0] in wrong:
                for slip in self._in_run(_on_one_line(match[0])):
                    yield whole.spot(match), slip

    def _slips(self, words: Sequence[str]) -> Iterator[Slip]:
        """The slips in a run of capitalised words, from left to right."""
        unknown = [i for i, word in enumerate(words) if word not in self._words and self._is_near(words, i)]
        if unknown:
            yield from self._with_unknown_words(words, unknown)
        if not _EXTENSIONS.isdisjoint(words):
            yield from self._extended(words)

    def _is_near(self, words: Sequence[str], gap: int) -> bool:
        """Whether a word is like one that stands beside its neighbour in a name, or a part of a name."""
        word = words[gap]
        known = self._beside.get((words[gap - 1], 1), ()) if gap else ()
        known_after = self._beside.get((words[gap + 1], -1), ()) if gap + 1 < len(words) else ()
        return word.casefold() in self._parts or any(is_slip(word, other) for other in (*known, *known_after))

    def _with_unknown_words(self, words: Sequence[str], unknown: Sequence[int]) -> Iterator[Slip]:
        done = 0
        for gap in unknown:
            for start, end in self._windows(len(words), gap):
                part = words[start:end]
                meant = self._meant(part, gap - start) if start >= done else None
                if meant:
                    yield Slip(meant[0], " ".join(part), meant[1], _offset(words, start))
                    done = end
                    break

    def _windows(self, length: int, gap: int) -> Iterator[tuple[int, int]]:
        """Stretches of words around one of them, the longest first."""
        for size in range(min(length, self._longest), 1, -1):
            for start in range(max(0, gap - size + 1), min(gap, length - size) + 1):
                yield start, start + size

    def _meant(self, words: Sequence[str], gap: int) -> tuple[str, str] | None:
        """Kind and name that differ from the words by a slip in the word at the gap, or by hyphens and capitals."""
        written = " ".join(words)
        same = self._squeezed.get(_squeezed(written))
        if same and written not in self._right:
            return same
        if len(words[gap]) >= _LEAST_LETTERS and words[gap].replace("-", "").isalpha():
            for right, kind, name in self._open.get((*words[:gap], "", *words[gap + 1 :]), ()):
                is_capital = kind == "term" and words[gap].casefold() == right.casefold()
                if is_slip(words[gap], right) and not is_capital:
                    return kind, name
        return None

    def _extended(self, words: Sequence[str]) -> Iterator[Slip]:
        """Names of transactions that go on with *Message* or the like."""
        for end, word in enumerate(words):
            for start in range(end - 1) if word in _EXTENSIONS else ():
                name = " ".join(words[start:end])
                if name in self._transactions and f"{name} {word}" not in self._right:
                    yield Slip("transaction", f"{name} {word}", name, _offset(words, start))
                    break


def _on_one_line(run: str) -> str:
    return run.replace("\n", " ")


def _offset(words: Sequence[str], start: int) -> int:
    return len(" ".join(words[:start])) + bool(start)


def _squeezed(name: str) -> str:
    return name.replace(" ", "").replace("-", "").casefold()


def is_slip(written: str, meant: str) -> bool:
    """Whether two words differ by one or two letters next to each other, and not by an ending such as a plural."""
    if abs(len(written) - len(meant)) > _MOST_LETTERS or (
        written[:1] != meant[:1] and written[-1:] != meant[-1:]
    ):
        return False
    shorter, longer = sorted((written, meant), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS:
        return False
    before = _alike(written, meant)
    after = _alike(written[before:][::-1], meant[before:][::-1])
    return max(len(written), len(meant)) - before - after <= _MOST_LETTERS


def _alike(first: str, second: str) -> int:
    """How many letters two words have in common from the start."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(first), len(second)))

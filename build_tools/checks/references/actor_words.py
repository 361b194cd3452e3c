"""Finds a slip in one word of an actor's name, and leaves other capitalised phrases alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from build_tools.checks.subject import Subject

_MOST_WORDS = 5
_LEAST_LETTERS = 4
_MOST_LETTERS = 2
_ENDINGS = frozenset({"s", "es", "er", "r", "d", "ed"})


class ActorWords:
    """The names of actors, each with one of its words left open."""

    def __init__(self, subject: Subject) -> None:
        """The actors of one framework, and every other name that is right as it is."""
        self._right = _right_names(subject)
        self._words = {word for name in subject.defined["actor"] for word in name.split()}
        self._open: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for name in sorted(subject.defined["actor"]):
            words = tuple(name.split())
            for gap in range(len(words) if len(words) > 1 else 0):
                self._open.setdefault((*words[:gap], "", *words[gap + 1 :]), []).append((words[gap], name))
        self.slip_in = cache(self._slip_in)

    def _slip_in(self, run: str) -> tuple[str, str, int] | None:
        """The first slip in a run of capitalised words: the name as written, as meant, and where in the run."""
        words = run.split(" ")
        if self._words.isdisjoint(words):
            return None
        for size in range(min(len(words), _MOST_WORDS), 1, -1):
            for start in range(len(words) - size + 1):
                part = words[start : start + size]
                meant = self._meant(part)
                if meant:
                    return " ".join(part), meant, len(" ".join(words[:start])) + bool(start)
        return None

    def _meant(self, words: Sequence[str]) -> str:
        """The actor whose name differs from the words by a slip in one of them, or nothing."""
        for gap, written in enumerate(words):
            if written in self._words or len(written) < _LEAST_LETTERS:
                continue
            for right, name in self._open.get((*words[:gap], "", *words[gap + 1 :]), ()):
                if is_slip(written, right) and " ".join(words) not in self._right:
                    return name
        return ""


def is_slip(written: str, meant: str) -> bool:
    """Whether two words differ by one or two letters next to each other, and not by an ending such as a plural."""
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


def _right_names(subject: Subject) -> frozenset[str]:
    """Names of other things, which look like a misspelt actor only by chance."""
    framework = subject.framework
    return frozenset(
        [transaction.name for transaction in framework.transactions]
        + [option.option for profile in framework.profiles for option in profile.options]
        + [term.term for term in framework.terms]
        + [profile.title for profile in framework.profiles]
        + [name for actor in framework.actors for name in (*actor.formerly, *actor.combines)]
    )

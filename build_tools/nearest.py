"""*Did you mean*: the known name nearest to what an author wrote."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like the word, or None when nothing is like it."""
    from rapidfuzz import fuzz, process, utils  # only a mistake needs it

    found = process.extract(
        word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=70, limit=10
    )
    if not found:
        return None
    alike = (name for name, score, _ in found if score == found[0][1])
    return max(alike, key=lambda name: _alike_from_start(name, word))


def _alike_from_start(name: str, word: str) -> int:
    """How many characters are the same from the start: ``ITI-1311`` is rather ITI-131 than ITI-111."""
    pairs = zip(name.lower(), word.lower(), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean `X`?``, or nothing when no known name is near."""
    name = nearest(word, known)
    return f"did you mean `{name}`?" if name else ""

"""*Did you mean*: the known name nearest to what an author wrote."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like the word, or None when nothing is like it."""
    from rapidfuzz import fuzz, process, utils  # only a mistake needs it

    found = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=70
    )
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean `X`?``, or nothing when no known name is near."""
    name = nearest(word, known)
    return f"did you mean `{name}`?" if name else ""

"""Text as Typst markup: nothing an author writes is taken for markup."""

from __future__ import annotations

import re
from functools import lru_cache

BREAK = "\u200b"
"""An invisible place at which a long word may be broken."""

_SPECIAL = re.compile(r"""[\\#*_`$<>@~\[\]/\-+='"]|(?<=\d)\.|\.(?=\.)|(?<=\.)\.|:(?=\S)|[({](?=\s)""")
_NOT_PRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_AFTER = re.compile(r"(?<=[/:_.,;=&?#@|\\-])(?=[^\W_]{2})|(?<=[a-z])(?=[A-Z])|(?<=\))(?=\w)")
_LABEL = re.compile(r"[^A-Za-z0-9_.:-]")


def markup(text: str) -> str:
    """Plain text as markup that prints it."""
    return _SPECIAL.sub(r"\\\g<0>", _NOT_PRINTED.sub("\ufffd", text))


def quoted(text: str) -> str:
    """Text as a string literal."""
    clean = _NOT_PRINTED.sub("\ufffd", text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + clean.replace("\n", "\\n").replace("\r", "").replace("\t", "\\t") + '"'


@lru_cache(maxsize=65536)
def breakable(word: str, longest: int) -> str:
    """The word with places to break it, when it has more characters than fit on a line."""
    if len(word) <= longest:
        return word
    pieces: list[str] = []
    for part in _AFTER.split(word):
        pieces += [part[start : start + longest] for start in range(0, len(part), longest)]
    return BREAK.join(pieces)


def spelled_out(text: str, unprintable: frozenset[str]) -> str:
    """The text with the code of every character that no font has in place of it."""
    if unprintable.isdisjoint(text):
        return text
    return "".join(f"[U+{ord(char):04X}]" if char in unprintable else char for char in text)


def label(text: str) -> str:
    """A name that Typst takes for a label."""
    return _LABEL.sub("-", text)

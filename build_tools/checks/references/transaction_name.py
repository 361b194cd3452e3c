"""A text calls a transaction by another name than its own.

IHE writes the name and then the number, `Registry Stored Query [ITI-18]`. Names drift in long documents: one
supplement called ITI-82 *Retrieve Syslog Event*, *Message* and *Messages*, and readers took them for three things.

Wrong: `Registry Stored Queries [ITI-18]`, `registry stored query [ITI-18]`, `Retrieve Document Set [ITI-18]`

Right: `Registry Stored Query [ITI-18]`, or the number alone where the sentence does not need the name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.transaction import Transaction

_NAME_BEFORE = re.compile(r"(?:\b[A-Z][A-Za-z0-9/-]*(?:\s(?:of|for|and|to|on|with|in|from|the))*\s)+$")
_LONGEST_NAME = 90
_ALIKE = 80
_MOST_LETTERS = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Citations of defined transactions whose name does not stand before them."""
    names = frozenset(t.name for t in subject.framework.transactions)
    messages = frozenset(m.message for t in subject.framework.transactions for m in t.messages)
    for (key, path, text), mentions in subject.cited:
        for mention in mentions:
            if mention.kind != "transaction" or not mention.key or not mention.text.startswith("["):
                continue
            written = _other_name(text, mention.start, subject.transactions[mention.number], names)
            if written and written not in messages:
                yield Finding(
                    key,
                    path,
                    f"the transaction `{mention.number}` is not called `{written}`",
                    f"write `{subject.transactions[mention.number].title}`",
                    offset=mention.start - len(written) - 1,
                    prose=text,
                )


def _other_name(text: str, end: int, transaction: Transaction, names: Container[str]) -> str:
    """The words before a place, when they are meant as the transaction's name but are not."""
    before = text[max(0, end - _LONGEST_NAME) : end].rpartition("\n\n")[2].replace("\n", " ")
    length = len(transaction.name)
    if before.endswith(" ") and before[-length - 1 : -1].casefold() == transaction.name.casefold():
        return before[-length - 1 : -1] if before[-length - 1 : -1] != transaction.name else ""
    found = _NAME_BEFORE.search(before)
    words = found[0].split() if found else []
    phrases = [" ".join(words[start:]) for start in range(len(words))]
    alike = [p for p in phrases if p in transaction.formerly or p in names or _is_alike(p, transaction.name)]
    first = re.split("[ -]", transaction.name)[0]
    return next((p for p in alike if p.startswith(first)), alike[0] if alike else "")


def _is_alike(phrase: str, name: str) -> bool:
    """Whether a phrase is a name with a slip, not other words that happen to stand there."""
    if phrase.startswith(f"{name} ") or _squeezed(phrase) == _squeezed(name):
        return True
    if " " not in phrase or phrase.endswith(f" {name}") or phrase in name:
        return False
    if _has_most_words(phrase, name):
        return True
    if abs(len(phrase) - len(name)) > _MOST_LETTERS:
        return False
    from rapidfuzz import fuzz  # only a name that is not the transaction's own needs it

    return fuzz.ratio(phrase, name) >= _ALIKE


def _has_most_words(phrase: str, name: str) -> bool:
    """Whether a phrase and a name begin or end alike and share two of three words, at least two of them."""
    one, other = (re.split("[ -]", words.casefold()) for words in (phrase, name))
    shared = len(set(one) & set(other))
    return (
        shared > 1
        and shared * 3 >= max(len(one), len(other)) * 2
        and (one[0] == other[0] or one[-1] == other[-1])
    )


def _squeezed(words: str) -> str:
    return words.replace(" ", "").replace("-", "").casefold()


RULE = Rule(
    ProblemKind("TF215", "transaction-name", Severity.WARNING, __doc__, "General Introduction, section 7.5"),
    check,
)

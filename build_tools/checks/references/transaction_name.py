"""A text calls a transaction by another name than its own.

IHE writes the name and then the number, `Registry Stored Query [ITI-18]`. Names drift in long documents: one
supplement called ITI-82 *Retrieve Syslog Event*, *Message* and *Messages*, and readers took them for three things.

Wrong: `Registry Stored Queries [ITI-18]`, `registry stored query [ITI-18]`, `Retrieve Document Set [ITI-18]`

Right: `Registry Stored Query [ITI-18]`, or the number alone where the sentence does not need the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.transaction import Transaction

_NAME_BEFORE = re.compile(r"(?:\b[A-Z][A-Za-z0-9/-]*(?:\s(?:of|for|and|to|on|with|in|from|the))*\s)+$")
_LONGEST_NAME = 90
_ALIKE = 80


def check(subject: Subject) -> Iterator[Finding]:
    """Citations of defined transactions whose name does not stand before them."""
    names = {t.name: t for t in subject.framework.transactions}
    for (key, path, text), mentions in subject.cited:
        for mention in mentions:
            if mention.kind != "transaction" or not mention.key or not mention.text.startswith("["):
                continue
            written = _other_name(text, mention.start, subject.transactions[mention.number], names)
            if written:
                yield Finding(
                    key,
                    path,
                    f"the transaction `{mention.number}` is not called `{written}`",
                    f"write `{subject.transactions[mention.number].title}`",
                    offset=mention.start - len(written) - 1,
                    prose=text,
                )


def _other_name(text: str, end: int, transaction: Transaction, names: Mapping[str, Transaction]) -> str:
    """The words before a place, when they are meant as the transaction's name but are not."""
    before = text[max(0, end - _LONGEST_NAME) : end].rpartition("\n\n")[2].replace("\n", " ")
    length = len(transaction.name)
    if before.endswith(" ") and before[-length - 1 : -1].casefold() == transaction.name.casefold():
        return before[-length - 1 : -1] if before[-length - 1 : -1] != transaction.name else ""
    found = _NAME_BEFORE.search(before)
    words = found[0].split() if found else []
    for start in range(len(words)):
        phrase = " ".join(words[start:])
        if phrase in (*transaction.formerly, *names) or _is_alike(phrase, transaction.name):
            return phrase
    return ""


def _is_alike(phrase: str, name: str) -> bool:
    """Whether a phrase is a name with a slip, not other words that happen to stand there."""
    if " " not in phrase or abs(len(phrase) - len(name)) > 4:
        return False
    from rapidfuzz import fuzz  # only a name that is not the transaction's own needs it

    return fuzz.ratio(phrase, name) >= _ALIKE


RULE = Rule(
    ProblemKind("TF215", "transaction-name", Severity.WARNING, __doc__, "General Introduction, section 7.5"),
    check,
)

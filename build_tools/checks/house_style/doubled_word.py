"""A word stands twice in a row.

Wrong: `the the registry`

Right: the word once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, islice
from operator import eq

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_MAY_DOUBLE = frozenset({"had", "that", "very", "bla"})


def check(subject: Subject) -> Iterator[Finding]:
    """Words of letters, on one line or at the break between two lines."""
    for word in sorted(_said_twice(subject)):
        if len(word) > 1 and word.isalpha() and not word.isupper() and word.casefold() not in _MAY_DOUBLE:
            pattern = re.compile(rf"{word}(?<![\w.-]{word})[ \n](?P<again>{word})(?![\w-])")
            for spot in subject.whole.find(pattern):
                if "rows" not in spot.text.path:
                    yield spot.finding(f"the word `{word}` stands twice", "delete one", "again")


def _said_twice(subject: Subject) -> set[str]:
    """What stands twice in a row outside of tables, code included."""
    found: set[str] = set()
    for text in subject.texts:
        if "rows" not in text.path:
            words = text.text.split()
            found.update(compress(words, map(eq, words, islice(words, 1, None))))
    return found


RULE = Rule(ProblemKind("TF607", "doubled-word", Severity.WARNING, __doc__, "IHE copy-editing list"), check)

"""A change deletes words that do not stand in the text that it changes.

The redline would show readers a text that never was, and the editor who integrates it looks for words that are not
there. A text that is not written here cannot be compared.

Wrong: `~~shall return an error~~` where the section says *shall return a fault*

Right: the words as they stand, copied from the section; `…` stands for what is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.change_text import OMISSION, deletions
from build_tools.checks.references.changed_places import ChangedPlaces
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.outline.changes import written_changes
from build_tools.outline.section_words import plain_words
from build_tools.problems import ProblemKind, Severity

_LIKE = 75
_LONGEST = 70


def check(subject: Subject) -> Iterator[Finding]:
    """Changes of supplements before final text, and of change proposals that are not integrated."""
    places = ChangedPlaces(subject)
    for written in written_changes(subject.framework):
        change = written.change
        if not change.text or not written.is_pending:
            continue
        words = places.words(change.target)
        for offset, text in deletions(change.text) if words else ():
            wrong = next((p for p in map(plain_words, text.split(OMISSION)) if p not in words), None)
            if wrong is not None:
                yield Finding(
                    written.entity.key,
                    (*written.path, "text"),
                    f"the deleted words `{_short(wrong)}` do not stand in {change.target.label}",
                    _as_it_stands(wrong, words),
                    offset=offset,
                    prose=change.text,
                )


def _as_it_stands(wrong: str, words: str) -> str:
    """A hint with the words that come nearest."""
    from rapidfuzz import fuzz  # only a mistake needs it

    found = fuzz.partial_ratio_alignment(wrong, words, score_cutoff=_LIKE)
    if found is None:
        return "quote the words as they stand there"
    start = words.rfind(" ", 0, found.dest_start + 1) + 1
    end = words.find(" ", found.dest_end)
    return f"there it reads `{_short(words[start : end if end >= 0 else len(words)])}`"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} ..."


RULE = Rule(
    ProblemKind("TF332", "deleted-text", Severity.ERROR, __doc__, "Supplement template, editor instructions"),
    check,
)

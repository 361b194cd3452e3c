"""A text writes the name of an actor with a slip.

The name is not linked, and a reader who searches for the actor does not find the place.

Wrong: `The Documnt Source sends ...`, `The Document source Actor ...`

Right: `The Document Source sends ...`, exactly as the actor is defined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.references.actor_words import ActorWords
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_CAPITALISED = re.compile(r"[A-Z][A-Za-z/-]+(?:[ \n][A-Z][A-Za-z/-]+)+")


_SHORTEST = 8


def check(subject: Subject) -> Iterator[Finding]:
    """Capitalised phrases that differ from an actor's name in one word, by one or two letters."""
    words = ActorWords(subject)
    seen: set[str] = set()
    for key, path, text in subject.texts:
        if len(text) < _SHORTEST or text in seen:
            continue
        seen.add(text)
        for run in _CAPITALISED.finditer(text):
            slip = words.slip_in(run[0].replace("\n", " "))
            if slip:
                written, meant, offset = slip
                yield Finding(
                    key,
                    path,
                    f"the actor `{written}` is not defined",
                    f"did you mean `{meant}`?",
                    offset=run.start() + offset,
                    prose=text,
                )


RULE = Rule(ProblemKind("TF216", "misspelt-actor", Severity.WARNING, __doc__), check)

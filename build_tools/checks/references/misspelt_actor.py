"""A text writes the name of an actor with a slip.

The name is not linked, and a reader who searches for the actor does not find the place.

Wrong: `The Documnt Source sends ...`, `The Document source Actor ...`

Right: `The Document Source sends ...`, exactly as the actor is defined.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from build_tools.checks.references.actor_words import ActorWords
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_CAPITALISED = re.compile(r"[A-Z][A-Za-z/-]+(?:[ \n][A-Z][A-Za-z/-]+)+")


_SHORTEST = 8
_BREAK = "\n\n"


def check(subject: Subject) -> Iterator[Finding]:
    """Capitalised phrases that differ from an actor's name in one word, by one or two letters."""
    actors = ActorWords(subject)
    texts = tuple(
        {text.text: text for text in reversed(subject.texts) if len(text.text) >= _SHORTEST}.values()
    )
    starts = tuple(accumulate((len(text.text) + len(_BREAK) for text in texts), initial=0))
    for run in _CAPITALISED.finditer(_BREAK.join(text.text for text in texts)):
        slip = actors.slip_in(run[0].replace("\n", " "))
        if slip:
            written, meant, offset = slip
            index = bisect_right(starts, run.start()) - 1
            key, path, text = texts[index]
            message = f"the actor `{written}` is not defined"
            hint = f"did you mean `{meant}`?"
            yield Finding(key, path, message, hint, offset=run.start() - starts[index] + offset, prose=text)


RULE = Rule(ProblemKind("TF216", "misspelt-actor", Severity.WARNING, __doc__), check)

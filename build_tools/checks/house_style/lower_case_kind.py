"""The word Profile or Option is written small after the name it belongs to.

After a name, IHE writes the word with a capital letter; it is a part of the name then.

Example: `the MHD profile`, `the Document Replacement option`

Instead: `the MHD Profile`, `the Document Replacement Option`; *this profile*, *an option* stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.checks.whole_text import Spot
from build_tools.problems import ProblemKind, Severity

_PROFILE = re.compile(r"profile(?=[ .,;:)\n])")
_OPTION = re.compile(r"option(?=[ .,;:)\n])")
_REACH = 90


def check(subject: Subject) -> Iterator[Finding]:
    """The word after a defined name; an acronym that is a word of English does not count."""
    for spot in subject.whole.find_from("profile", _PROFILE):
        name = _words_before(subject, spot)[-1:]
        if name and subject.framework.profile(name[0]) and not name[0][1:].islower():
            yield spot.finding(f"`{name[0]} profile` is written {name[0]} Profile")
    options = {tuple(option.split()) for option in subject.names.options if " " in option}
    last = {words[-1] for words in options}
    for spot in subject.whole.find_from("option", _OPTION):
        before = _words_before(subject, spot)
        for words in options if before and before[-1] in last else ():
            if before[-len(words) :] == words:
                option = " ".join(words)
                yield spot.finding(f"`{option} option` is written {option} Option")
                break


def _words_before(subject: Subject, spot: Spot) -> tuple[str, ...]:
    start = spot.match.start()
    before = subject.whole.characters[max(spot.begins, start - _REACH) : start]
    return tuple(before.rpartition("\n\n")[2].split()) if before[-1:].isspace() else ()


RULE = Rule(ProblemKind("TF606", "lower-case-kind", Severity.HINT, __doc__, "IHE copy-editing list"), check)

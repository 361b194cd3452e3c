"""A text names an option that no profile offers.

A new option was described and the table of options not brought up to date, or the name has a slip.

Wrong: `with the Document Replacment Option`, `with the Delayed Publication Option` where no profile lists it

Right: `with the Document Replacement Option`, exactly as it stands under `options`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity

_OPTION = re.compile(r"Option(?<![\w-]\w{6})s?\b(?=[ .,;:)\n\0]|\Z)(?!\s[A-Z0-9])")
_NAME = re.compile(
    r"[A-Z0-9][\w/-]*(?:\s(?:(?:for|of|and|on|with|to|in|by|from|the)\s)*[A-Z0-9][\w/:-]*)+\s\Z"
)
_REACH = 90


def check(subject: Subject) -> Iterator[Finding]:
    """Two or more words with capital letters before *Option*."""
    known = subject.names.options
    cited = {option for _, profile in subject.framework.cited_profiles.values() for option in profile.options}
    for spot in subject.whole.find_from("Option", _OPTION):
        start = spot.match.start()
        before = subject.whole.characters[max(spot.begins, start - _REACH) : start].rpartition("\n\n")[2]
        found = _NAME.search(before)
        if not found:
            continue
        phrase = " ".join(found[0].split())
        words = phrase.split()
        tails = [" ".join(words[index:]) for index in range(len(words))]
        is_part = any(option.endswith(f" {phrase}") for option in known)
        is_list = spot.match[0].endswith("s") and " and " in phrase
        if is_part or is_list or any(tail in known or tail in cited for tail in tails):
            continue
        while words and (words[0] in _STARTS or words[0].islower()):
            words = words[1:]
        if len(words) > 1 and words[-1] not in _KINDS:
            name = " ".join(words)
            finding = spot.finding(
                f"no profile offers the option `{name}`", did_you_mean(name, sorted(known))
            )
            yield replace(
                finding, offset=max(0, start - spot.begins - len(found[0]) + found[0].index(words[0]))
            )


_STARTS = frozenset(
    {"The", "This", "An", "A", "If", "When", "With", "For", "In", "Each", "Both", "No", "Any", "Of", "Under"}
)
_KINDS = frozenset({"Actor", "Actors", "Profile", "Profiles"})


RULE = Rule(ProblemKind("TF225", "cited-option", Severity.WARNING, __doc__, "Section X.2"), check)

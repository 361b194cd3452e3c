"""A citation of an appendix lacks its letter or the word, or the word stands before the number of a section.

Appendices have letters and sections have numbers; a reviewer once asked in vain where a cited appendix was.

Wrong: `ITI TF-2x: Appendix`, `ITI TF-2: B`, `ITI TF-2: Appendix 3.18`

Right: `ITI TF-2x: Appendix Z.8`, `ITI TF-2: Appendix B`, `ITI TF-2: 3.18`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_APPENDIX = re.compile(
    r"(?P<volume>[A-Z]{2,8}[ -]TF ?- ?[0-9][a-z]?) ?:\s?"
    r"(?:(?P<letter>[A-WYZ])(?![\w.-]\w)(?!\w)|Appendix(?:\s(?P<section>[0-9]+(?:\.[0-9]+)*)|(?P<none>)(?!\s[A-Z0-9](?![a-z]))(?!\w)))"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Citations with a volume, in texts and in fields that hold a reference."""
    for spot in subject.in_volume_citations(_APPENDIX):
        found = spot.match
        fault, rest = "names no appendix", "Appendix A"
        if found["letter"]:
            fault, rest = "lacks the word Appendix", f"Appendix {found['letter']}"
        elif found["section"]:
            fault, rest = "calls a section an appendix", found["section"]
        example = "as in" if found["none"] is not None else "write"
        yield spot.finding(f"`{spot.written}` {fault}", f"{example} `{found['volume']}: {rest}`")


RULE = Rule(
    ProblemKind("TF221", "cited-appendix", Severity.WARNING, __doc__, "General Introduction, section 7.5"),
    check,
)

"""The word before the number of a table, figure, appendix or chapter is written small or cut short.

Only the whole word with its capital letter is recognised and linked.

Example: `see table 10.1-1`, `Fig. 10.1-1`, `appendix A`, `Sec. 10.2`

Instead: `see Table 10.1-1`, `Figure 10.1-1`, `Appendix A`, `Section 10.2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.citations import is_of_other_document
from build_tools.problems import ProblemKind, Severity

_WORDS = {
    "table": "Table",
    "tab.": "Table",
    "figure": "Figure",
    "fig.": "Figure",
    "appendix": "Appendix",
    "app.": "Appendix",
    "sec.": "Section",
    "sect.": "Section",
}
_NUMBER = r"(?<![A-Za-z].{%d})\s(?P<number>[0-9A-Z]{1,3}(?:\.[0-9A-Za-z]+)*(?:-[0-9]+)?)(?![A-Za-z])"
_PATTERNS = {
    spelling: re.compile(re.escape(spelling) + _NUMBER % len(spelling))
    for word in _WORDS
    for spelling in ((word, word.capitalize()) if word.endswith(".") else (word,))
}


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers of this Technical Framework; tables of standards are left alone."""
    for word, pattern in _PATTERNS.items():
        right = _WORDS[word.casefold()]
        for spot in subject.whole.find_from(word, pattern):
            number = spot.match["number"]
            start, end = (place - spot.begins for place in spot.match.span())
            if _is_ours(word, number) and not is_of_other_document(spot.text.text, start, end):
                message = f"`{word}` before a number is written {right}"
                yield spot.finding(message, f"write `{right} {number}`")


def _is_ours(word: str, number: str) -> bool:
    return "." in number or "-" in number or (word == "appendix" and number.isalpha() and len(number) == 1)


RULE = Rule(
    ProblemKind("TF610", "lower-case-caption", Severity.HINT, __doc__, "General Introduction, section 7.5"),
    check,
)

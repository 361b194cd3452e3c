"""A heading or a caption names another profile or transaction than the one it stands in.

Chapters begin as copies of others. One published grouping table carried the title of another profile for years.

Wrong: `### XDM Required Actor Groupings` in the chapter of RFD; the caption `Audit message of ITI-43` in ITI-18

Right: `### RFD Required Actor Groupings`, or a heading without the acronym.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_HEADING = re.compile(
    r"^\#{1,6}[ ]+(?P<name>[A-Z][A-Za-z0-9.-]+)[ ](?:[-\u2013][ ])?(?:Required[ ])?(?:Actor|Actors|Overview|Security[ ]Considerations|"
    r"Cross[ ]Profile|Use[ ]Cases|Process[ ]Flow|Options|Integration[ ]Profile)\b",
    re.MULTILINE,
)
_ELSEWHERE = ("cross_profile", "changes")
_NUMBER = re.compile(r"\b[A-Z]{2,8}-[0-9]+\b")


def check(subject: Subject) -> Iterator[Finding]:
    """Headings in the texts of profiles, captions of the tables of transactions."""
    for text in subject.texts:
        if text.key.kind == "profile" and "#" in text.text and text.path[0] not in _ELSEWHERE:
            for found in _HEADING.finditer(text.text):
                name = found["name"]
                if name != text.key.name and subject.framework.profile(name):
                    message = f"the heading names `{name}`, but this is the chapter of `{text.key.name}`"
                    yield Finding(text.key, text.path, message, offset=found.start("name"), prose=text.text)
    for transaction in subject.framework.transactions:
        for i, part in enumerate(transaction.messages):
            for j, table in enumerate(part.tables):
                for number in _NUMBER.findall(table.caption):
                    if number != transaction.transaction and number in subject.transactions:
                        path = ("messages", i, "tables", j, "caption")
                        message = f"the caption names `{number}`, but the table stands in `{transaction.transaction}`"
                        yield Finding(transaction.key, path, message)


RULE = Rule(ProblemKind("TF323", "heading-of-other", Severity.WARNING, __doc__, "Section X.3"), check)

"""An image has no text that says what it shows.

Who cannot see the image, or prints without it, learns nothing. Published volumes carry hundreds of images without one.

Wrong: `![](images/flow.svg)`

Right: `![The Document Source sends a document to the repository](images/flow.svg)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_IMAGE = re.compile(r"!\[\s*\](?:\(|\[)")


def check(subject: Subject) -> Iterator[Finding]:
    """Images in all texts."""
    for spot in subject.whole.find_from("![", _IMAGE, code=True):
        yield spot.finding("the image has no text that says what it shows", "write it between the brackets")


RULE = Rule(
    ProblemKind(
        "TF613", "image-without-text", Severity.WARNING, __doc__, "Web Content Accessibility Guidelines 1.1.1"
    ),
    check,
)

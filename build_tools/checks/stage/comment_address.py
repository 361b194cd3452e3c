"""An e-mail address stands in the public record of a comment period.

Who writes to a committee does not publish an address by that. `tf comments record` leaves them out; one that
somebody typed into the file would be on the site for good.

Wrong: `submitter: Example Person <person@example.org>`

Right: `submitter: Example Person`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from build_tools.checks.rule import FieldPath, Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")


def check(subject: Subject) -> Iterator[Finding]:
    """Every text of every period."""
    for part in subject.framework.domains:
        for period in part.comment_periods:
            for path, text in _texts(period.model_dump(), ()):
                if "@" in text and (found := _ADDRESS.search(text)):
                    yield Finding(period.key, path, f"`{found[0]}` is an e-mail address", "take it out")


def _texts(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*path, name))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


RULE = Rule(ProblemKind("TF723", "comment-address", Severity.ERROR, __doc__), check)

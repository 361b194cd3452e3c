"""An instruction to the author, or a sample row of the template, was left in the text.

IHE's templates put instructions in angle brackets and sample rows that begin with *e.g.*; they are deleted before
publication.

Wrong: `<describe the security considerations here>`, or a table row that begins with `e.g., Document Source`

Right: the text that the instruction asks for, or *Not applicable*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_INSTRUCTION = re.compile(r"`[^`]*`|<(?P<words>[A-Za-z][^<>=:/@]* [^<>=:/@]*)>")


def check(subject: Subject) -> Iterator[Finding]:
    """Angle brackets around several words, outside code, and rows of tables that begin with e.g."""
    for key, path, text in subject.texts:
        if "<" in text:
            for found in _INSTRUCTION.finditer(text):
                if found["words"]:
                    message = f"`<{_short(found['words'])}>` looks like an instruction to the author"
                    yield Finding(
                        key, path, message, "write the text, or Not applicable", found.start(), text
                    )
        if path[-1] == 0 and "rows" in path and text.startswith("e.g."):
            yield Finding(
                key, path, f"`{_short(text)}` looks like a sample row of the template", "delete the row"
            )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:37]}..."


RULE = Rule(
    ProblemKind("TF601", "author-instruction", Severity.WARNING, __doc__, "Supplement template"), check
)

"""A citation is written in an older form.

It is understood and linked, but printed as it stands; one volume should have one form.

Example: `ITI-TF-1: 7.1`, `PCC TF-2:4.1`, `IHE ITI TF-2: 3.18`

Instead: `ITI TF-1: 7.1`: the domain, a blank, the volume, a colon, a blank, the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.citations import Mention
from build_tools.problems import ProblemKind, Severity

_FORM = re.compile(r"[A-Z]{2,8} TF-[0-9][a-z]?:\s(?:Table\s|Figure\s|Section\s|Appendix\s)?\S+")


def check(subject: Subject) -> Iterator[Finding]:
    """Citations with a volume."""
    for (key, path, text), mentions in subject.cited:
        for mention in mentions:
            if not mention.volume:
                continue
            has_prefix = text.endswith("IHE ", 0, mention.start)
            if has_prefix or not _FORM.fullmatch(mention.text):
                right = _right(mention)
                written = f"{'IHE ' if has_prefix else ''}{mention.text}"
                yield Finding(
                    key,
                    path,
                    f"`{written}` is an older form",
                    f"write `{right}`",
                    offset=mention.start,
                    prose=text,
                )


def _right(mention: Mention) -> str:
    volume, _, rest = mention.text.partition(":")
    letter = volume.rstrip()[-1:] if volume.rstrip()[-1:].isalpha() else ""
    return f"{mention.domain} TF-{mention.volume}{letter}: {' '.join(rest.split())}"


RULE = Rule(
    ProblemKind("TF614", "older-citation", Severity.HINT, __doc__, "General Introduction, section 7.5"), check
)

"""A section, table or figure is cited by its number alone in a text that stands in no volume.

Definitions of actors, the glossary and the registry are printed in many places; there, *Section 3.18* may be one of any
domain.

Wrong: `definition: Answers the query of Section 3.18.`

Right: `definition: Answers the query of ITI TF-2: 3.18.`
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_SHARED = frozenset({"actor", "term", "registry_entry", "domain", "domain_entry", "standard"})


def check(subject: Subject) -> Iterator[Finding]:
    """Citations without a volume in what all volumes share."""
    for (key, path, text), mentions in subject.cited:
        for mention in mentions if key.kind in _SHARED else ():
            if (
                mention.kind in ("section", "table", "figure")
                and not mention.volume
                and mention.number[:1].isdigit()
            ):
                message = f"`{mention.text}` may be one of any domain here"
                yield Finding(
                    key,
                    path,
                    message,
                    f"write the volume before it, as in `ITI TF-2: {mention.number}`",
                    offset=mention.start,
                    prose=text,
                )


RULE = Rule(
    ProblemKind(
        "TF223", "section-of-no-volume", Severity.WARNING, __doc__, "General Introduction, section 7.5"
    ),
    check,
)

"""Two transactions, or two content modules, of one domain claim the same section.

Citations such as `ITI TF-2: 3.18` would be ambiguous.

Wrong: `section: "3.18"` in two transactions of ITI

Right: the section of a transaction ends with its own number: `section: "3.19"` for ITI-19.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Sections of Volume 2 and Volume 3, domain by domain."""
    for part in subject.framework.domains:
        for entities in (part.transactions, part.content_modules):
            holder: dict[str, str] = {}
            for entity in entities:
                name = entity.key.name
                if entity.section and holder.setdefault(entity.section, name) != name:
                    message = f"section `{entity.section}` already belongs to `{holder[entity.section]}`"
                    yield Finding(entity.key, ("section",), message)


RULE = Rule(
    ProblemKind("TF402", "section-twice", Severity.ERROR, __doc__, "General Introduction, section 5"), check
)

"""Two options of one profile claim the same section.

Links to the section would lead to one of them only. It is a warning when the two come from different supplements,
which cannot see each other's numbers; whoever merges them assigns a new one.

Wrong: `section: "10.2.1"` in two options of XDS.b

Right: the next free number below section X.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.option import Option


def check(subject: Subject) -> Iterator[Finding]:
    """Sections of options, profile by profile."""
    for profile in subject.framework.profiles:
        holder: dict[str, Option] = {}
        for index, option in enumerate(profile.options):
            if not option.section:
                continue
            first = holder.setdefault(option.section, option)
            if first is not option:
                yield Finding(
                    profile.key,
                    ("options", index, "section"),
                    f"section `{option.section}` already belongs to the option `{first.option}`",
                    severity=Severity.WARNING if first.added_by != option.added_by else None,
                )


RULE = Rule(ProblemKind("TF403", "option-section-twice", Severity.ERROR, __doc__, "Section X.2"), check)

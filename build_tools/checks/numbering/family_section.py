"""An option of a family has a section outside the section of the family.

The outline puts the options of a family under its heading, so the numbers have to lie below it.

Wrong: the family STX in `section: "9.2.6"`, one of its options in `section: "9.2.8"`

Right: `section: "9.2.6.1"`, or no family for the option.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Options with a section whose family has one."""
    for profile in subject.framework.profiles:
        sections = {family.family: family.section for family in profile.option_families}
        for index, option in enumerate(profile.options):
            family = sections.get(option.family or "", "")
            if family and option.section and not option.section.startswith(f"{family}."):
                message = f"section `{option.section}` is not below {family}, the section of the family `{option.family}`"
                yield Finding(profile.key, ("options", index, "section"), message)


RULE = Rule(ProblemKind("TF419", "family-section", Severity.WARNING, __doc__, "Section X.2"), check)

"""The section of an option is not in the section on options of its own chapter.

Wrong: `section: "11.2.1"` for an option of XDS.b, whose chapter is 10

Right: `section: "10.2.1"`. When the option is specified elsewhere, `reference` says where: `reference: "ITI TF-2: 3.12"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.profile import Profile


def check(subject: Subject) -> Iterator[Finding]:
    """Options with a section, in profiles with a chapter."""
    for profile in subject.framework.profiles:
        for index, option in enumerate(profile.options):
            if option.section and profile.chapter and not option.section.startswith(f"{profile.chapter}."):
                message = f"section `{option.section}` is not in chapter {profile.chapter} of this profile"
                yield Finding(
                    profile.key, ("options", index, "section"), message, _hint(profile, option.section)
                )


def _hint(profile: Profile, section: str) -> str:
    chapter, dot, rest = section.partition(".")
    return f'did you mean `"{profile.chapter}.{rest}"`?' if dot and chapter else ""


RULE = Rule(ProblemKind("TF404", "option-section", Severity.ERROR, __doc__, "Section X.2"), check)

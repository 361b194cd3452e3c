"""The section of an option, or of a family of options, is not in its own chapter.

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
    """Options and families with a section, in profiles with a chapter."""
    for profile in subject.framework.profiles:
        numbered = [
            *((("options", i, "section"), o.section) for i, o in enumerate(profile.options)),
            *((("option_families", i, "section"), f.section) for i, f in enumerate(profile.option_families)),
        ]
        for path, section in numbered:
            if section and profile.chapter and not section.startswith(f"{profile.chapter}."):
                message = f"section `{section}` is not in chapter {profile.chapter} of this profile"
                yield Finding(profile.key, path, message, _hint(profile, section))


def _hint(profile: Profile, section: str) -> str:
    chapter, dot, rest = section.partition(".")
    return f'did you mean `"{profile.chapter}.{rest}"`?' if dot and chapter else ""


RULE = Rule(ProblemKind("TF404", "option-section", Severity.ERROR, __doc__, "Section X.2"), check)

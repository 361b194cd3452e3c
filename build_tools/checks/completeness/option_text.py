"""An option is listed but described nowhere.

The table names it, and the reader asks what an actor that declares it must do.

Wrong: `- {option: Document Replacement, actors: [Document Source]}` and nothing else

Right: a `description`, or a `reference` to the section that specifies it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Options of profiles that are still in use."""
    for profile in subject.framework.profiles:
        for index, option in enumerate(profile.options if not profile.stage.is_past else ()):
            told = option.description or option.reference or option.section or option.provenance
            if not told and not any(row.reference for row in option.actors):
                message = f"the option `{option.option}` is described nowhere"
                hint = "add a description, or a reference to where it is specified"
                yield Finding(profile.key, ("options", index, "option"), message, hint)


RULE = Rule(ProblemKind("TF508", "option-text", Severity.HINT, __doc__, "Section X.2"), check)

"""An option of a profile at final text has no section, neither of its own nor elsewhere.

The column *Reference* of the table of options stays empty (Gazelle's consistency checks 12 and 20).

Wrong: `- {option: Document Replacement, actors: [Document Source], description: ...}` without `section`

Right: `section: "10.2.1"`, or `reference: "ITI TF-2: 3.41.4.1.3"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.entity import Stage


def check(subject: Subject) -> Iterator[Finding]:
    """Options with a description, in chapters that exist; options that nothing describes have a rule of their own."""
    for profile in subject.framework.profiles:
        if profile.stage is not Stage.FINAL_TEXT or not profile.chapter:
            continue
        for i, option in enumerate(profile.options):
            placed = (
                option.section
                or option.reference
                or option.added_by
                or any(row.reference for row in option.actors)
            )
            if option.description and not placed:
                yield Finding(
                    profile.key,
                    ("options", i, "option"),
                    f"the option `{option.option}` has no section",
                    "add `section`, or `reference`",
                )


RULE = Rule(ProblemKind("TF518", "option-without-section", Severity.WARNING, __doc__, "Section X.2"), check)

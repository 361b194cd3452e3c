"""The options of a profile do not stand in the order of their sections.

The table of options then runs against the text below it.

Example: an option with `section: "10.2.3"` above one with `section: "10.2.1"`

Instead: the options in the order of their numbers; what a supplement adds may stand at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Options with a section that the volume itself has given them, once in each profile."""
    for profile in subject.framework.profiles:
        last: tuple[str, tuple[tuple[int, str], ...]] | None = None
        for index, option in enumerate(profile.options):
            if not option.section or option.added_by or option.family:
                continue
            order = _order(option.section)
            if last and order < last[1]:
                message = f"section `{option.section}` stands below section {last[0]}"
                yield Finding(
                    profile.key, ("options", index, "section"), message, "order the options by section"
                )
                break
            last = (option.section, order)


def _order(section: str) -> tuple[tuple[int, str], ...]:
    """A key that puts 10.2.9 before 10.2.10."""
    return tuple((int(step), "") if step.isdecimal() else (0, step) for step in section.split("."))


RULE = Rule(ProblemKind("TF418", "option-order", Severity.HINT, __doc__, "Section X.2"), check)

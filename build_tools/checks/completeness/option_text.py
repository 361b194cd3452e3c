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
from model.option import Option

_MOST_NAMES = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Options of profiles that are still in use, all of a profile in one problem."""
    for profile in subject.framework.profiles:
        untold = [i for i, option in enumerate(profile.options) if not _is_told(option)]
        if untold and not profile.stage.is_past:
            names = [f"`{profile.options[index].option}`" for index in untold]
            rest = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
            message = f"nothing says what an actor does for the option {', '.join(names[:_MOST_NAMES])}{rest}"
            hint = "add a description, or a reference to where it is specified"
            yield Finding(profile.key, ("options", untold[0], "option"), message, hint)


def _is_told(option: Option) -> bool:
    told = option.description or option.reference or option.section
    return bool(told) or any(row.reference for row in option.actors)


RULE = Rule(ProblemKind("TF508", "option-text", Severity.HINT, __doc__, "Section X.2"), check)

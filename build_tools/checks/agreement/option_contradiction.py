"""An option needs itself, or needs and excludes the same option, so that nobody could declare it.

Wrong: `requires: [XDS on FHIR]` and `excludes: [XDS on FHIR]` in one option

Right: one of the two. An option that is excluded must not exclude a mandatory one either.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.option import Option


def check(subject: Subject) -> Iterator[Finding]:
    """What options need and exclude, profile by profile."""
    for profile in subject.framework.profiles:
        mandatory = {option.option for option in profile.options if option.mandatory}
        for i, option in enumerate(profile.options):
            for field in ("requires", "requires_one_of", "excludes"):
                for j, name in enumerate(getattr(option, field)):
                    fault = _fault(option, field, name, mandatory)
                    if fault:
                        yield Finding(profile.key, ("options", i, field, j), fault)


def _fault(option: Option, field: str, name: str, mandatory: set[str]) -> str:
    if name == option.option:
        return f"the option `{name}` {'excludes' if field == 'excludes' else 'requires'} itself"
    if field == "excludes" and name in option.requires:
        return f"the option `{option.option}` both requires and excludes `{name}`"
    if field == "excludes" and name in mandatory:
        return f"the option `{option.option}` excludes `{name}`, which is mandatory"
    return ""


RULE = Rule(ProblemKind("TF316", "option-contradiction", Severity.ERROR, __doc__, "Section X.2"), check)

"""A condition or a rule names an option that the profile does not offer.

The row says "required with the option ...", but no such option is in the table of options, so the implementer cannot
find out when the row applies.

Wrong: `when: {option: On Demand Documents}`

Right: `when: {option: On-Demand Documents}`, exactly as the option is named under `options`. A rule
`at_least_one_option_of` may also name a family of options.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.named import FieldPath, conditions
from build_tools.checks.references.undefined import unlisted
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.profile import Profile


def check(subject: Subject) -> Iterator[Finding]:
    """Conditions, rules over options, sections of families, and options that need or exclude others."""
    for profile in subject.framework.profiles:
        offered = {option.option for option in profile.options}
        families = {option.family for option in profile.options if option.family}
        for path, name, also_families in _named(profile):
            if name not in offered and not (also_families and name in families):
                yield Finding(profile.key, path, *unlisted(name, sorted(offered), "option"))
        for i, family in enumerate(profile.option_families):
            if family.family not in families:
                path = ("option_families", i, "family")
                yield Finding(
                    profile.key, path, *unlisted(family.family, sorted(families), "family of options")
                )


def _named(profile: Profile) -> Iterator[tuple[FieldPath, str, bool]]:
    """Every option named, with its path and whether a family may be named there too."""
    for path, condition in conditions(profile):
        if condition.option:
            yield (*path, "option"), condition.option, False
        for i, name in enumerate(condition.any_option):
            yield (*path, "any_option", i), name, False
    for i, actor in enumerate(profile.actors):
        for j, rule in enumerate(actor.rules):
            for k, name in enumerate(rule.at_least_one_option_of):
                yield ("actors", i, "rules", j, "at_least_one_option_of", k), name, True
    for i, option in enumerate(profile.options):
        for field in ("requires", "requires_one_of", "excludes"):
            for j, name in enumerate(getattr(option, field)):
                yield ("options", i, field, j), name, False


RULE = Rule(ProblemKind("TF203", "unknown-option", Severity.ERROR, __doc__, "Section X.2"), check)

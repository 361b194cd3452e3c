"""A grouping asks for an option that the grouped actor cannot declare.

Wrong: `{profile: XDS.b, actor: Document Consumer, options: [Document Replacement]}`, an option of the Document Source

Right: an option that the other profile offers to that actor. For a profile of a domain that is not kept here, the
option is entered in `frameworks/general/domains.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.named import grouped_actors
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Options that groupings require or rule out."""
    for profile in subject.framework.profiles:
        for path, grouped in grouped_actors(profile):
            if not (grouped.options or grouped.without):
                continue
            offered = _offered(subject, grouped.profile or "", grouped.actor)
            for field in ("options", "without"):
                for i, name in enumerate(getattr(grouped, field)):
                    if offered is not None and name not in offered:
                        message = f"`{grouped.actor}` of `{grouped.profile}` has no option `{name}`"
                        yield Finding(profile.key, (*path, field, i), message, did_you_mean(name, offered))


def _offered(subject: Subject, profile: str, actor: str) -> list[str] | None:
    """The options of an actor of a profile; None when they are not known."""
    known = subject.framework.profile(profile)
    if known:
        return None if "options" in known.unknown else [option.option for option in known.options_of(actor)]
    cited = subject.framework.cited_profiles.get(profile)
    return list(cited[1].options) if cited else None


RULE = Rule(ProblemKind("TF308", "grouped-option", Severity.ERROR, __doc__, "Table X.3-1"), check)

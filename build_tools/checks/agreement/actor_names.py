"""An actor is said to be another spelling, a kind or a union of others in a way that leads nowhere.

Appendix A prints "see" after such a name; it has to lead to a definition in one step.

Wrong: `same_as: Document Registry` where the Document Registry itself is the `same_as` of a third name; `refines` with an
actor that is not abstract

Right: every spelling points to the one that is defined; what is refined has `abstract: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Other spellings, refinements and unions of defined actors."""
    for actor in subject.framework.actors:
        meant = subject.framework.actor(actor.same_as or "")
        refined = subject.framework.actor(actor.refines or "")
        if meant and (meant.same_as or meant is actor):
            message = f"`{meant.actor}` is only another spelling itself"
            yield Finding(
                actor.key,
                ("same_as",),
                message,
                f"point to `{meant.same_as}`" if meant.same_as != actor.actor else "",
            )
        if refined and not refined.abstract:
            message = f"`{refined.actor}` is refined but not abstract"
            yield Finding(actor.key, ("refines",), message, f"add `abstract: true` to `{refined.actor}`")
        if actor.actor in actor.combines:
            yield Finding(
                actor.key, ("combines", actor.combines.index(actor.actor)), f"`{actor.actor}` unites itself"
            )


RULE = Rule(
    ProblemKind("TF328", "actor-names", Severity.ERROR, __doc__, "General Introduction, Appendix A"), check
)

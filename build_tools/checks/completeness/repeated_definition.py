"""A profile repeats the definition of an actor instead of saying what it requires of it.

Definitions stand in Appendix A of the General Introduction; a copy goes stale.

Example: `description` of the Document Registry with the same words as its `definition` in `actors.yaml`

Instead: what the profile requires beyond its tables, or no description.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Descriptions of the actors of profiles."""
    definitions = {actor.actor: " ".join(actor.definition.split()) for actor in subject.framework.actors}
    for profile in subject.framework.profiles:
        for i, actor in enumerate(profile.actors):
            if actor.description and " ".join(actor.description.split()) == definitions.get(actor.actor):
                message = f"this is the definition of `{actor.actor}` in Appendix A"
                yield Finding(
                    profile.key,
                    ("actors", i, "description"),
                    message,
                    "say what the profile requires, or delete it",
                )


RULE = Rule(ProblemKind("TF520", "repeated-definition", Severity.HINT, __doc__, "Section X.1.1"), check)

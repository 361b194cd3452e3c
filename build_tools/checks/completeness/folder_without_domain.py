"""A folder holds profiles or transactions, but no `framework.yaml` says which domain they belong to.

Nothing tells their volume, so they get no address that others could cite (Gazelle's consistency check 2).

Wrong: `frameworks/card/profiles/` without `frameworks/card/framework.yaml`

Right: `framework.yaml` with the code, the name and the volumes of the domain.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """The first entity of every folder without a domain."""
    if any(key.kind == "domain" for key in subject.framework.unread):
        return
    for part in subject.framework.domains:
        entities = (*part.profiles, *part.transactions, *part.content_modules)
        if not part.domain and entities:
            message = f"the folder `{part.folder}` has no framework.yaml, so `{entities[0].key.name}` belongs to no domain"
            yield Finding(entities[0].key, (entities[0].name_field,), message)


RULE = Rule(
    ProblemKind(
        "TF511", "folder-without-domain", Severity.WARNING, __doc__, "General Introduction, section 5"
    ),
    check,
)

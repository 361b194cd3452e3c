"""A field names a profile that is neither written here nor cited in the catalogue of domains.

A grouping, a counterpart or a dependency on such a profile cannot be followed, and the implementer does not learn
what else has to be supported.

Wrong: `with: [{profile: ATNAA, actor: Secure Node}]`

Right: `with: [{profile: ATNA, actor: Secure Node}]`. A profile of a domain that is not kept here is entered, with
the actors that are referred to, in `frameworks/general/domains.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.undefined import undefined
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Groupings, counterparts, dependencies, supplements, meanings of actors and process flows."""
    return undefined(subject, "profile", "profile")


RULE = Rule(ProblemKind("TF202", "unknown-profile", Severity.ERROR, __doc__, "Table X.3-1"), check)

"""A supplement neither changes nor introduces a profile.

The foreword of a supplement says what it supplements; a list without it leads the reader nowhere.

Example: `- {supplement: DEN, title: Document Encryption, stage: trial-implementation}`

Instead: `amends: [XDM]`, `introduces: [DEN]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Supplements of every domain."""
    for part in subject.framework.domains:
        for index, supplement in enumerate(part.domain.supplements if part.domain else ()):
            if part.domain and not supplement.amends and not supplement.introduces:
                message = f"the supplement `{supplement.supplement}` neither amends nor introduces a profile"
                yield Finding(part.domain.key, ("supplements", index, "supplement"), message)


RULE = Rule(
    ProblemKind("TF522", "idle-supplement", Severity.HINT, __doc__, "Foreword of the supplement template"),
    check,
)

"""A profile says that a supplement adds something to it, but the supplement does not list the profile.

The page of the domain tells which profiles a supplement changes; readers of the supplement would miss one.

Wrong: `added_by: XDS Metadata Update` in MHD, while the supplement has `amends: [XDS.b]`

Right: `amends: [XDS.b, MHD]` in `framework.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Everything marked with `added_by`, once for each profile and supplement."""
    concerned = {
        supplement.supplement: {*supplement.amends, *supplement.introduces}
        for part in subject.framework.domains
        if part.domain
        for supplement in part.domain.supplements
    }
    told: set[tuple[str, str]] = set()
    for reference in subject.named.get("supplement", ()):
        profile, name = reference.key.name, reference.name
        if name in concerned and profile not in concerned[name] and (profile, name) not in told:
            told.add((profile, name))
            message = f"the supplement `{name}` neither amends nor introduces `{profile}`"
            yield Finding(
                reference.key, reference.path, message, "add the profile to its `amends` in framework.yaml"
            )


RULE = Rule(
    ProblemKind(
        "TF327", "supplement-amends", Severity.WARNING, __doc__, "Foreword of the supplement template"
    ),
    check,
)

"""An entry of ``documents.yaml`` names no document of this framework.

Volumes are called as they are cited, supplements after their profile. What is neither says what kind it is, or what it
carries.

Wrong: `document: ITI/MDH`

Right: `document: ITI/MHD`, `document: ITI/TF-1`, or `kind: white-paper` beside another name
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity
from model.framework import DomainFramework


def check(subject: Subject) -> Iterator[Finding]:
    """The documents of every domain."""
    for part in subject.framework.domains:
        known = _known(part)
        for document in part.documents:
            name = document.document
            if not name.startswith(f"{part.code}/"):
                hint = f"write it in the folder of its domain, or call it `{part.code}/...`"
                yield Finding(
                    document.key, ("document",), f"`{name}` is no document of the domain {part.code}", hint
                )
            elif name not in known and not (document.kind or document.carries):
                message = f"there is no profile or volume for the document `{name}`"
                hint = did_you_mean(name, known) or "say its `kind`, or what it `carries`"
                yield Finding(document.key, ("document",), message, hint)


def _known(part: DomainFramework) -> list[str]:
    names = [profile.profile for profile in part.profiles]
    if part.domain:
        names += [f"TF-{volume.volume}" for volume in part.domain.volumes]
        names += [supplement.supplement.replace(" ", "-") for supplement in part.domain.supplements]
    return [f"{part.code}/{name}" for name in names]


RULE = Rule(
    ProblemKind("TF712", "document-name", Severity.ERROR, __doc__, "General Introduction, section 8"), check
)

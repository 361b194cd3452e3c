"""A current content module is used by no profile, and no text refers to it.

Nobody can claim to make or read such content; the row in a profile has been forgotten.

Example: a file in `content_modules/` that no profile lists

Instead: `content_modules: [{content_module: ..., optionality: R}]` at the actors of the profile.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.content_module import ContentModule


def check(subject: Subject) -> Iterator[Finding]:
    """Content modules that are not past and that no other entity names or cites by its section."""
    used = {reference.name for reference in subject.named.get("content_module", ())}
    used.update(module.parent for module in subject.framework.content_modules if module.parent)
    for module in subject.framework.content_modules:
        name = module.content_module
        if name not in used and not module.stage.is_past and not _is_cited(subject, module):
            yield Finding(module.key, ("content_module",), f"no profile uses `{name}`")


def _is_cited(subject: Subject, module: ContentModule) -> bool:
    spellings = (module.content_module, f"TF-3: {module.section}")
    return any(
        spelling in subject.whole.characters
        and any(spelling in text.text for text in subject.texts if text.key != module.key)
        for spelling in spellings
    )


RULE = Rule(ProblemKind("TF519", "unused-content-module", Severity.HINT, __doc__, "Table X.1-1"), check)

"""A text cites a section that does not exist.

The link leads to the top of a page at best, and the reader does not find what was meant. Only volumes that are kept
here are checked, and of these not the appendices.

Wrong: `ITI TF-2: 3.18.9` where section 3.18 ends with 3.18.6; `Section 3.18.4` in Volume 1, where chapter 3 is RID

Right: `ITI TF-2: 3.18.6`; a section of another volume is cited with its volume: `ITI TF-2: 3.18.4`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.cited_sections import CitedSections
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Citations such as *ITI TF-1: 10.2* and *Section 10.2*."""
    sections = CitedSections(subject)
    for written, mentions in subject.cited:
        key, path, text = written
        for mention in mentions:
            target = sections.target(written, mention) if mention.kind == "section" else None
            if target and sections.is_missing(target):
                message = f"the section `{mention.text}` does not exist"
                yield Finding(key, path, message, sections.nearest(target), offset=mention.start, prose=text)


RULE = Rule(
    ProblemKind("TF213", "cited-section", Severity.ERROR, __doc__, "General Introduction, section 7.5"), check
)

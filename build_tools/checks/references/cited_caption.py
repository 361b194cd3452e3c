"""A text cites a table or a figure that does not exist.

The number of a table or figure is the number of its section and a running number there; both are generated, so a
typed citation is easily wrong.

Wrong: `Table 10.1-2` where section 10.1 has one table

Right: `Table 10.1-1`, as the page prints it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.references.cited_sections import CitedSections
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.nearest import did_you_mean
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Citations such as *Table 10.1-1*, *Figure 10.1-1* and *ITI TF-1: Table 10.1-1*."""
    sections = CitedSections(subject)
    for written, mentions in subject.cited:
        key, path, text = written
        for mention in mentions:
            target = sections.target(written, mention) if mention.kind in ("table", "figure") else None
            if target and sections.is_missing(target):
                message = f"the {mention.kind} `{mention.text}` does not exist"
                captions = [f"{mention.kind.title()} {number}" for number in sections.captions(target)]
                hint = did_you_mean(f"{mention.kind.title()} {target.number}", captions)
                yield Finding(key, path, message, hint, offset=mention.start, prose=text)


RULE = Rule(
    ProblemKind("TF214", "cited-caption", Severity.ERROR, __doc__, "General Introduction, section 7.5"), check
)

"""The column *Reference* of a table holds what is no citation, or cites a chapter or transaction that does not exist.

The column is all that a reader has to find where an option or a content module is specified.

Wrong: `reference: "ITI TF-2 3.18"`, `reference: "ITI TF-2: 3.304.1"` where there is no ITI-304

Right: `reference: "ITI TF-2: 3.30.4.1"`. Several are separated by commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.references.cited_sections import CitedSections
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_ITEM = r"(?:(?:Table|Figure|Section|Appendix) )?[0-9A-Z]{1,4}(?:\.[0-9A-Za-z]+)*(?:-[0-9]+)?"
_CITATION = re.compile(
    rf"(?:(?P<domain>[A-Z]{{2,8}})[ -]TF ?- ?(?P<volume>[0-9])[a-z]?: ?|[0-9]:|Section |Table |Appendix )?{_ITEM}(?: \[[A-Z]+-[0-9]+\])?"
)
_SEPARATOR = re.compile(r"[,;] | (?:and|or|to|&) ")
_WHOLE_VOLUME = re.compile(r"[A-Z]{2,8} TF-[0-9]")


def check(subject: Subject) -> Iterator[Finding]:
    """Fields that hold nothing but a reference."""
    sections = CitedSections(subject)
    for key, path, text in subject.references:
        domain, volume = "", ""
        for part in _SEPARATOR.split(text):
            found = _CITATION.fullmatch(part.strip())
            if not found and _WHOLE_VOLUME.fullmatch(part):
                continue
            if not found:
                yield Finding(
                    key, path, f"`{part}` is not written as a citation", "write it as in `ITI TF-2: 3.18.4`"
                )
                continue
            domain, volume = found["domain"] or domain, found["volume"] or volume
            number = part.split(":")[-1].split()[-1]
            if domain and sections.has_no_root(domain, volume, number):
                yield Finding(key, path, f"nothing has the section `{part.strip()}`", "correct the number")


RULE = Rule(
    ProblemKind("TF224", "reference-field", Severity.ERROR, __doc__, "General Introduction, section 7.5"),
    check,
)

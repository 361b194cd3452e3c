"""Findings for names that are written with a slip; every rule on misspelt names uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.checks.rule import Finding
from build_tools.checks.subject import Subject


def slips_of(subject: Subject, kind: str, label: str) -> Iterator[Finding]:
    """A finding for each slip in a name of that kind."""
    for spot, slip in subject.slips.get(kind, ()):
        finding = spot.finding(
            f"the {label} `{slip.written}` is not defined", f"did you mean `{slip.meant}`?"
        )
        yield replace(finding, offset=(finding.offset or 0) + slip.offset)

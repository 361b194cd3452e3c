"""What a rule found, before its place is looked up: for what is accepted, nobody may ask for it."""

from __future__ import annotations

from typing import NamedTuple

from build_tools.checks.finding import Finding
from build_tools.loading import Sources
from build_tools.loading.sources import NO_FILE
from build_tools.problems import Problem, Severity


class Found(NamedTuple):
    """A finding of a rule."""

    code: str
    severity: Severity
    finding: Finding

    def path(self, sources: Sources) -> str:
        """The path, as messages print it, of the file it is in."""
        finding = self.finding
        in_text = finding.offset is not None
        path = sources.path_of_text(finding.key, finding.path) if in_text else sources.path(finding.key)
        return path or NO_FILE

    def problem(self, sources: Sources, accepted: str = "") -> Problem:
        """The problem with its place, and why it is accepted if it is."""
        finding = self.finding
        if finding.offset is None:
            where = sources.where(finding.key, finding.path, name=finding.at_name)
        else:
            where = sources.where_in_prose(finding.key, finding.path, finding.prose, finding.offset)
        return Problem(where, self.code, self.severity, finding.message, finding.hint, accepted)

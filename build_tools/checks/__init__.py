"""Framework -> CheckedFramework: what must hold, one rule a file, all listed in ``catalogue`` and the lists it joins."""

from build_tools.checks.check import Accepted, CheckedFramework, check, problems_in_names
from build_tools.checks.found import Found
from build_tools.checks.markup import MARKUP
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject

__all__ = [
    "MARKUP",
    "Accepted",
    "CheckedFramework",
    "Finding",
    "Found",
    "Rule",
    "Subject",
    "check",
    "problems_in_names",
]

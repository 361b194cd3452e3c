"""Framework -> CheckedFramework: what must hold, one rule a file, all of them listed in :data:`RULES`."""

from build_tools.checks.catalogue import PROBLEM_KINDS, RULES
from build_tools.checks.check import CheckedFramework, check
from build_tools.checks.markup import MARKUP
from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject

__all__ = ["MARKUP", "PROBLEM_KINDS", "RULES", "CheckedFramework", "Finding", "Rule", "Subject", "check"]

"""Every kind of problem, in the order of the codes, for whoever explains or lists them."""

from __future__ import annotations

from build_tools.checks.accepted import STALE
from build_tools.checks.field_rules import FIELD_RULES
from build_tools.checks.markup import MARKUP
from build_tools.checks.name_rules import NAME_RULES
from build_tools.checks.rule import Rule
from build_tools.checks.word_rules import WORD_RULES
from build_tools.problems import ProblemKind
from build_tools.reading.form_problems import FORM_PROBLEMS

RULES: tuple[Rule, ...] = tuple(
    sorted((*FIELD_RULES, *NAME_RULES, *WORD_RULES), key=lambda rule: rule.kind.code)
)
"""Every rule that is applied to a framework."""

PROBLEM_KINDS: tuple[ProblemKind, ...] = (*FORM_PROBLEMS, *(rule.kind for rule in RULES), STALE, MARKUP)
"""Every kind of problem there is, for ``tf explain``."""

"""The rules, in the open: adding one is one file and one line here."""

from __future__ import annotations

from build_tools.checks.accepted import STALE
from build_tools.checks.references import (
    cited_transaction,
    unknown_actor,
    unknown_content_module,
    unknown_domain,
    unknown_format_code,
    unknown_note,
    unknown_option,
    unknown_profile,
    unknown_standard,
    unknown_supplement,
    unknown_transaction,
    unused_note,
)
from build_tools.checks.rule import Rule
from build_tools.loading.form_problems import FORM_PROBLEMS
from build_tools.problems import ProblemKind

RULES: tuple[Rule, ...] = (
    unknown_actor.RULE,
    unknown_profile.RULE,
    unknown_option.RULE,
    unknown_transaction.RULE,
    unknown_content_module.RULE,
    unknown_standard.RULE,
    unknown_note.RULE,
    unused_note.RULE,
    unknown_supplement.RULE,
    unknown_format_code.RULE,
    unknown_domain.RULE,
    cited_transaction.RULE,
)
"""Every rule that is applied to a framework."""

PROBLEM_KINDS: tuple[ProblemKind, ...] = (*FORM_PROBLEMS, *(rule.kind for rule in RULES), STALE)
"""Every kind of problem there is, for ``tf explain``."""

"""Rules on the names in texts: what a text mentions must exist and be written right.

Finding the names takes about as long as all other rules together.
"""

from __future__ import annotations

from build_tools.checks.agreement import (
    grouping_in_text,
    requirement_on_stranger,
)
from build_tools.checks.house_style import (
    name_after_number,
    older_citation,
)
from build_tools.checks.references import (
    cited_caption,
    cited_issue,
    cited_option,
    cited_profile,
    cited_section,
    cited_transaction,
    misspelt_actor,
    misspelt_content_module,
    misspelt_standard,
    misspelt_term,
    misspelt_transaction,
    section_of_no_volume,
    transaction_name,
)
from build_tools.checks.rule import Rule

NAME_RULES: tuple[Rule, ...] = (
    cited_transaction.RULE,
    cited_section.RULE,
    cited_caption.RULE,
    transaction_name.RULE,
    misspelt_actor.RULE,
    cited_issue.RULE,
    section_of_no_volume.RULE,
    cited_option.RULE,
    cited_profile.RULE,
    misspelt_transaction.RULE,
    misspelt_term.RULE,
    misspelt_standard.RULE,
    misspelt_content_module.RULE,
    requirement_on_stranger.RULE,
    grouping_in_text.RULE,
    name_after_number.RULE,
    older_citation.RULE,
)

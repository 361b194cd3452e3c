"""Rules on the words of texts: phrases, numbers and marks, searched in all texts at once."""

from __future__ import annotations

from build_tools.checks.agreement import (
    heading_of_other,
)
from build_tools.checks.completeness import (
    malformed_address,
    unused_content_module,
)
from build_tools.checks.house_style import (
    abbreviations,
    author_instruction,
    bare_number,
    doubled_word,
    image_without_text,
    insertion_mark,
    lower_case_caption,
    lower_case_kind,
    lower_case_section,
    note_number,
    required_phrase,
    shall_in_use_case,
    unfinished_text,
)
from build_tools.checks.numbering import (
    misspelt_identifier,
    placeholder_in_text,
    requirement_twice,
    typed_number,
)
from build_tools.checks.references import (
    cited_appendix,
    cited_domain,
    cited_volume,
    number_without_word,
    reference_field,
)
from build_tools.checks.rule import Rule

WORD_RULES: tuple[Rule, ...] = (
    number_without_word.RULE,
    cited_volume.RULE,
    cited_appendix.RULE,
    cited_domain.RULE,
    reference_field.RULE,
    heading_of_other.RULE,
    misspelt_identifier.RULE,
    requirement_twice.RULE,
    placeholder_in_text.RULE,
    typed_number.RULE,
    malformed_address.RULE,
    unused_content_module.RULE,
    author_instruction.RULE,
    shall_in_use_case.RULE,
    lower_case_section.RULE,
    abbreviations.RULE,
    lower_case_kind.RULE,
    doubled_word.RULE,
    note_number.RULE,
    bare_number.RULE,
    lower_case_caption.RULE,
    required_phrase.RULE,
    unfinished_text.RULE,
    image_without_text.RULE,
    insertion_mark.RULE,
)

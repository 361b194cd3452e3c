"""A section says that it is empty, but not in the words that IHE requires.

Readers search for *Not applicable*, and test tools know nothing else; no section is left out or left blank.

Wrong: `security: N/A`, `cross_profile: None.`, `protocol: ""`

Right: `cross_profile: Not applicable.`, or no field at all; the page then prints the phrase of the template.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_EMPTY = frozenset(
    {
        "",
        "n/a",
        "na",
        "n.a",
        "none",
        "nil",
        "no",
        "empty",
        "-",
        "--",
        "not relevant",
        "does not apply",
        "tbd",
        "section not applicable",
    }
)
_SECTIONS = frozenset(
    {
        "introduction",
        "concepts",
        "security",
        "cross_profile",
        "scope",
        "protocol",
        "description",
        "trigger_events",
        "semantics",
        "expected_actions",
    }
)


def check(subject: Subject) -> Iterator[Finding]:
    """The sections of profiles and transactions; cells of tables may say N/A."""
    for key, path, text in subject.texts:
        if (
            len(text) < _LONGEST
            and key.kind in ("profile", "transaction")
            and path[-1] in _SECTIONS
            and _is_empty(path[-1], text)
        ):
            yield Finding(
                key,
                path,
                f"`{text.strip()}` is not how IHE calls an empty section",
                "write `Not applicable.`, or leave the field out",
            )


def _is_empty(field: str | int, text: str) -> bool:
    """Whether the text stands for nothing; *None* is what the template has for events and actions."""
    words = text.strip(" .\n").casefold()
    return words in _EMPTY and not (words == "none" and field in ("trigger_events", "expected_actions"))


_LONGEST = 40


RULE = Rule(ProblemKind("TF611", "required-phrase", Severity.WARNING, __doc__, "Supplement template"), check)

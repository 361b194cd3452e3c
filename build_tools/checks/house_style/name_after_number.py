"""The name of a transaction stands after its number.

IHE writes the name first and the number in square brackets after it; the order is one of the commonest findings of
its copy editors.

Wrong: `[ITI-18] Registry Stored Query`

Right: `Registry Stored Query [ITI-18]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Citations of defined transactions."""
    for (key, path, text), mentions in subject.cited:
        for mention in mentions:
            if mention.kind == "transaction" and mention.key and mention.text.startswith("["):
                transaction = subject.transactions[mention.number]
                if text.startswith(transaction.name, mention.end + 1) and text[mention.end].isspace():
                    message = f"the name stands after the number `{mention.number}`"
                    yield Finding(key, path, message, f"write `{transaction.title}`", mention.start, text)


RULE = Rule(
    ProblemKind("TF604", "name-after-number", Severity.WARNING, __doc__, "General Introduction, section 7.5"),
    check,
)

"""Two transactions of one domain have the same name.

In a text, the name alone is the only thing readers see; it has to lead to one section.

Wrong: `name: Registry Stored Query` in ITI-18 and in ITI-99

Right: a name of its own, built as a verb and a noun, for each transaction. What is withdrawn keeps its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions that are not past, domain by domain."""
    for part in subject.framework.domains:
        holder: dict[str, str] = {}
        for transaction in part.transactions:
            if not transaction.stage.is_past:
                first = holder.setdefault(transaction.name.casefold(), transaction.transaction)
                if first != transaction.transaction:
                    message = f"`{first}` is called `{transaction.name}` too"
                    yield Finding(transaction.key, ("name",), message)


RULE = Rule(
    ProblemKind("TF324", "one-name-twice", Severity.ERROR, __doc__, "General Introduction, Appendix B"), check
)

"""A message of a transaction is sent or received by an actor that has no role in the transaction.

The interaction diagram would show an actor that the table of roles does not list.

Wrong: `from: Document Source` in a message of ITI-18, whose roles are Document Consumer and Document Registry

Right: an actor that stands under `roles`, in the same spelling.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Senders and receivers of messages."""
    for name, roles in subject.roles.items():
        transaction = subject.transactions[name]
        for i, message in enumerate(transaction.messages if roles else ()):
            for field, actors in (("from", message.senders), ("to", message.receivers)):
                for actor in actors:
                    if not subject.directions(name, actor) and actor in subject.defined["actor"]:
                        text = f"`{actor}` has no role in this transaction"
                        yield Finding(
                            transaction.key, ("messages", i, field), text, f"its roles are {', '.join(roles)}"
                        )


RULE = Rule(ProblemKind("TF310", "message-actor", Severity.ERROR, __doc__, "Table 3.Y.2-1"), check)

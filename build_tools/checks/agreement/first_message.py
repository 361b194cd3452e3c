"""The first message of a transaction is not sent by an actor that starts it.

The diagram would begin at the end that answers, and contradict the table of roles.

Wrong: first message `from: Document Registry`, which is the responder

Right: the message of the initiator first; an answer has `response: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions with messages and an initiator; names of actors without a role have a rule of their own."""
    for name, roles in subject.roles.items():
        transaction = subject.transactions[name]
        directions = [direction for ends in roles.values() for direction in ends]
        if not transaction.messages or "initiator" not in directions or None in directions:
            continue
        senders = transaction.messages[0].senders
        found = [direction for actor in senders for direction in subject.directions(name, actor)]
        if found and "initiator" not in found:
            message = f"the first message is sent by `{senders[0]}`, which is {found[0]} in this transaction"
            yield Finding(
                transaction.key, ("messages", 0, "from"), message, "begin with the message of the initiator"
            )


RULE = Rule(ProblemKind("TF321", "first-message", Severity.ERROR, __doc__, "Figure 3.Y.4-1"), check)

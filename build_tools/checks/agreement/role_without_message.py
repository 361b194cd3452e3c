"""An actor has a role in a transaction but sends and receives none of its messages.

The interaction diagram would not show it, although the table of roles lists it.

Wrong: a role of the Document Repository in ITI-18, whose messages run between Document Consumer and Document Registry

Right: the actor among `from` or `to` of a message, or no role.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Transactions with messages; actors that act without a message or in the place of another are left alone."""
    for name in subject.roles:
        transaction = subject.transactions[name]
        shown = {
            actor for message in transaction.messages for actor in (*message.senders, *message.receivers)
        }
        if not shown or not all(subject.directions(name, actor) for actor in shown):
            continue
        for i, role in enumerate(transaction.roles):
            absent = role.actor not in shown and role.stands_in_for not in shown
            if absent and role.role != "performer" and shown.isdisjoint(subject.also_called(role.actor)):
                message = f"`{role.actor}` has a role but no message in this transaction"
                yield Finding(transaction.key, ("roles", i, "actor"), message)


RULE = Rule(ProblemKind("TF320", "role-without-message", Severity.WARNING, __doc__, "Section 3.Y.4"), check)

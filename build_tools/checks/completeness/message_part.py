"""One message of a transaction lacks a part that the others have.

Trigger events, message semantics and expected actions are sections of every message; a missing one reads as "nothing
to do".

Example: a request with `expected_actions`, its response without

Instead: the text, if only *The Document Consumer processes the answer.*
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity

_PARTS = ("trigger_events", "semantics", "expected_actions")


def check(subject: Subject) -> Iterator[Finding]:
    """Messages of transactions in which another message has all three parts."""
    for transaction in subject.framework.transactions:
        if not any(all(getattr(message, part) for part in _PARTS) for message in transaction.messages):
            continue
        for i, message in enumerate(transaction.messages):
            missing = [part for part in _PARTS if not getattr(message, part)]
            if missing and not (message.tables and missing == ["semantics"]):
                text = f"the message `{message.message}` has no {' and no '.join(part.replace('_', ' ') for part in missing)}"
                yield Finding(transaction.key, ("messages", i, "message"), text, "add the text")


RULE = Rule(ProblemKind("TF521", "message-part", Severity.HINT, __doc__, "Section 3.Y.4"), check)

"""A transaction lists the same thing twice: a role, a message or a standard.

Wrong: two entries `{actor: Document Registry, role: responder}` under `roles`; two messages with one name

Right: one entry. An actor may stand twice when it plays two roles; two messages need two names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """Roles, messages and standards of transactions."""
    for transaction in subject.framework.transactions:
        lists = (
            ("roles", "actor", [(role.actor, role.role, role.stands_in_for) for role in transaction.roles]),
            ("messages", "message", [(message.message,) for message in transaction.messages]),
            ("standards", "standard", [(use.standard, use.printed) for use in transaction.standards]),
        )
        for field, name_field, entries in lists:
            for index in _repeated(entries):
                name = next(filter(None, entries[index]), "")
                message = f"`{name}` stands twice under `{field}`"
                yield Finding(transaction.key, (field, index, name_field), message)


def _repeated(entries: Sequence[tuple[str | None, ...]]) -> Iterator[int]:
    """The indexes of entries that say the same as an earlier one."""
    seen: set[tuple[str | None, ...]] = set()
    for index, entry in enumerate(entries):
        if entry in seen:
            yield index
        seen.add(entry)


RULE = Rule(ProblemKind("TF325", "listed-twice", Severity.WARNING, __doc__, "Table 3.Y.2-1"), check)

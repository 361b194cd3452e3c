"""Something is replaced by what is given up as well, or by itself.

Implementers who follow the advice end in a dead end.

Wrong: `replaced_by: [ITI-25]`, which is withdrawn

Right: what is in use today.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.rule import Finding, Rule
from build_tools.checks.subject import Subject
from build_tools.problems import ProblemKind, Severity
from model.profile import Profile
from model.transaction import Transaction


def check(subject: Subject) -> Iterator[Finding]:
    """Profiles and transactions with `replaced_by`."""
    replaceable: tuple[Profile | Transaction, ...] = (
        *subject.framework.profiles,
        *subject.framework.transactions,
    )
    past = {owner.key.name: owner.stage for owner in replaceable if owner.stage.is_past}
    for owner in replaceable:
        for i, name in enumerate(owner.replaced_by):
            if name == owner.key.name:
                yield Finding(owner.key, ("replaced_by", i), f"`{name}` is said to replace itself")
            elif name in past:
                message = f"`{name}`, which is to replace this, is {past[name].label.lower()} itself"
                yield Finding(owner.key, ("replaced_by", i), message)


RULE = Rule(
    ProblemKind("TF329", "replaced-by-past", Severity.WARNING, __doc__, "General Introduction, section 8"),
    check,
)
